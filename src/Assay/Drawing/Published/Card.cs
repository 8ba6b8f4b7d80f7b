namespace Assay.Drawing.Published;

/// <summary>What a card says: the picture that stands where a page is linked to. It is drawn with <see cref="CardDrawing"/>, and cut there where it is too long.</summary>
public sealed record Card
{
    /// <summary>Pixels: what those who show links ask for.</summary>
    public const int Width = 1200, Height = 630;

    /// <summary>Rows that have room.</summary>
    public const int MostRows = 6;

    /// <summary>In large letters, on two lines at most.</summary>
    public required string Heading { get; init; }

    /// <summary>Below it, on three lines at most; null for none.</summary>
    public string? Sentence { get; init; }

    /// <summary>Over the values of the rows; empty for a table of labels and values.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>Up to <see cref="MostRows"/>.</summary>
    public required IReadOnlyList<CardRow> Rows { get; init; }

    /// <summary>The day, the sources, the traffic: on one line.</summary>
    public required string Foot { get; init; }
}

/// <param name="Label">On the left.</param>
/// <param name="Values">One for each column; what nobody says is "unknown".</param>
/// <param name="Mark">The place of the model on its page, from 0: its shape and colour; null for a row of no model.</param>
public sealed record CardRow(string Label, IReadOnlyList<string> Values, int? Mark = null);
