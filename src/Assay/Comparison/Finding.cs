using Assay.Catalog;

namespace Assay.Comparison;

/// <summary>One sentence of a comparison with the rule that wrote it, what it decided and the claims it rests on.</summary>
public sealed record Finding
{
    /// <summary>Id of the rule: <c>tradeoff-context</c>.</summary>
    public required string Rule { get; init; }

    public required Section Section { get; init; }

    /// <summary>What the rule decided, in a word of its own: <c>larger</c>, <c>tie</c>, <c>unknown</c> …</summary>
    public required string Decision { get; init; }

    /// <summary>The sentence. Models are ordered by the facts or by id, never by their place on the page: swapping them changes no text.</summary>
    public required string Text { get; init; }

    /// <summary>The claims it rests on; empty only for sentences about what is not known.</summary>
    public required IReadOnlyList<Claim> Claims { get; init; }

    /// <summary>Ids of the models it speaks of.</summary>
    public required IReadOnlyList<string> Models { get; init; }

    /// <summary>Id of the model it speaks for; null where it takes no side.</summary>
    public string? Favors { get; init; }

    /// <summary>In the FAQ: the question the text answers.</summary>
    public string? Question { get; init; }

    /// <summary>In switch friction: the ids of the model left and the model moved to.</summary>
    public (string From, string To)? Direction { get; init; }

    /// <summary>In the scorecard: one cell a model, in page order; the text is then the row's label.</summary>
    public IReadOnlyList<Cell>? Cells { get; init; }

    /// <summary>Where a finding leads on: a model's id.</summary>
    public string? Target { get; init; }
}

/// <summary>One cell of a row: what it shows, its state, the evidence, and whether it is the better side.</summary>
/// <param name="Display">As shown; for unknown cells the word "unknown".</param>
/// <param name="State">One of the five states.</param>
/// <param name="Claims">The evidence, picked claim first.</param>
/// <param name="Best">The better side of the row; never true where all are equal.</param>
/// <param name="Exact">The exact figure behind a short one ("131,072 tokens"); null where the display is exact.</param>
/// <param name="Note">Why it is unknown or not applicable, or a short remark.</param>
public sealed record Cell(string Display, FactState State, IReadOnlyList<Claim> Claims, bool Best = false, string? Exact = null, string? Note = null);
