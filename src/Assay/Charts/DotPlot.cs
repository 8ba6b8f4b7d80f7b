namespace Assay.Charts;

/// <summary>One row of a <see cref="DotPlot"/>.</summary>
/// <param name="Label">Written above the row's line; cut where it would meet the value in a narrow chart, and then whole in a title.</param>
/// <param name="Value">Where the dot stands.</param>
/// <param name="Display">The value as written at the row's end.</param>
/// <param name="Low">Lower end of the interval, in the unit of the value; null where there is none.</param>
/// <param name="High">Upper end.</param>
/// <param name="Hint">What the row says in full.</param>
/// <param name="Key">By which a script finds the marks of the row again; null where none does.</param>
/// <param name="Place">Of a model in its comparison, from 0: the dot then has its shape and colour.</param>
public sealed record DotRow(string Label, decimal Value, string Display, decimal? Low = null, decimal? High = null, string? Hint = null, string? Key = null, int? Place = null);

/// <summary>Dots with whiskers, one below the other on a common axis: scores with intervals, prices of routes.</summary>
public sealed record DotPlot : Chart
{
    /// <summary>At least one, in the order of showing.</summary>
    public required IReadOnlyList<DotRow> Rows { get; init; }

    /// <summary>How a value of the axis is written.</summary>
    public required Func<decimal, string> Format { get; init; }

    /// <summary>What the axis measures, with its unit.</summary>
    public required string Axis { get; init; }

    /// <summary>The axis goes over powers of ten: every value and end is then above 0. Else it is linear.</summary>
    public bool IsLogarithmic { get; init; }

    /// <summary>A linear axis begins at 0, so that lengths can be compared.</summary>
    public bool FromZero { get; init; }

    private const int RowHeight = 34;
    private const int Foot = 40;

    /// <summary>Letters for label and value together in the narrowest chart, with a gap between them.</summary>
    private const int Letters = 44;
    private const int FewestLetters = 12;

    internal override string Kind => "dots";
    internal override int Height => Rows.Count * RowHeight + Foot + Frame.Above(Axis);

    internal override void Draw(Pen pen)
    {
        decimal[] values = [.. FromZero && !IsLogarithmic ? [0] : Array.Empty<decimal>(), .. Rows.SelectMany(r => (decimal?[])[r.Value, r.Low, r.High]).OfType<decimal>()];
        var scale = IsLogarithmic ? Scale.Logarithmic(values) : Scale.Linear(values, steps: 4);
        var bottom = Rows.Count * RowHeight;
        Frame.Across(pen, scale, Format, Axis, 0, bottom);
        for (var i = 0; i < Rows.Count; i++) Write(pen, Rows[i], scale, i * RowHeight);
    }

    private static void Write(Pen svg, DotRow row, Scale scale, double top)
    {
        var y = top + 24;
        svg.Open(row.Key);
        svg.Words(0, top + 14, row.Label, "label", longest: Math.Max(FewestLetters, Letters - row.Display.Length));
        svg.Words(1, top + 14, row.Display, "value", "end");
        svg.Line(0, y, 1, y, "guide");
        if (row is { Low: { } low, High: { } high })
        {
            var (from, to) = (Frame.In(scale.At(low)), Frame.In(scale.At(high)));
            var css = row.Place is { } of ? $"whisker s{of}" : "whisker";
            svg.Line(from, y, to, y, css);
            svg.Line(from, y - 4, from, y + 4, css);
            svg.Line(to, y - 4, to, y + 4, css);
        }
        var hint = row.Hint ?? $"{row.Label}: {row.Display}";
        if (row.Place is { } place) svg.Mark(Frame.In(scale.At(row.Value)), y, place, hint);
        else svg.Dot(Frame.In(scale.At(row.Value)), y, 4.5, "dot", hint);
        svg.Close(row.Key);
    }
}
