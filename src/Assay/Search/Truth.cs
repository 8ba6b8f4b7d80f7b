namespace Assay.Search;

/// <summary>The answer to a question about one model. Unknown is an answer of its own: it meets nothing and rules nothing out.</summary>
public enum Truth
{
    Unknown = 0,
    Yes = 1,
    No = 2,
}

/// <summary>Kleene's logic of three values: an unknown part leaves the whole unknown, unless the other parts settle it.</summary>
public static class Truths
{
    public static Truth Of(bool holds) => holds ? Truth.Yes : Truth.No;

    public static Truth Not(Truth a) => a switch { Truth.Yes => Truth.No, Truth.No => Truth.Yes, _ => Truth.Unknown };

    public static Truth And(Truth a, Truth b) => a == Truth.No || b == Truth.No ? Truth.No : a == Truth.Yes && b == Truth.Yes ? Truth.Yes : Truth.Unknown;

    public static Truth Or(Truth a, Truth b) => Not(And(Not(a), Not(b)));
}
