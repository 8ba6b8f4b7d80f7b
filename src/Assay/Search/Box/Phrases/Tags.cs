namespace Assay.Search.Box.Phrases;

/// <summary>"for coding", "good at reasoning": what its facts tag a model for.</summary>
internal sealed class Tags : IPhrase
{
    public Phrase? Read(ConditionLine line, int at)
    {
        var lead = line.Is(at, "for") ? 1 : line.Is(at, "good", "fit", "suited") && line.Is(at + 1, "at", "for", "in") ? 2 : 0;
        return lead > 0 && line.WordOf(line.Field("tag"), at + lead) is (not null and var word, var count) ? new(lead + count, $"tag \"{word}\"") : null;
    }
}
