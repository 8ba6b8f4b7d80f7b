namespace Assay.Charts;

/// <summary>One dot of a <see cref="ScatterPlot"/>.</summary>
/// <param name="Label">Short; written beside the dot where there is room, those on the front first.</param>
/// <param name="Hint">What the dot says in full.</param>
/// <param name="OnFront">Nothing is at least as good in both and better in one.</param>
/// <param name="Entry">The entry of the page that says more, without its leading <c>e</c>: the dot is then a link to it, which opens as a card.</param>
/// <param name="Place">Of a model in its comparison, from 0: the dot then has its shape and colour, and leads nowhere.</param>
/// <param name="Low">The lower end of the upright figure's interval, with <paramref name="High"/>; null where it has none.</param>
/// <param name="High">Its upper end.</param>
public sealed record ScatterPoint(string Label, decimal X, decimal Y, string Hint, bool OnFront, string? Entry = null, int? Place = null, decimal? Low = null, decimal? High = null);

/// <summary>Two figures of each thing against each other, such as cost and score, with the front of the best trades as steps.</summary>
public sealed record ScatterPlot : Chart
{
    /// <summary>At least one. Across, values are above 0.</summary>
    public required IReadOnlyList<ScatterPoint> Points { get; init; }

    /// <summary>What the axis across measures; its scale is logarithmic.</summary>
    public required string AcrossAxis { get; init; }

    public required Func<decimal, string> FormatAcross { get; init; }

    /// <summary>What the upright axis measures.</summary>
    public required string UprightAxis { get; init; }

    public required Func<decimal, string> FormatUpright { get; init; }

    /// <summary>The upright axis goes over powers of ten: its values are then above 0. Else it is linear.</summary>
    public bool UprightIsLogarithmic { get; init; }

    /// <summary>Of few points: less high.</summary>
    public bool IsSmall { get; init; }

    private int Top => 40 + Frame.Above(UprightAxis);
    private int Bottom => Top + (IsSmall ? 190 : 340);

    internal override string Kind => "scatter";
    internal override int Height => Bottom + 42 + Frame.Above(AcrossAxis);
    internal override bool HasLinks => Points.Any(p => p.Entry is not null);

    internal override void Draw(Pen svg)
    {
        var across = Scale.Logarithmic([.. Points.Select(p => p.X)]);
        decimal[] heights = [.. Points.SelectMany(p => (decimal?[])[p.Y, p.Low, p.High]).OfType<decimal>()];
        var upright = UprightIsLogarithmic ? Scale.Logarithmic(heights) : Scale.Linear(heights);
        Frame.Up(svg, upright, FormatUpright, UprightAxis, Top, Bottom);
        Frame.Across(svg, across, FormatAcross, AcrossAxis, Top, Bottom);

        // What is on the front is drawn last, over the rest.
        ScatterPoint[] points = [.. Points.OrderBy(p => p.OnFront).ThenBy(p => p.X).ThenBy(p => p.Y)];
        (double X, double Y)[] dots = [.. points.Select(p => (Frame.In(across.At(p.X)), Frame.Down(upright.At(p.Y), Top, Bottom)))];
        Front(svg, [.. dots.Where((_, i) => points[i].OnFront)]);
        for (var i = 0; i < points.Length; i++)
        {
            if (points[i] is { Low: { } low, High: { } high })
                svg.Line(dots[i].X, Frame.Down(upright.At(low), Top, Bottom), dots[i].X, Frame.Down(upright.At(high), Top, Bottom), points[i].Place is { } of ? $"whisker s{of}" : "whisker");
            if (points[i].Place is { } place) svg.Mark(dots[i].X, dots[i].Y, place, points[i].Hint);
            else svg.Dot(dots[i].X, dots[i].Y, 4.5, points[i].OnFront ? "dot" : "dot behind", points[i].Hint, points[i].Entry);
        }
        Labels(svg, points, dots);
    }

    /// <summary>From one dot level to the cost of the next, then up or down to it: between two dots nothing better is known.</summary>
    private static void Front(Pen svg, (double X, double Y)[] front)
    {
        for (var i = 1; i < front.Length; i++)
        {
            svg.Line(front[i - 1].X, front[i - 1].Y, front[i].X, front[i - 1].Y, "front");
            svg.Line(front[i].X, front[i - 1].Y, front[i].X, front[i].Y, "front");
        }
    }

    private static void Labels(Pen svg, ScatterPoint[] points, (double X, double Y)[] dots)
    {
        var order = Enumerable.Range(0, points.Length).OrderByDescending(i => points[i].OnFront).ThenBy(i => dots[i].Y).ToArray();
        var places = new LabelPlaces(dots).Put([.. order.Select(i => (i, points[i].Label, points[i].OnFront))]);
        for (var i = 0; i < order.Length; i++)
        {
            if (places[i] is not { } place) continue;
            svg.Open(points[order[i]].Entry);
            svg.Words(place.X, place.Y, points[order[i]].Label, "label" + (points[order[i]].OnFront || points[order[i]].Place is not null ? "" : " behind") + (place.OnlyWide ? " wide-only" : ""), place.Anchor, place.Shift);
            svg.Close(points[order[i]].Entry);
        }
    }
}
