using Assay.Units;
using Assay.Vision;
using Assay.Vision.Texts;

namespace Assay.Evaluation.Scorers;

/// <summary>
/// Average normalised Levenshtein similarity, as document questions are scored: 1 - distance / length of the longer, of the closest target; 0 where
/// the distance is the threshold or more. Source: Biten et al. 2019, "Scene Text Visual Question Answering".
/// </summary>
public sealed class AnlsScorer : ReplyScorer<AnlsOptions>
{
    public override string Id => "anls";

    public override IReadOnlyList<ScorerOption> Options { get; } =
    [
        new("threshold", "a normalised distance above 0 to 1, from which on the value is 0", "0.5"),
        new("pass_at", "the least value that passes, above 0 to 1", "none: the reply is graded and neither passes nor fails"),
    ];

    private protected override AnlsOptions ReadOptions(OptionReader reader) => new(reader.Number("threshold", 0.5, 0, 1, above: true), reader.Number("pass_at", -1, 0, 1, above: true) is > 0 and var line ? line : null);

    private protected override Score Score(Sample sample, AnlsOptions options, ScoredReply reply)
    {
        var normal = new TextNormal { IgnoreCase = true };
        var text = normal.Apply(TextReading.Read(reply.Text));
        var best = sample.Target.Max(t => Similarity(normal.Apply(t), text, options.Threshold));
        return new Score.Scored(best, options.PassAt is { } least ? best >= least : null, $"Similarity {Math.Round(best, 3)} to the closest target.") { Read = Answers.FinalAnswer.Short(text) };
    }

    private static double Similarity(string target, string text, double threshold)
    {
        // The difference in length alone is a distance; counting more precisely would take the product of both lengths.
        if (text.Length > 20 * target.Length + 1_000) return 0;
        var parts = TextParts.Characters(target, text);
        var (a, b) = (parts.A.Ids, parts.B.Ids);
        var longest = Math.Max(a.Length, b.Length);
        if (longest == 0 || (double)Math.Abs(a.Length - b.Length) / longest >= threshold || (long)a.Length * b.Length > TextError.MostCells) return 0;
        var distance = (double)new EditRow(parts.Kinds).Last(a, b)[^1] / longest;
        return distance < threshold ? 1 - distance : 0;
    }
}

/// <summary>What a suite sets of <see cref="AnlsScorer"/>.</summary>
/// <param name="PassAt">Null draws no line.</param>
public sealed record AnlsOptions(double Threshold, double? PassAt);
