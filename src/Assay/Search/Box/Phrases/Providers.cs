namespace Assay.Search.Box.Phrases;

/// <summary>"on azure", "at Amazon Bedrock", "served by groq", "through openrouter".</summary>
internal sealed class Providers : IPhrase
{
    public Phrase? Read(ConditionLine line, int at)
    {
        var lead = line.Is(at, "served", "hosted", "offered", "sold", "available") && line.Is(at + 1, "by", "at", "on", "via", "through", "from") ? 2 : line.Is(at, "on", "at", "via", "through") ? 1 : 0;
        return lead > 0 && line.WordOf(line.Field("provider"), at + lead) is (not null and var word, var count) ? new(lead + count, $"provider \"{word}\"") : null;
    }
}
