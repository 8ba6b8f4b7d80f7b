using Assay.Calls;

namespace Assay.Evaluation;

/// <summary>The call of a judge that scored a reply.</summary>
/// <param name="Model">The model that judged, as <c>provider/model</c>.</param>
/// <param name="Prompt">What it was asked; null where that was not kept.</param>
/// <param name="Outcome">How its call ended.</param>
/// <param name="Attempts">The last one last.</param>
public sealed record RecordedJudgement(string Model, string? Prompt, CallOutcome Outcome, IReadOnlyList<Attempt> Attempts)
{
    public Usage? Usage { get; init; }

    public CallCost? Cost { get; init; }
}

/// <summary>What one model did as a judge of a run.</summary>
/// <param name="Model">As <c>provider/model</c>.</param>
/// <param name="Replies">Scored by it in the scoring looked at.</param>
/// <param name="Unscored">Of those, how many it gave no verdict on.</param>
/// <param name="Failed">Of those, calls that brought no answer: going on asks them again.</param>
/// <param name="Usd">US dollars for them; what may have been charged counts at its most.</param>
/// <param name="Unknown">Of those, how many have a cost that cannot be told.</param>
/// <param name="AllReplies">The same over every scoring of the run.</param>
public sealed record JudgeTotal(string Model, int Replies, int Unscored, int Failed, decimal Usd, int Unknown, int AllReplies, decimal AllUsd, int AllUnknown);
