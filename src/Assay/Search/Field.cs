using Assay.Catalog;

namespace Assay.Search;

/// <summary>What the values of a field are, and so how they are typed and shown.</summary>
public enum FieldKind
{
    NotDecided = 0,

    /// <summary><c>yes</c> or <c>no</c>.</summary>
    YesNo,

    /// <summary>A word, or several of which each counts.</summary>
    Words,

    /// <summary>A day, month or year.</summary>
    Date,

    /// <summary>Tokens: 200K, 1M.</summary>
    Tokens,

    /// <summary>US dollars.</summary>
    Usd,

    /// <summary>Parameters: 30B.</summary>
    Parameters,

    Gigabytes,

    /// <summary>A plain number of things.</summary>
    Count,

    /// <summary>A benchmark result in the benchmark's own unit.</summary>
    Score,
}

/// <summary>Something that can be asked of a model, sorted by and shown as a column.</summary>
public sealed record Field
{
    /// <summary>Canonical, in lower case with blanks: <c>max output</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The head of its column.</summary>
    public required string Label { get; init; }

    public required FieldKind Kind { get; init; }

    /// <summary>What is asked, for people.</summary>
    public required string Meaning { get; init; }

    public required Func<Candidate, Reading> Read { get; init; }

    /// <summary>Behind the label of the column: <c>$ / 1M</c>; null where the value needs none.</summary>
    public string? Unit { get; init; }

    /// <summary>Other names that mean it.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The fact behind it; null where it is worked out from several.</summary>
    public Func<Candidate, IFact>? Fact { get; init; }

    /// <summary>The claims behind a value that is no fact of the model, the chief one first; null where it is counted.</summary>
    public Func<Candidate, IReadOnlyList<Claim>>? Evidence { get; init; }

    /// <summary>Words that may always be asked for, whether or not a model has them.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>In addresses, JSON and CSV: <c>max_output</c>.</summary>
    public string Key => Name.Replace(' ', '_');

    /// <summary>Has an order: a number or a day.</summary>
    public bool IsOrdered => Kind is not (FieldKind.YesNo or FieldKind.Words);

    public bool Equals(Field? other) => other is not null && Name == other.Name;
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    /// <summary>A field that is a fact of the model: rumours are no answer, "no" is one.</summary>
    public static Field Of<T>(string name, string label, FieldKind kind, string meaning, Func<Model, Fact<T>> fact, Func<T, Reading> read, params string[] aliases) where T : notnull => new()
    {
        Name = name, Label = label, Kind = kind, Meaning = meaning, Aliases = aliases, Fact = c => fact(c.Model), Read = c => ReadingOf(fact(c.Model), read),
    };

    /// <summary>What a fact tells, whatever it is a fact of.</summary>
    public static Reading ReadingOf<T>(Fact<T> fact, Func<T, Reading> read) where T : notnull =>
        fact.Unconfirmed ? new Reading.Unknown("only an unconfirmed claim says")
        : fact.TryGet(out var value) ? read(value)
        : fact.IsNo ? Reading.No
        : fact.State is FactState.NotApplicable ? new Reading.NotApplicable(fact.Why ?? "does not apply")
        : NobodySays;

    public static Reading NobodySays { get; } = new Reading.Unknown("no source we hold says");
}
