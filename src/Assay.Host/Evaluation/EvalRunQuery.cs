using System.Globalization;
using Assay.Evaluation.Reports;

namespace Assay.Host.Evaluation;

/// <summary>What a page of a run is asked for: <c>scoring</c>, the pair <c>a</c> and <c>b</c>, another run to hold it <c>against</c>, paired <c>by=id</c>.</summary>
public sealed record EvalRunQuery
{
    /// <summary>Null where there is no such run.</summary>
    public ReportedRun? Run { get; private init; }
    public (ModelReport First, ModelReport Second)? Pair { get; private init; }
    public ReportedRun? Against { get; private init; }

    /// <summary>As asked for; kept where the other run is not found, so that the form shows what was typed.</summary>
    public string? AgainstText { get; private init; }
    public bool ById { get; private init; }
    public IReadOnlyList<string> Problems { get; private init; } = [];

    public static EvalRunQuery From(RunReports reports, string id, IQueryCollection query)
    {
        var problems = new List<string>();
        int? scoring = null;
        if (query["scoring"].ToString().Trim() is { Length: > 0 } text)
        {
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) scoring = number;
            else problems.Add($"scoring '{text}' is not a number: 1 is the first scoring of a run.");
        }
        if (reports.Find(id, scoring, out var problem) is not { } run) return new();
        if (problem is not null) problems.Add(problem);
        var other = query["against"].ToString().Trim();
        var against = other.Length == 0 ? null : reports.Find(other);
        if (other.Length > 0 && against is null) problems.Add(NoRun(reports, other));
        if (against is not null && against.Run.Id == run.Run.Id) (against, _) = (null, Add(problems, $"against '{other}' is this run itself: name another one."));
        return new() { Run = run, Pair = ReadPair(query, run, problems), Against = against, AgainstText = other.Length > 0 ? other : null, ById = query["by"] == "id", Problems = problems };
    }

    /// <summary>What is said where no run has this id.</summary>
    public static string NoRun(RunReports reports, string id)
    {
        var begin = reports.Store.Ids(id);
        if (begin.Count > 1) return $"'{id}' is the beginning of {begin.Count} runs: {string.Join(", ", begin.Take(5))}{(begin.Count > 5 ? " …" : "")}. Give more of it.";
        var newest = reports.Store.List().Take(3).Select(r => r.Id).ToArray();
        return $"No run has the id '{id}'.{(newest.Length == 0 ? " No run is kept yet." : $" The newest: {string.Join(", ", newest)}.")}";
    }

    private static (ModelReport, ModelReport)? ReadPair(IQueryCollection query, ReportedRun run, List<string> problems)
    {
        var best = EvalRunViewBuilder.Best(run.Report);
        ModelReport? Read(string key)
        {
            if (query[key].ToString().Trim() is not { Length: > 0 } name) return null;
            var found = run.Model(name, key, out var problem);
            if (problem is not null) problems.Add(problem);
            return found;
        }
        var (a, b) = (Read("a"), Read("b"));
        if (best is not { } two || a is null && b is null) return null;
        if (a is not null && ReferenceEquals(a, b))
        {
            problems.Add($"a and b are both {a.Name}: choose two models.");
            return null;
        }
        a ??= ReferenceEquals(two.First, b) ? two.Second : two.First;
        b ??= ReferenceEquals(two.First, a) ? two.Second : two.First;
        return (a, b);
    }

    private static bool Add(List<string> problems, string what)
    {
        problems.Add(what);
        return true;
    }
}
