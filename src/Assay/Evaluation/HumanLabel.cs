namespace Assay.Evaluation;

/// <summary>What a person says of one answer. It stands beside the scores and changes none.</summary>
/// <param name="Person">A name or sign; each person's newest word on a trial counts.</param>
/// <param name="Passed">Whether the answer is right.</param>
public sealed record HumanLabel(TrialKey Key, string Person, bool Passed);
