namespace Assay.Search.Box.Phrases;

/// <summary>"by google", "made by Mistral AI", "google models". A maker's name alone may as well be a provider or a part of a name, and is not read.</summary>
internal sealed class Makers : IPhrase
{
    public Phrase? Read(ConditionLine line, int at)
    {
        var field = line.Field("maker");
        var lead = line.Is(at, "made", "built", "created", "developed") && line.Is(at + 1, "by") ? 2 : line.Is(at, "by", "from") ? 1 : 0;
        var (word, count) = line.WordOf(field, at + lead);
        if (word is null && lead == 0 && line[at] is { } possessive && (possessive.EndsWith("'s", StringComparison.Ordinal) || possessive.EndsWith("’s", StringComparison.Ordinal)) && line.Vocabulary.Word(field, possessive[..^2]) is { } owner) return new(1, $"maker \"{owner}\"");
        return word is null || (lead == 0 && !line.Is(at + count, "model", "models", "llms")) ? null : new(lead + count, $"maker \"{word}\"");
    }
}
