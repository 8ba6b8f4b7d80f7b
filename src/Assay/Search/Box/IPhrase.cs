namespace Assay.Search.Box;

/// <summary>One kind of words that mean a condition or an order, and nothing else.</summary>
internal interface IPhrase
{
    /// <summary>What stands at this place of a line; null where it is none of this kind, or not certain.</summary>
    Phrase? Read(ConditionLine line, int at);
}

/// <summary>Words that were understood.</summary>
/// <param name="Words">How many.</param>
/// <param name="Condition">In the finder's language; null where it is an order alone.</param>
internal sealed record Phrase(int Words, string? Condition = null)
{
    /// <summary>A field, with a minus for the other way round.</summary>
    public string? Sort { get; init; }

    public string? SortInWords { get; init; }
}
