namespace Assay.Charts;

/// <summary>A value that holds from a day on; null from a day on which it is no longer known.</summary>
public sealed record Step(DateOnly From, decimal? Value);

/// <param name="Name">Written at the end of the line.</param>
/// <param name="Steps">In the order of days; at least one with a value.</param>
/// <param name="Place">Of a model in its comparison, from 0 to 5, by which the line has its colour and dashes; null: the series' own place.</param>
public sealed record StepSeries(string Name, IReadOnlyList<Step> Steps, int? Place = null);

/// <summary>Values that hold until they change, over days: a history of prices or limits. At most six series; each has its own colour and dashes.</summary>
public sealed record StepPlot : Chart
{
    public required IReadOnlyList<StepSeries> Series { get; init; }

    /// <summary>The last day shown: what still holds is drawn up to it.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>What the upright axis measures, with its unit. It begins at 0 where no value is below.</summary>
    public required string Axis { get; init; }

    public required Func<decimal, string> Format { get; init; }

    private int Top => 40 + Frame.Above(Axis);
    private int Bottom => Top + 200;
    private const double LabelHeight = 15;

    internal override string Kind => "steps";
    internal override int Height => Bottom + 24;

    internal override void Draw(Pen svg)
    {
        if (Series.Count > 6) throw new InvalidOperationException($"{Series.Count} series cannot be told apart: give at most 6, and the rest in a chart of their own.");
        var days = Series.SelectMany(s => s.Steps).Where(s => s.Value is not null).Select(s => s.From).DefaultIfEmpty(Until).ToArray();
        var across = Scale.Days(days.Min(), days.Max() > Until ? days.Max() : Until);
        var upright = Scale.Linear([0, .. Series.SelectMany(s => s.Steps).Select(s => s.Value).OfType<decimal>()], steps: 4);
        Frame.Up(svg, upright, Format, Axis, Top, Bottom);
        foreach (var tick in across.Ticks) svg.Words(Frame.In(across.At(tick)), Bottom + 16, DayOf(tick), "tick", "middle");

        var ends = new List<(double X, double Y, int Series)>();
        for (var i = 0; i < Series.Count; i++)
            if (Draw(svg, i, across, upright) is { } end) ends.Add((end.X, end.Y, i));
        Names(svg, ends);
    }

    /// <summary>The line of a series; null where it has no value at all.</summary>
    private (double X, double Y)? Draw(Pen svg, int place, Scale across, Scale upright)
    {
        (double X, double Y)? end = null;
        var (steps, css) = (Series[place].Steps, $"s{Series[place].Place ?? place}");
        double? before = null;
        for (var i = 0; i < steps.Count; i++)
        {
            if (steps[i].Value is not { } value)
            {
                before = null;
                continue;
            }
            var (from, y) = (Frame.In(across.At(steps[i].From.DayNumber)), Frame.Down(upright.At(value), Top, Bottom));
            var to = Frame.In(across.At((i + 1 < steps.Count ? steps[i + 1].From : Until).DayNumber));
            if (before is { } last) svg.Line(from, last, from, y, $"step {css}");
            svg.Line(from, y, to, y, $"step {css}");
            svg.Dot(from, y, 3, $"dot {css}", $"{Series[place].Name}: {Format(value)} from {steps[i].From:yyyy-MM-dd}");
            before = y;
            end = (to, y);
        }
        return end;
    }

    /// <summary>Above the end of each line, pushed up where two lines end near each other.</summary>
    private void Names(Pen svg, List<(double X, double Y, int Series)> ends)
    {
        var free = double.MaxValue;
        foreach (var (x, y, series) in ends.OrderByDescending(e => e.Y))
        {
            free = Math.Min(y - 6, free - LabelHeight);
            svg.Words(x, Math.Max(free, 10), Series[series].Name, $"label s{Series[series].Place ?? series}", "end");
        }
    }

    private static string DayOf(decimal dayNumber)
    {
        var day = DateOnly.FromDayNumber((int)dayNumber);
        return day.Day == 1 ? day.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture) : day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
    }
}
