using System.Globalization;

namespace Assay.Catalog;

/// <summary>What a source says, in our units: a number, a text, yes or no, a date, a list, a benchmark score, or that the question does not apply.</summary>
public abstract record ClaimValue
{
    private ClaimValue() { }

    /// <summary>Stored with the value; the letters are fixed.</summary>
    public abstract char Kind { get; }

    /// <summary>The value as stored and compared; reads back with <see cref="Read"/>.</summary>
    public abstract string Text { get; }

    public sealed record Number(decimal Value) : ClaimValue
    {
        public override char Kind => 'n';
        public override string Text => Value.ToString("0.############################", CultureInfo.InvariantCulture);
    }

    public sealed record Words(string Value) : ClaimValue
    {
        public override char Kind => 't';
        public override string Text => Value;
    }

    public sealed record Flag(bool Value) : ClaimValue
    {
        public override char Kind => 'f';
        public override string Text => Value ? "yes" : "no";
    }

    public sealed record Date(Units.PartialDate Value) : ClaimValue
    {
        public override char Kind => 'd';
        public override string Text => Value.ToString();
    }

    /// <summary>An unordered set of words, kept sorted so that equal sets are equal values.</summary>
    public sealed record Set : ClaimValue
    {
        public Set(IEnumerable<string> items) => Text = string.Join(',', items.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        public override char Kind => 's';
        public override string Text { get; }
        public IReadOnlyList<string> Items => Text.Length == 0 ? [] : Text.Split(',');
    }

    public sealed record Score(BenchmarkScore Value) : ClaimValue
    {
        public override char Kind => 'b';
        public override string Text => Value.ToText();
    }

    public sealed record NotApplicable : ClaimValue
    {
        public override char Kind => 'x';
        public override string Text => "not applicable";
    }

    /// <exception cref="FormatException">Not a stored value; the message names kind and text.</exception>
    public static ClaimValue Read(char kind, string text) => kind switch
    {
        'n' => new Number(decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture)),
        't' => new Words(text),
        'f' => text == "yes" ? Yes : No,
        'd' => new Date(Units.PartialDate.Parse(text)),
        's' => new Set(text.Split(',', StringSplitOptions.RemoveEmptyEntries)),
        'b' => new Score(BenchmarkScore.Read(text)),
        'x' => new NotApplicable(),
        _ => throw new FormatException($"'{kind}' is not a kind of claim value (of '{text}'): allowed are n, t, f, d, s, b, x."),
    };

    public static readonly Flag Yes = new(true);
    public static readonly Flag No = new(false);
    public static Flag Of(bool value) => value ? Yes : No;
}
