namespace Assay.Search;

/// <summary>What is known of one field of one model: what a condition is held against.</summary>
public abstract record Reading
{
    private Reading() { }

    public static Reading Yes { get; } = new Words(["yes"]);
    public static Reading No { get; } = new Words(["no"]);

    public static Reading Of(bool value) => value ? Yes : No;

    /// <summary>No source we hold says, or only a rumour does.</summary>
    public sealed record Unknown(string Why) : Reading;

    /// <summary>The question makes no sense for this model; a condition on it is not met.</summary>
    public sealed record NotApplicable(string Why) : Reading;

    /// <summary>A number or a day, known to lie between two ends: one point where it is known exactly, a year where only the year is.</summary>
    public sealed record Span(decimal Low, decimal High) : Reading
    {
        public static Span At(decimal value) => new(value, value);

        /// <summary>Whether every, no or only some value of this span stands so to the other: the answer for all days a year can mean.</summary>
        public Truth Is(Operator sign, Span other) => sign switch
        {
            Operator.AtLeast => Low >= other.Low ? Truth.Yes : High < other.Low ? Truth.No : Truth.Unknown,
            Operator.Below => Truths.Not(Is(Operator.AtLeast, other)),
            Operator.AtMost => High <= other.High ? Truth.Yes : Low > other.High ? Truth.No : Truth.Unknown,
            Operator.Above => Truths.Not(Is(Operator.AtMost, other)),
            _ => Low >= other.Low && High <= other.High ? Truth.Yes : High < other.Low || Low > other.High ? Truth.No : Truth.Unknown,
        };
    }

    /// <summary>One word or several.</summary>
    /// <param name="Values">In the spelling of the catalogue.</param>
    /// <param name="Complete">False where a word that is not among them may still hold.</param>
    public sealed record Words(IReadOnlyList<string> Values, bool Complete = true) : Reading
    {
        public Truth Holds(string word)
        {
            foreach (var value in Values)
                if (value.Equals(word, StringComparison.OrdinalIgnoreCase)) return Truth.Yes;
            return Complete ? Truth.No : Truth.Unknown;
        }
    }
}
