namespace Assay.Search;

/// <summary>How a value stands to the one asked for. "Is not" is the negation of <see cref="Equal"/>.</summary>
public enum Operator
{
    Equal = 0,
    AtLeast = 1,
    Above = 2,
    AtMost = 3,
    Below = 4,
}

/// <summary>The signs and words for each operator.</summary>
public static class Operators
{
    private static readonly Dictionary<string, Operator> Spellings = new(StringComparer.OrdinalIgnoreCase)
    {
        ["="] = Operator.Equal, ["=="] = Operator.Equal, [":"] = Operator.Equal, ["is"] = Operator.Equal,
        [">="] = Operator.AtLeast, ["≥"] = Operator.AtLeast, ["=>"] = Operator.AtLeast, ["at least"] = Operator.AtLeast, ["since"] = Operator.AtLeast,
        [">"] = Operator.Above, ["above"] = Operator.Above, ["over"] = Operator.Above, ["more than"] = Operator.Above, ["after"] = Operator.Above,
        ["<="] = Operator.AtMost, ["≤"] = Operator.AtMost, ["=<"] = Operator.AtMost, ["at most"] = Operator.AtMost, ["up to"] = Operator.AtMost, ["until"] = Operator.AtMost,
        ["<"] = Operator.Below, ["below"] = Operator.Below, ["under"] = Operator.Below, ["less than"] = Operator.Below, ["before"] = Operator.Below,
    };

    /// <summary>Every spelling, for the documentation.</summary>
    public static IReadOnlyCollection<string> All => Spellings.Keys;

    /// <summary>A sign, a word or two words.</summary>
    public static bool TryRead(string text, out Operator sign) => Spellings.TryGetValue(text, out sign);

    public static string Sign(Operator sign) => sign switch { Operator.AtLeast => ">=", Operator.Above => ">", Operator.AtMost => "<=", Operator.Below => "<", _ => "=" };
}
