using Assay.Calls;
using Assay.Evaluation;
using Assay.Units;

namespace Assay.Host.Evaluation;

/// <summary>The call of a judge that scored a reply.</summary>
public sealed record EvalJudgementView
{
    /// <summary>As <c>provider/model</c>.</summary>
    public required string Model { get; init; }

    /// <summary>What it was asked; null where that was not kept.</summary>
    public string? Prompt { get; init; }

    /// <summary>What it said; null where its call brought no answer, and then <see cref="Failure"/>.</summary>
    public string? Reply { get; init; }
    public string? Failure { get; init; }

    /// <summary>Milliseconds, of the attempt that brought the reply.</summary>
    public double? LatencyMs { get; init; }
    public long? InputTokens { get; init; }
    public long? OutputTokens { get; init; }
    public EvalFigureView? Cost { get; init; }

    public static EvalJudgementView? Of(RecordedJudgement? judge) => judge is null ? null : new()
    {
        Model = judge.Model, Prompt = judge.Prompt, Reply = (judge.Outcome as CallOutcome.Replied)?.Text, Failure = (judge.Outcome as CallOutcome.Failed)?.Failure.Message,
        LatencyMs = judge.Outcome is CallOutcome.Replied && judge.Attempts.Count > 0 ? judge.Attempts[^1].Duration.TotalMilliseconds : null, InputTokens = judge.Usage?.Input, OutputTokens = judge.Usage?.Output,
        Cost = judge.Cost is { } cost ? new(cost.Usd, cost.Usd is { } usd ? Format.Usd(usd) : "not known") { Why = cost.Why } : null,
    };
}

/// <summary>What a person says of an answer.</summary>
/// <param name="Label"><c>pass</c> or <c>fail</c>.</param>
/// <param name="Agrees">Whether the score says the same; null where it gives no verdict.</param>
public sealed record EvalLabelView(string Person, string Label, bool? Agrees)
{
    /// <summary>Why, in the person's own words; null where none was given.</summary>
    public string? Note { get; init; }

    public static EvalLabelView Of(HumanLabel label, Score? score) => new(label.Person, label.Passed ? "pass" : "fail", score is Score.Scored { Passed: { } passed } ? passed == label.Passed : null) { Note = label.Note };
}

/// <summary>What one model did as a judge of the run.</summary>
/// <param name="Replies">That it scored in this scoring; <paramref name="Unscored"/> of them it gave no verdict on.</param>
/// <param name="Failed">Of these, calls that brought no answer: going on asks them again.</param>
/// <param name="Cost">Of those, what may have been charged at its most.</param>
/// <param name="CostInAll">The same over every scoring of the run.</param>
public sealed record EvalJudgeView(string Model, int Replies, int Unscored, int Failed, EvalFigureView Cost, EvalFigureView CostInAll)
{
    public static EvalJudgeView Of(JudgeTotal j) => new(j.Model, j.Replies, j.Unscored, j.Failed, Figure(j.Usd, j.Unknown, j.Replies), Figure(j.AllUsd, j.AllUnknown, j.AllReplies));

    private static EvalFigureView Figure(decimal usd, int unknown, int replies) =>
        new(unknown > 0 && unknown == replies ? null : usd, unknown == 0 ? Format.Usd(usd) : unknown == replies ? "not known" : $"at least {Format.Usd(usd)}") { Why = unknown == 0 ? null : $"The cost of {Words.Plural(unknown, "judgement")} cannot be told." };

    /// <summary>"60 replies, 2 without a verdict, for $0.12".</summary>
    public string Sentence(bool manyScorings) =>
        $"{Words.Plural(Replies, "reply", "replies")}{(Unscored > 0 ? $", {Format.Exact(Unscored)} without a verdict" : "")}{(Failed > 0 ? $" ({Format.Exact(Failed)} because the call failed; going on asks again)" : "")}; cost {Cost.Display}{(manyScorings ? $", over all scorings {CostInAll.Display}" : "")}{(CostInAll.Why is { } why ? $". {why}" : ".")}";
}
