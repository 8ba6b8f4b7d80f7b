namespace Assay.Evaluation.Scorers;

/// <summary>Every scorer, sorted by id. A new one is one class and one line here; a test holds that none is forgotten.</summary>
public static class ScorerList
{
    public static IReadOnlyList<IScorer> All { get; } = [];

    public static IScorer? Find(string id) => All.FirstOrDefault(s => s.Id == id);
}
