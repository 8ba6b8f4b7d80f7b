using Assay.Units;

namespace Assay.Catalog.History;

/// <summary>What a change is about.</summary>
public enum ChangeKind
{
    NotDecided = 0,
    Price = 1,
    Limit = 2,
    Lifecycle = 3,
    Capability = 4,

    /// <summary>A list has an offer that it did not have before.</summary>
    NewOffer = 5,

    /// <summary>A list no longer has an offer. That is no statement that the offer ended.</summary>
    OfferGone = 6,

    /// <summary>A model was released, or a list has a model that it did not have before.</summary>
    NewModel = 7,

    /// <summary>A list no longer has a model.</summary>
    ModelGone = 8,
    Other = 9,
}

/// <summary>One source, on one day, says another thing than before.</summary>
public sealed record Change
{
    /// <summary>The first day the new state holds.</summary>
    public required DateOnly Day { get; init; }

    public required Subject Subject { get; init; }
    public required ChangeKind Kind { get; init; }

    /// <summary>What changed; null where a list gained or lost the thing as a whole.</summary>
    public required Property? Property { get; init; }

    /// <summary>Who says so.</summary>
    public required string Publisher { get; init; }

    /// <summary>What was said last before; null where nothing was.</summary>
    public required Claim? Before { get; init; }

    /// <summary>What is said now; null where nothing is any more.</summary>
    public required Claim? After { get; init; }

    /// <summary>1 up, −1 down, 0 where there is no up and down.</summary>
    public int Direction => (Before?.Value, After?.Value) is (ClaimValue.Number before, ClaimValue.Number after) ? after.Value.CompareTo(before.Value) : 0;

    /// <summary>By how much, of prices and limits: "20 % lower", "2.5× the price", "4× as many tokens"; null where that cannot be said.</summary>
    public string? By
    {
        get
        {
            if (Kind is not (ChangeKind.Price or ChangeKind.Limit) || (Before?.Value, After?.Value) is not (ClaimValue.Number { Value: > 0 and var before }, ClaimValue.Number { Value: > 0 and var after })) return null;
            var price = Kind is ChangeKind.Price;
            if (after < before) return $"{Format.PercentLower(before, after)} {(price ? "lower" : "fewer")}";
            var times = after / before;
            return times < 1.005m ? "less than 1 % more" : $"{Format.Times(times)} {(price ? "the price" : "as many tokens")}";
        }
    }

    /// <summary>The claims it rests on, the new one first.</summary>
    public IEnumerable<Claim> Claims => new[] { After, Before }.OfType<Claim>();

    /// <summary>Newest first; of one day by thing, property and source, so that the order is always the same.</summary>
    public static int Compare(Change left, Change right)
    {
        var order = right.Day.CompareTo(left.Day);
        if (order == 0) order = left.Subject.Kind.CompareTo(right.Subject.Kind);
        if (order == 0) order = string.CompareOrdinal(left.Subject.Id, right.Subject.Id);
        if (order == 0) order = left.Kind.CompareTo(right.Kind);
        if (order == 0) order = string.CompareOrdinal(left.Property?.Name, right.Property?.Name);
        return order != 0 ? order : string.CompareOrdinal(left.Publisher, right.Publisher);
    }
}
