using System.Globalization;
using Assay.Evaluation;

namespace Assay.Adapters.Logs;

/// <summary>
/// Turns a log's figures into scores. Where every figure is 0 or 1, the scorer draws a line: 1 passed. Where any lies between, it measures, and no
/// trial of the run is called passed or failed; unless the log itself says which. What lies outside of 0 to 1 is on a scale the log does not state: unscored.
/// </summary>
internal sealed class ScoreLine
{
    private readonly bool draws;

    /// <param name="scores">Of all trials of the run.</param>
    public ScoreLine(IEnumerable<DraftScore> scores) => draws = scores.All(s => s.Value is null or 0 or 1 or < 0 or > 1);

    public Score Of(DraftScore score) => score.Value switch
    {
        null when score.Passed is { } passed => passed ? Score.Pass(score.Why, score.Read) : Score.Fail(score.Why, score.Read),
        null => new Score.Unscored(score.Why),
        (< 0 or > 1) and var value => new Score.Unscored($"{score.Name} is {value.ToString("0.####", CultureInfo.InvariantCulture)} in the log: outside of 0 to 1, and the log does not state its scale."),
        { } value => new Score.Scored(value, score.Passed ?? (draws ? value == 1 : null), score.Why) { Read = score.Read },
    };
}
