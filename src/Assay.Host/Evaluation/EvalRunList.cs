using Assay.Evaluation;

namespace Assay.Host.Evaluation;

/// <summary>The runs that are kept.</summary>
public static class EvalRunList
{
    public const int PageSize = 20;

    /// <param name="suite">Id or beginning of the hash of a suite; null for all.</param>
    /// <param name="page">1 and above.</param>
    public static EvalListView Of(RunReports reports, string? suite, int page, int size = PageSize)
    {
        var all = reports.Store.List();
        Run[] chosen = [.. all.Where(r => suite is null || r.Suite.Id == suite || r.SuiteHash == suite)];
        return new()
        {
            Page = page, Pages = Math.Max(1, (chosen.Length + size - 1) / size), Total = chosen.Length, Suite = suite, Runs = [.. chosen.Skip((page - 1) * size).Take(size).Select(r => Item(reports, r))],
            Suites = [.. all.GroupBy(r => r.SuiteHash, StringComparer.Ordinal).Select(g => (g.First(), g.Count()))
                .Select(s => new EvalSuiteItem(s.Item1.Suite.Id, s.Item1.Suite.Title, s.Item1.Suite.Version, s.Item1.SuiteHash, s.Item1.Samples, s.Item1.Suite.Categories, s.Item1.Suite.Licence, s.Item2))
                .OrderBy(s => s.Title, StringComparer.OrdinalIgnoreCase).ThenByDescending(s => s.Version, StringComparer.Ordinal)],
        };
    }

    private static EvalRunItem Item(RunReports reports, Run run)
    {
        var (scores, done) = reports.Summary(run);
        return new()
        {
            Id = run.Id, Created = run.Created, Suite = run.Suite.Id, SuiteVersion = run.Suite.Version, SuiteHash = run.SuiteHash, Samples = run.Samples, Repetitions = run.Settings.Repetitions,
            State = RunState.Of(run, reports.Store.Events(run.Id)), Origin = EvalViews.Origin(run.Origin), Done = done, Trials = run.Trials, Models = scores,
        };
    }
}
