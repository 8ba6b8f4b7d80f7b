using System.Globalization;
using System.Text;

namespace Assay.Charts;

/// <summary>
/// A value over time in the size of a word: a step line without axes, for beside a sentence that says the same. Hidden from readers of the screen,
/// which have the sentence. Stretches with its box; 0 is at the foot.
/// </summary>
public static class Sparkline
{
    private const int Width = 120;
    private const int Height = 24;
    private const int Edge = 2;

    /// <param name="steps">In the order of days, at least two with a value; a null ends the line until the next value.</param>
    /// <param name="until">The last day: what still holds is drawn up to it.</param>
    /// <exception cref="ArgumentException">Fewer than two steps have a value: there is nothing to draw.</exception>
    public static string Svg(IReadOnlyList<Step> steps, DateOnly until)
    {
        if (steps.Count(s => s.Value is not null) < 2) throw new ArgumentException("A line over time needs two values at least.", nameof(steps));
        var (first, last) = (steps[0].From.DayNumber, Math.Max(until.DayNumber, steps[^1].From.DayNumber));
        var highest = steps.Max(s => s.Value ?? 0);
        double Across(DateOnly day) => Edge + (Width - 2 * Edge) * (last == first ? 0 : (double)(day.DayNumber - first) / (last - first));
        double Down(decimal value) => highest <= 0 ? Height - Edge : Height - Edge - (Height - 2 * Edge) * (double)(value / highest);

        var path = new StringBuilder();
        var drawing = false;
        for (var i = 0; i < steps.Count; i++)
        {
            if (steps[i].Value is not { } value)
            {
                drawing = false;
                continue;
            }
            if (drawing) path.Append(CultureInfo.InvariantCulture, $"V{Down(value):0.#}");
            else path.Append(CultureInfo.InvariantCulture, $"M{Across(steps[i].From):0.#} {Down(value):0.#}");
            path.Append(CultureInfo.InvariantCulture, $"H{Across(i + 1 < steps.Count ? steps[i + 1].From : DateOnly.FromDayNumber(last)):0.#}");
            drawing = true;
        }
        return $"<svg class=\"spark\" viewBox=\"0 0 {Width} {Height}\" width=\"{Width}\" height=\"{Height}\" aria-hidden=\"true\" focusable=\"false\"><path d=\"{path}\"/></svg>";
    }
}
