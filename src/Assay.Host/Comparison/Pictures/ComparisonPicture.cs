using Assay.Charts;

namespace Assay.Host.Comparison.Pictures;

/// <summary>One chart of a comparison with the table behind it, from the view of its page. What is not known is named and never drawn.</summary>
/// <param name="Name">In addresses: <c>cost</c>, <c>context</c>, <c>score</c> or <c>history</c>.</param>
/// <param name="Title">What is drawn, or would be.</param>
/// <param name="Drawn">Null where a picture would say no more than the words.</param>
/// <param name="Words">How to read it, or why there is none.</param>
public sealed record ComparisonPicture(string Name, string Title, Chart? Drawn, string Words)
{
    /// <summary>Over the columns of <see cref="Rows"/>, behind that of the models.</summary>
    public IReadOnlyList<PictureColumn> Columns { get; init; } = [];

    /// <summary>The figures as a table; none where nothing is drawn.</summary>
    public IReadOnlyList<PictureRow> Rows { get; init; } = [];

    /// <summary>Who says the figures, once for each.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];
}

/// <param name="IsNumber">Set to the right.</param>
public sealed record PictureColumn(string Label, bool IsNumber);

/// <param name="Place">Of the model in the comparison, from 0.</param>
/// <param name="Cells">As written; "not known" where nobody says.</param>
public sealed record PictureRow(int Place, string Model, IReadOnlyList<string> Cells);
