using Assay.Vision;

namespace Assay.Evaluation.Scorers;

/// <summary>What <see cref="BoxesScorer"/> sees in a reply: the boxes that are wanted, those that it reads, and which of them are the same.</summary>
/// <param name="Target">Boxes that are right.</param>
/// <param name="Reading">The reply as the scorer reads it.</param>
/// <param name="Match">Target first; where nothing can be read all of the target stands alone.</param>
/// <param name="Iou">The least overlap of a pair, above 0 to 1.</param>
public sealed record BoxComparison(IReadOnlyList<Detection> Target, BoxReading Reading, BoxMatch Match, double Iou);
