using System.Globalization;

namespace Assay.Vision.Replies;

/// <summary>Scores as replies write them: 0 to 1, 0 to 100, or "95%". One reply has one scale: a plain number above 1 makes all plain ones hundredths.</summary>
internal static class ReplyScores
{
    public static IReadOnlyList<double?> Read(IReadOnlyList<LooseValue?> raw, List<string> notes)
    {
        var read = raw.Select(Number).ToArray();
        var hundredths = read.Any(r => r is { Percent: false, Value: > 1 and <= 100 });
        var left = 0;
        double?[] scores =
        [
            .. read.Select(r =>
            {
                if (r is null) return null;
                var value = r.Value.Percent || hundredths ? r.Value.Value / 100 : r.Value.Value;
                if (value is >= 0 and <= 1) return (double?)value;
                left++;
                return null;
            }),
        ];
        left += raw.Where((v, i) => v is not null and not LooseValue.Word && read[i] is null).Count();
        if (left > 0) notes.Add(left == 1 ? "One score is neither a number of 0 to 1 or 0 to 100 nor a percentage, and is left out." : $"{left} scores are neither numbers of 0 to 1 or 0 to 100 nor percentages, and are left out.");
        if (hundredths) notes.Add("Scores are read as hundredths, because one is above 1.");
        return scores;
    }

    private static (double Value, bool Percent)? Number(LooseValue? value)
    {
        if (value is LooseValue.Number { Value: var number }) return double.IsFinite(number) ? (number, false) : null;
        if (value is not LooseValue.Text { Value: var text }) return null;
        var trimmed = text.Trim();
        var percent = trimmed.EndsWith('%');
        return double.TryParse(percent ? trimmed[..^1] : trimmed, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed) && double.IsFinite(parsed) ? (parsed, percent) : null;
    }
}
