using Assay.Host.Comparison;

namespace Assay.Host.Decisions;

/// <summary>Makes records for every surface.</summary>
public sealed class DecisionService(DecisionEvals evals)
{
    public const int LongestReason = 4_000;
    public const int LongestName = 200;

    /// <summary>With the runs that stand in the catalogue.</summary>
    public DecisionRecord Make(ComparisonAnswer.Compared compared, DecisionChoice choice) => DecisionBuilder.Build(compared, choice, evals.Of(compared));

    /// <summary>With these runs and no others.</summary>
    internal static DecisionRecord Make(ComparisonAnswer.Compared compared, DecisionChoice choice, IReadOnlyList<DecisionEval> runs) => DecisionBuilder.Build(compared, choice, runs);

    /// <summary>What people made of a comparison, as typed; one sentence for each fault.</summary>
    public static (DecisionChoice Choice, IReadOnlyList<string> Problems) Choice(ComparisonAnswer.Compared compared, string? chosen, string? by, string? because)
    {
        var problems = new List<string>();
        string? model = null;
        if (Typed(chosen) is { } name)
        {
            model = compared.Catalog.Find(name) is Assay.Catalog.NameLookup.Found found ? compared.Models.FirstOrDefault(m => m == found.Model)?.Id : null;
            if (model is null) problems.Add($"The chosen model '{name}' is not one of the models compared: choose {string.Join(", ", compared.Models.Select(m => m.Id))}.");
        }
        if (Typed(by) is { Length: > LongestName } who) problems.Add($"Who decided has {who.Length} letters: at most {LongestName} are kept.");
        if (Typed(because) is { Length: > LongestReason } why) problems.Add($"The reason has {why.Length} letters: at most {LongestReason} are kept; put the rest where the address leads to.");
        return (new(model, Typed(by), Typed(because)), problems);
    }

    private static string? Typed(string? text) => text?.ReplaceLineEndings("\n").Trim() is { Length: > 0 } typed ? typed : null;
}
