namespace Assay.Search.Box.Phrases;

/// <summary>"cheapest", "newest", "largest context", "best on gpqa-diamond": the order of the list. "Best" alone has no measure, and is not read.</summary>
internal sealed class Orders : IPhrase
{
    private static readonly (string Words, string Sort, string InWords)[] Known =
    [
        ("cheapest input", "input_price", "cheapest input first"), ("cheapest output", "output_price", "cheapest output first"), ("lowest input price", "input_price", "cheapest input first"), ("lowest output price", "output_price", "cheapest output first"),
        ("cheapest", "cost", "cheapest bill first"), ("least expensive", "cost", "cheapest bill first"), ("lowest cost", "cost", "cheapest bill first"), ("lowest price", "cost", "cheapest bill first"), ("most expensive", "-cost", "dearest bill first"),
        ("newest", "-released", "newest first"), ("latest", "-released", "newest first"), ("most recent", "-released", "newest first"), ("newest first", "-released", "newest first"), ("oldest", "released", "oldest first"),
        ("largest context window", "-context_window", "largest context first"), ("largest context", "-context_window", "largest context first"), ("longest context", "-context_window", "largest context first"), ("biggest context", "-context_window", "largest context first"),
        ("longest context window", "-context_window", "largest context first"), ("biggest context window", "-context_window", "largest context first"),
        ("most parameters", "-parameters", "most parameters first"), ("largest", "-parameters", "most parameters first"), ("biggest", "-parameters", "most parameters first"), ("smallest", "parameters", "fewest parameters first"),
        ("most routes", "-routes", "most routes first"), ("most providers", "-providers", "most providers first"), ("most available", "-providers", "most providers first"), ("longest output", "-max_output", "longest output first"),
    ];

    public Phrase? Read(ConditionLine line, int at)
    {
        Phrase? longest = null;
        foreach (var (words, sort, said) in Known)
        {
            var count = words.Count(c => c == ' ') + 1;
            if (count > (longest?.Words ?? 0) && line.Join(at, count) == words) longest = new(count) { Sort = sort, SortInWords = said };
        }
        return longest ?? Best(line, at);
    }

    /// <summary>Best on a benchmark: the better scores first, whichever way the benchmark counts.</summary>
    private static Phrase? Best(ConditionLine line, int at)
    {
        if (!line.Is(at, "best", "highest", "top", "strongest")) return null;
        var next = at + (line.Is(at + 1, "on", "at", "by", "in") ? 2 : line.Is(at + 1, "score", "scores", "result") && line.Is(at + 2, "on", "at", "in") ? 3 : 1);
        for (var count = Math.Min(Vocabulary.LongestName, line.Count - next); count > 0; count--)
            if (line.Vocabulary.Find(line.Join(next, count)!) is { Kind: FieldKind.Score } field)
                return new(next + count - at, $"{field.Name} known") { Sort = (line.Names.HigherIsBetter(field.Name) ? "-" : "") + field.Key, SortInWords = $"best on {field.Label} first" };
        return null;
    }
}
