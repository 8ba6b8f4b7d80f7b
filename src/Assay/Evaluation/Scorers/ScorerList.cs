namespace Assay.Evaluation.Scorers;

/// <summary>Every scorer, sorted by id. A new one is one class and one line here; a test holds that none is forgotten.</summary>
public static class ScorerList
{
    public static IReadOnlyList<IScorer> All { get; } =
    [
        new AnlsScorer(), new BoxesScorer(), new CerScorer(), new ChoiceScorer(), new ExactScorer(), new JsonSchemaScorer(), new JudgeScorer(), new LabelScorer(), new NumberScorer(),
        new RegexScorer(), new SetScorer(), new TextScorer(), new WerScorer(),
    ];

    private static readonly Dictionary<string, IScorer> ById = All.ToDictionary(s => s.Id, StringComparer.Ordinal);

    public static IScorer? Find(string id) => ById.GetValueOrDefault(id);
}
