using Assay.Catalog;

namespace Assay.Comparison;

/// <summary>The benchmarks whose items are questions on pictures in the five categories of the vision evals.</summary>
public static class VisionEvalSuites
{
    /// <summary>As others publish it.</summary>
    public const string Published = "vision-evals";

    /// <summary>Drawn by Assay; anybody can run it.</summary>
    public const string Own = "vision-basics";

    /// <summary>In the order of telling.</summary>
    public static IReadOnlyList<string> Categories { get; } = ["Defect Detection", "Document Understanding", "Object Counting", "Object Understanding", "Spatial Understanding"];

    public static bool Has(string benchmark) => benchmark is Published or Own;
}

/// <summary>Results on vision evals that were made in the same way by the same hands, so that they may stand side by side.</summary>
/// <param name="By">Who ran it, or who says so.</param>
/// <param name="Columns">In page order; null where the model was not run so.</param>
public sealed record VisionEvalGroup(string Benchmark, string By, string? Version, string? Settings, IReadOnlyList<VisionEvalColumn?> Columns);

/// <param name="Overall">Null where only categories are told.</param>
/// <param name="Categories">By name, in the order of telling.</param>
public sealed record VisionEvalColumn(BenchmarkResult? Overall, IReadOnlyList<(string Name, BenchmarkResult Result)> Categories)
{
    public IEnumerable<BenchmarkResult> All => Categories.Select(c => c.Result).Prepend(Overall!).Where(r => r is not null);
}

public static class VisionEvalTable
{
    private static readonly Comparer<Claim> ByRank = Comparer<Claim>.Create(Precedence.Compare);

    /// <summary>What is said of a model that was run on none of them: that this is no result, and the command that would make one.</summary>
    public static string NotRun(Model model)
    {
        var command = model.Offers.OrderBy(o => o.Id.Qualifiers.Length).FirstOrDefault() is { } offer
            ? $"“assay eval run {VisionEvalSuites.Own} --models {offer.Provider.Id}/{offer.Id.ModelAtProvider}” runs Assay's own."
            : "No provider is known that serves it, so it cannot be run as it is.";
        return $"The vision evals were not run on {model.Name}, as far as is known; that is no result, not a bad one. {command}";
    }

    /// <summary>The groups that have a result of at least one of the models, best source first. Unconfirmed results are in none.</summary>
    public static IReadOnlyList<VisionEvalGroup> Of(IReadOnlyList<Model> models)
    {
        var results = models.Select((model, place) => model.Results.Where(r => VisionEvalSuites.Has(r.Score.Benchmark) && r.Score.Unit == "percent" && !r.Claim.Unconfirmed).Select(r => (Place: place, Result: r)))
            .SelectMany(r => r).ToArray();
        return
        [
            .. results.GroupBy(r => (r.Result.Score.Benchmark, r.Result.Claim.Source.Publisher, r.Result.Score.MeasuredBy, r.Result.Score.Version, r.Result.Score.Settings))
                .OrderBy(g => g.Key.Benchmark != VisionEvalSuites.Published).ThenBy(g => g.Select(r => r.Result.Claim).Min(ByRank)!, ByRank)
                .Select(g => new VisionEvalGroup(g.Key.Benchmark, g.Key.MeasuredBy ?? g.Key.Publisher, g.Key.Version, g.Key.Settings, [.. models.Select((_, place) => Column([.. g.Where(r => r.Place == place).Select(r => r.Result)]))])),
        ];
    }

    private static VisionEvalColumn? Column(BenchmarkResult[] results)
    {
        if (results.Length == 0) return null;
        var best = results.GroupBy(r => r.Score.Category).Select(g => (Name: g.Key, Result: g.MinBy(r => r.Claim, ByRank)!)).ToArray();
        return new(best.FirstOrDefault(b => b.Name is null).Result,
            [.. best.Where(b => b.Name is not null).Select(b => (b.Name!, b.Result)).OrderBy(b => Place(b.Item1)).ThenBy(b => b.Item1, StringComparer.Ordinal)]);
    }

    private static int Place(string category) => VisionEvalSuites.Categories.TakeWhile(c => c != category).Count();
}
