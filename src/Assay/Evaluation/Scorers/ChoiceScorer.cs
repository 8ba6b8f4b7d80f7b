using Assay.Evaluation.Answers;

namespace Assay.Evaluation.Scorers;

/// <summary>The final answer takes one of the choices, and it is a target.</summary>
public sealed class ChoiceScorer : ReplyScorer<ChoiceOptions>
{
    private static readonly string[] YesNo = ["yes", "no"];
    private static readonly ChoiceReader YesNoReader = new(YesNo);

    public override string Id => "choice";

    public override int Version => 2;

    public override IReadOnlyList<ScorerOption> Options { get; } = [new("choices", "a list of two or more different texts", "[yes, no]")];

    private protected override ChoiceOptions ReadOptions(OptionReader reader)
    {
        if (reader.Texts("choices") is not { } choices) return new(YesNo, YesNoReader);
        var normal = choices.Select(AnswerText.Normal).ToArray();
        if (choices.Count < 2) reader.Wrong("choices", "has fewer than two");
        else if (normal.Contains("") || normal.Distinct(StringComparer.Ordinal).Count() != normal.Length) reader.Wrong("choices", "has two that are the same once case and punctuation are set aside, or one that is punctuation only");
        return new(choices, new(choices));
    }

    private protected override string? TargetFault(Sample sample, ChoiceOptions options) =>
        sample.Target.FirstOrDefault(t => options.Place(t) < 0) is { } strange
            ? $"The target {Quote(strange)} is none of the choices {Units.Words.List([.. options.Choices.Select(Quote)])}; write one of them, or add it to 'choices' of the scorer."
            : options.Choices.Count == sample.Target.Distinct().Count() ? "Every choice is a target, so any answer passes; take away those that are wrong." : null;

    private protected override Score Score(Sample sample, ChoiceOptions options, ScoredReply reply)
    {
        foreach (var target in sample.Target)
            if (options.Place(target) < 0) return new Score.Unscored(TargetFault(sample, options)!);
        var found = FinalAnswer.Find(reply.Text, options.Reader.Read);
        if ((found.Value ?? (found.Why is { Length: > 0 } ? null : options.Reader.Restated(sample.Input, FinalAnswer.Whole(reply.Text)))) is not { } choice) return Evaluation.Score.Fail(found.Why is { Length: > 0 } why ? $"{why} Wanted is {Wanted(sample)}." : $"None of the choices is given as the answer in {Quote(found.Quoted ?? reply.Text)}; wanted is {Wanted(sample)}.");
        var right = sample.Target.Any(t => options.Place(t) == options.Place(choice));
        return right ? Evaluation.Score.Pass($"The answer is {Quote(choice)}.", choice) : Evaluation.Score.Fail($"The answer is {Quote(choice)}; wanted is {Wanted(sample)}.", choice);
    }
}

/// <summary>What a suite sets of <see cref="ChoiceScorer"/>.</summary>
public sealed record ChoiceOptions
{
    private readonly string[] normal;

    internal ChoiceOptions(IReadOnlyList<string> choices, ChoiceReader reader) => (Choices, Reader, normal) = (choices, reader, [.. choices.Select(AnswerText.Normal)]);

    internal IReadOnlyList<string> Choices { get; }

    internal ChoiceReader Reader { get; }

    /// <summary>Which choice a text is; below 0 for none.</summary>
    internal int Place(string text)
    {
        for (var i = 0; i < Choices.Count; i++)
            if (ReferenceEquals(Choices[i], text) || Choices[i].Equals(text, StringComparison.OrdinalIgnoreCase)) return i;
        return Array.IndexOf(normal, AnswerText.Normal(text));
    }
}
