using Assay.Units;
using Assay.Vision;

namespace Assay.Evaluation.Scorers;

/// <summary>What the two error rates share: the best target counts, 1 - rate is the value, and a line is drawn only where the suite draws one.</summary>
public abstract class RateScorer : ReplyScorer<RateOptions>
{
    private protected RateScorer()
    {
    }

    /// <summary>CER or WER.</summary>
    private protected abstract string Name { get; }

    private protected abstract TextRate Rate(string reference, string text, TextNormal normal);

    public override IReadOnlyList<ScorerOption> Options { get; } =
    [
        new("pass_below", "a rate above 0 to 1: replies with a lower one pass", "none: the reply is graded and neither passes nor fails"),
        new("ignore_case", "true or false", "false"),
        new("plain_punctuation", "true or false: typographic quotes and dashes count as plain ones", "false"),
    ];

    private protected override RateOptions ReadOptions(OptionReader reader) =>
        new(reader.Number("pass_below", -1, 0, 1, above: true) is > 0 and var line ? line : null, new() { IgnoreCase = reader.Flag("ignore_case", false), PlainPunctuation = reader.Flag("plain_punctuation", false) });

    private protected override Score Score(Sample sample, RateOptions options, ScoredReply reply)
    {
        var text = TextReading.Read(reply.Text);
        double? best = null;
        foreach (var target in sample.Target)
        {
            // Whoever writes more than twice as much is at least all wrong: no need to count by how much, which would take the product of both lengths.
            var rate = text.Length > 4 * target.Length + 1_000 ? 1 : Rate(target, text, options.Normal) is TextRate.Computed computed ? computed.Rate : (double?)null;
            if (rate is null) return new Score.Unscored($"The {Name} cannot be computed: the target {Quote(target)} is empty once normalised, or both texts are too long.");
            best = Math.Min(best ?? double.MaxValue, rate.Value);
        }
        var line = options.PassBelow is { } below ? $", wanted is less than {Format.Percent((decimal)below)}" : "";
        return new Score.Scored(Math.Clamp(1 - best!.Value, 0, 1), options.PassBelow is { } most ? best < most : null, $"{Name} {(best >= 1 ? "100 % or more" : Format.Percent((decimal)best.Value))}{line}.") { Read = Answers.FinalAnswer.Short(text) };
    }
}

/// <summary>What a suite sets of <see cref="CerScorer"/> and <see cref="WerScorer"/>.</summary>
/// <param name="PassBelow">Above 0 to 1; null draws no line.</param>
public sealed record RateOptions(double? PassBelow, TextNormal Normal);
