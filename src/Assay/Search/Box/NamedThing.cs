using Assay.Catalog;

namespace Assay.Search.Box;

/// <summary>What can be found by its name. In the order of being shown where two are found equally well.</summary>
public enum NamedKind
{
    NotDecided = 0,
    Model,
    Maker,
    Provider,
    Benchmark,

    /// <summary>A page there is one of.</summary>
    Page,
}

/// <summary>Something that has a name and a page.</summary>
/// <param name="Id">Of its kind: a model's id, a page's path.</param>
/// <param name="Title">The name people read.</param>
/// <param name="Names">Other names that mean it.</param>
/// <param name="Weight">How much there is behind it: routes of a model, models of a maker, offers of a provider, results of a benchmark. Among equals more goes first.</param>
public sealed record NamedThing(NamedKind Kind, string Id, string Title, IReadOnlyList<string> Names, int Weight)
{
    /// <summary>The model itself; null of every other kind.</summary>
    public Model? Model { get; init; }

    /// <summary>In the curated catalogue or a base list; of all but models always true.</summary>
    public bool Curated => Model?.Curated ?? true;
}

/// <summary>How well a text names a thing; the better first.</summary>
public enum NameMatch
{
    /// <summary>It is one of its names; case, blanks and hyphens make no difference.</summary>
    Exact = 0,

    /// <summary>A name begins with it.</summary>
    Beginning = 1,

    /// <summary>Each of its words begins a word of one name.</summary>
    Words = 2,

    /// <summary>It stands somewhere in a name.</summary>
    Part = 3,

    /// <summary>A few letters differ.</summary>
    Near = 4,
}

/// <summary>A thing that a text may mean.</summary>
/// <param name="Distance">Letters that differ; 0 but for <see cref="NameMatch.Near"/>.</param>
public sealed record NameHit(NamedThing Thing, NameMatch Match, int Distance = 0);
