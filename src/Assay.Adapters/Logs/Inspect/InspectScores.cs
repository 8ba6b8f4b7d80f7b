using System.Globalization;
using System.Text.Json;

namespace Assay.Adapters.Logs.Inspect;

/// <summary>
/// Scores of a sample. Values as Inspect itself turns them into numbers: C is 1, P is a half, I and N are 0, yes and true are 1, no and false are 0.
/// An own verdict beside a figure stands in its metadata (<c>passed</c>), as exports of this program write it. A value of several figures gives a score for each, named after it: <c>scorer.figure</c>.
/// </summary>
internal static class InspectScores
{
    public static IReadOnlyList<DraftScore> Of(JsonElement sample)
    {
        // Before there could be several, the one stood under 'score'.
        if (sample.Get("score").Says) return [.. Read("score", sample.Get("score"))];
        return [.. sample.Get("scores").Members.SelectMany(s => Read(s.Name, s.Value))];
    }

    private static IEnumerable<DraftScore> Read(string name, JsonElement score)
    {
        var value = score.Get("value");
        var answer = score.Text("answer");
        if (value.ValueKind is not JsonValueKind.Object) return [One(name, value, score.Text("explanation"), answer) with { Passed = score.Get("metadata").Flag("passed") }];
        return value.Members.Select(m => One($"{name}.{m.Name}", m.Value, score.Text("explanation"), answer));
    }

    private static DraftScore One(string name, JsonElement value, string? explanation, string? answer)
    {
        var told = value.AsAnything is { } text ? $"{name}: {text}." : $"{name} gave no value.";
        return new(name, Number(value), null, explanation is { Length: > 0 } ? explanation : told, answer);
    }

    private static double? Number(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => 1,
        JsonValueKind.False => 0,
        JsonValueKind.Number => value.AsNumber,
        JsonValueKind.String => Word(value.GetString()!),
        _ => null,
    };

    private static double? Word(string word) => word switch
    {
        "C" => 1,
        "P" => 0.5,
        "I" or "N" => 0,
        _ when word.Equals("yes", StringComparison.OrdinalIgnoreCase) || word.Equals("true", StringComparison.OrdinalIgnoreCase) => 1,
        _ when word.Equals("no", StringComparison.OrdinalIgnoreCase) || word.Equals("false", StringComparison.OrdinalIgnoreCase) => 0,
        _ => double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null,
    };
}
