namespace Assay.Charts;

/// <summary>One row of a <see cref="DotPlot"/>.</summary>
/// <param name="Label">Written above the row's line.</param>
/// <param name="Value">Where the dot stands.</param>
/// <param name="Display">The value as written at the row's end.</param>
/// <param name="Low">Lower end of the interval, in the unit of the value; null where there is none.</param>
/// <param name="High">Upper end.</param>
/// <param name="Hint">What the row says in full.</param>
/// <param name="Key">By which a script finds the marks of the row again; null where none does.</param>
public sealed record DotRow(string Label, decimal Value, string Display, decimal? Low = null, decimal? High = null, string? Hint = null, string? Key = null);

/// <summary>Dots with whiskers, one below the other on a common axis: scores with intervals, prices of routes.</summary>
public sealed record DotPlot
{
    /// <summary>Unique on the page.</summary>
    public required string Id { get; init; }

    /// <summary>What the chart shows, for those who hear it.</summary>
    public required string Title { get; init; }

    /// <summary>What there is to see, in a sentence or two.</summary>
    public required string Description { get; init; }

    /// <summary>At least one, in the order of showing.</summary>
    public required IReadOnlyList<DotRow> Rows { get; init; }

    /// <summary>How a value of the axis is written.</summary>
    public required Func<decimal, string> Format { get; init; }

    /// <summary>What the axis measures, with its unit.</summary>
    public required string Axis { get; init; }

    private const int RowHeight = 34;
    private const int Foot = 40;

    /// <exception cref="ArgumentException">There are no rows.</exception>
    public string ToSvg()
    {
        var scale = Scale.Linear([.. Rows.SelectMany(r => (decimal?[])[r.Value, r.Low, r.High]).OfType<decimal>()], steps: 4);
        var bottom = Rows.Count * RowHeight;
        var svg = new Svg(Id, "dots", bottom + Foot, Title, Description);
        Frame.Across(svg, scale, Format, Axis, 0, bottom);
        for (var i = 0; i < Rows.Count; i++) Write(svg, Rows[i], scale, i * RowHeight);
        return svg.End();
    }

    private static void Write(Svg svg, DotRow row, Scale scale, double top)
    {
        var y = top + 24;
        svg.Open(row.Key);
        svg.Words(0, top + 14, row.Label, "label");
        svg.Words(1, top + 14, row.Display, "value", "end");
        svg.Line(0, y, 1, y, "guide");
        if (row is { Low: { } low, High: { } high })
        {
            var (from, to) = (Frame.In(scale.At(low)), Frame.In(scale.At(high)));
            svg.Line(from, y, to, y, "whisker");
            svg.Line(from, y - 4, from, y + 4, "whisker");
            svg.Line(to, y - 4, to, y + 4, "whisker");
        }
        svg.Dot(Frame.In(scale.At(row.Value)), y, 4.5, "dot", row.Hint ?? $"{row.Label}: {row.Display}");
        svg.Close(row.Key);
    }
}
