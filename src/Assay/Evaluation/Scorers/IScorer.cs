namespace Assay.Evaluation.Scorers;

/// <summary>
/// A way to tell a right reply from a wrong one. One file each, found by the list <see cref="ScorerList"/>; each has a page in docs/scorers.
/// It is either an <see cref="IReplyScorer"/> or an <see cref="IJudge"/>.
/// </summary>
public interface IScorer
{
    /// <summary>As suites write it.</summary>
    string Id { get; }

    /// <summary>Part of every score's record; goes up when the same reply may get another score.</summary>
    int Version { get; }

    /// <summary>What suites may set, with the defaults; unknown ones are faults.</summary>
    IReadOnlyList<ScorerOption> Options => [];

    /// <summary>What is wrong with this target or these options, as a sentence that names the value, what is allowed and the fix; null where nothing is.</summary>
    string? Fault(Sample sample, ScorerChoice choice);
}

/// <summary>Scores by rules, here and now: the same reply always gets the same score. Never throws, whatever the reply is.</summary>
public interface IReplyScorer : IScorer
{
    /// <param name="reply">All text of a reply that came; never that of a failed call, a refusal or a filter.</param>
    Score Score(Sample sample, ScorerChoice choice, ScoredReply reply);
}

/// <summary>Has a model judge. The call goes the way of all calls; this says what is asked and reads what comes.</summary>
public interface IJudge : IScorer
{
    /// <summary>The model asked, as <c>provider/model</c>.</summary>
    string Model(ScorerChoice choice);

    /// <summary>What the judge is asked. The reply to be judged cannot end its own quotation.</summary>
    string Prompt(Sample sample, ScorerChoice choice, ScoredReply reply);

    /// <summary>A judgement that does not follow the form is <see cref="Evaluation.Score.Unscored"/>.</summary>
    Score Read(Sample sample, ScorerChoice choice, string judgement);
}

/// <param name="Text">As it came; may be empty.</param>
/// <param name="Cut">Whether the model stopped at a limit of output tokens: the answer may lack its end.</param>
/// <param name="ImageWidth">Pixels of the first image as sent; null where there is none. Boxes are measured in them.</param>
public sealed record ScoredReply(string Text, bool Cut = false, int? ImageWidth = null, int? ImageHeight = null);

/// <summary>What a suite may set of a scorer.</summary>
/// <param name="Allowed">In words, for messages and pages.</param>
/// <param name="Default">As a suite would write it, or in words.</param>
public sealed record ScorerOption(string Name, string Allowed, string Default);
