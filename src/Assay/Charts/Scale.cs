namespace Assay.Charts;

/// <summary>
/// Maps values to places on an axis: 0 is its beginning, 1 its end. The ends are round numbers around the data, so no mark stands on an edge
/// that has no label. Values are decimals: there is no NaN and no infinity to be drawn.
/// </summary>
public sealed class Scale
{
    private readonly double first;
    private readonly double last;
    private readonly bool log;

    private Scale(double first, double last, bool log, IReadOnlyList<decimal> ticks) => (this.first, this.last, this.log, Ticks) = (first, last, log, ticks);

    /// <summary>Values with a line and a label, ascending; at least two.</summary>
    public IReadOnlyList<decimal> Ticks { get; }

    /// <summary>Where a value stands; outside 0 to 1 for values outside the data the scale was made of.</summary>
    public double At(decimal value) => ((log ? Math.Log10((double)value) : (double)value) - first) / (last - first);

    /// <summary>Equal steps of 1, 2 or 5 times a power of ten.</summary>
    /// <param name="values">At least one.</param>
    /// <param name="steps">About how many.</param>
    public static Scale Linear(IReadOnlyCollection<decimal> values, int steps = 5)
    {
        var (low, high) = Ends(values);
        if (low == high) (low, high) = low == 0 ? (-1, 1) : (low - Math.Abs(low) * 0.1m, high + Math.Abs(high) * 0.1m);
        var step = Step((high - low) / steps);
        var (from, to) = (Math.Floor(low / step), Math.Ceiling(high / step));
        var ticks = new List<decimal>();
        for (var i = from; i <= to; i++) ticks.Add(i * step);
        return new((double)ticks[0], (double)ticks[^1], log: false, ticks);
    }

    /// <summary>Equal steps for equal ratios: for prices and anything else that goes over powers of ten.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is 0 or less.</exception>
    public static Scale Logarithmic(IReadOnlyCollection<decimal> values)
    {
        var (low, high) = Ends(values);
        if (low <= 0) throw new ArgumentOutOfRangeException(nameof(values), low, "A logarithmic scale has no place for 0 or less: leave such values out and list them beside the chart, or use a linear scale.");
        // A little room at the ends, and more where the values are so near each other that no two round numbers are between them.
        var (from, to) = (Math.Log10((double)low) - 0.06, Math.Log10((double)high) + 0.06);
        if (to - from < 0.8) (from, to) = (from - 0.4, to + 0.4);
        decimal[] within = to - from <= 2 ? [1, 2, 5] : [1];
        var every = Math.Max(1, (int)((to - from) / 6));
        var ticks = new List<decimal>();
        for (var power = (int)Math.Floor(from); power <= to; power += every)
            foreach (var factor in within)
                if (Math.Log10((double)factor) + power is var place && place >= from && place <= to) ticks.Add(factor * Power(power));
        return new(from, to, log: true, ticks);
    }

    /// <summary>Days as day numbers; the ticks are first days of years, quarters or months, whichever gives few.</summary>
    public static Scale Days(DateOnly first, DateOnly last)
    {
        if (first >= last) (first, last) = (first.AddDays(-15), first.AddDays(15));
        var months = ((last.Year - first.Year) * 12) + last.Month - first.Month + 1;
        int[] spans = [1, 2, 3, 6, 12, 24, 60, 120];
        var span = spans.FirstOrDefault(s => months / s <= 5, 240);
        var ticks = new List<decimal>();
        for (var month = first.Year * 12; month <= last.Year * 12 + 11; month += span)
        {
            var day = new DateOnly(month / 12, month % 12 + 1, 1);
            if (day >= first && day <= last) ticks.Add(day.DayNumber);
        }
        // Within one month there may be no first day: then the ends are told.
        if (ticks.Count < 2) ticks = [first.DayNumber, last.DayNumber];
        return new(first.DayNumber, last.DayNumber, log: false, ticks);
    }

    private static (decimal Low, decimal High) Ends(IReadOnlyCollection<decimal> values) =>
        values.Count > 0 ? (values.Min(), values.Max()) : throw new ArgumentException("A scale needs at least one value: show a sentence in place of an empty chart.", nameof(values));

    private static decimal Step(decimal rough)
    {
        var power = Power((int)Math.Floor(Math.Log10((double)rough)));
        var ratio = rough / power;
        return power * (ratio <= 1 ? 1 : ratio <= 2 ? 2 : ratio <= 5 ? 5 : 10);
    }

    private static decimal Power(int exponent)
    {
        var power = 1m;
        for (var i = 0; i < Math.Abs(exponent); i++) power = exponent > 0 ? power * 10 : power / 10;
        return power;
    }
}
