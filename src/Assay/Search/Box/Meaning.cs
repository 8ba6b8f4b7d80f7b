namespace Assay.Search.Box;

/// <summary>A name within a question: the thing it means, or those it may mean.</summary>
/// <param name="Text">As typed.</param>
/// <param name="Found">What it means; null where that is not certain.</param>
/// <param name="Choices">What it may mean, best first; empty where it is found or nothing is like it.</param>
public sealed record NamedSide(string Text, NamedThing? Found, IReadOnlyList<NamedThing> Choices)
{
    private const int ChoicesGiven = 8;

    /// <summary>Only a whole name is certain; a part of one leaves the choice to the reader.</summary>
    public static NamedSide Of(NameIndex names, string text, params ReadOnlySpan<NamedKind> kinds)
    {
        var (found, near) = (new List<NameHit>(), new List<NameHit>());
        foreach (var hit in names.Find(text))
            if (kinds.Contains(hit.Thing.Kind)) found.Add(hit);
        NameHit[] exact = [.. found.Where(h => h.Match is NameMatch.Exact)];
        if (exact is [var one]) return new(text, one.Thing, []);
        if (found.Count == 0)
            foreach (var hit in names.Near(text, ChoicesGiven))
                if (kinds.Contains(hit.Thing.Kind)) near.Add(hit);
        return new(text, null, [.. (exact.Length > 1 ? exact : [.. found, .. near]).Take(ChoicesGiven).Select(h => h.Thing)]);
    }
}

/// <summary>What is asked by a line that is no name.</summary>
public abstract record Meaning
{
    private Meaning() { }

    /// <summary>These models side by side.</summary>
    public sealed record Comparison(IReadOnlyList<NamedSide> Sides) : Meaning;

    /// <summary>What sources changed.</summary>
    /// <param name="Of">A model or a provider; null for all.</param>
    /// <param name="Kind">A kind of change as the page of changes takes it; null for all.</param>
    /// <param name="Since">As that page takes it: a day, or 7d; null for its usual period.</param>
    public sealed record Changes(NamedSide? Of, string? Kind, string? Since) : Meaning;

    /// <summary>What a model has cost over time.</summary>
    public sealed record History(NamedSide Of) : Meaning;

    /// <summary>What is to be shut down.</summary>
    /// <param name="Of">A model; null for all.</param>
    public sealed record Ends(NamedSide? Of) : Meaning;

    /// <summary>The models that meet conditions.</summary>
    public sealed record Conditions(ConditionReading Reading) : Meaning;
}

/// <summary>Conditions as they were understood.</summary>
public sealed record ConditionReading
{
    /// <summary>In the finder's language, as it prints it; empty where only words of names and an order are asked for.</summary>
    public required string Filter { get; init; }

    public required Question Question { get; init; }

    /// <summary>As the list of models takes it; null for its usual order.</summary>
    public string? Sort { get; init; }

    /// <summary>The order in words: "cheapest first".</summary>
    public string? SortInWords { get; init; }

    /// <summary>Words that a model's name has to have; null for none.</summary>
    public string? Named { get; init; }

    /// <summary>Pieces that mean nothing certain, as typed. Nothing was guessed for them.</summary>
    public IReadOnlyList<string> NotUnderstood { get; init; } = [];

    /// <summary>"vision, input price &lt; $1, named gemini, cheapest first".</summary>
    public string InWords => string.Join(", ", new[] { Filter, Named is null ? "" : $"named {Named}", SortInWords ?? "" }.Where(p => p.Length > 0));
}

/// <summary>What one line in the search box means.</summary>
/// <param name="Text">As typed, without blanks around it.</param>
/// <param name="Names">What it may name, best first; only near names where <see cref="Near"/>.</param>
/// <param name="Meaning">What it asks, where it is no name.</param>
/// <param name="Near">No name is or has the text; the names are those most like it.</param>
public sealed record BoxReading(string Text, IReadOnlyList<NameHit> Names, Meaning? Meaning, bool Near)
{
    /// <summary>What has exactly this name.</summary>
    public IReadOnlyList<NamedThing> Exact { get; } = [.. Names.Where(n => n.Match is NameMatch.Exact).Select(n => n.Thing)];
}
