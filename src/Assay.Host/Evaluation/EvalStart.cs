using Assay.Adapters.Images;
using Assay.Adapters.Storage.Runs;
using Assay.Adapters.Suites;
using Assay.Calls;
using Assay.Catalog;
using Assay.Evaluation;
using Assay.Host.Playground;
using Assay.Playground;
using Assay.Units;

namespace Assay.Host.Evaluation;

/// <summary>Makes a run of what is asked: finds suite and models, looks whether it can be done, keeps the suite.</summary>
/// <param name="runs">Where it is kept.</param>
/// <param name="models">Which models there are.</param>
/// <param name="catalog">For prices.</param>
/// <param name="work">Makes images ready that are not sent as they are.</param>
/// <param name="time">Clock.</param>
/// <param name="chance">Ten bytes that nobody can tell beforehand, for the id.</param>
public sealed class EvalStart(RunStore runs, PlaygroundModels models, Func<CatalogSnapshot> catalog, ImageWork work, TimeProvider time, Func<byte[]> chance)
{
    /// <summary>The run as it would be, or what is wrong.</summary>
    public (Run? Run, IReadOnlyList<string> Problems) Plan(EvalAsk ask, SuiteFolder suite)
    {
        var problems = ask.Faults().ToList();
        var all = models.All;
        var chosen = new List<ModelRef>();
        foreach (var name in (ask.Models ?? []).Select(m => m?.Trim() ?? "").Where(m => m.Length > 0))
        {
            if (models.Find(name, all, out var problem) is not { } found) problems.Add(problem!);
            else if (!found.Ready) problems.Add($"{found.Ref} cannot be called: {found.Words}");
            else if (chosen.Contains(found.Ref)) problems.Add($"{found.Ref} is named twice.");
            else if (TaskOf(suite) is { } task && found.Ref.IsLocal && found.Can(task) is { Yes: false } cannot) problems.Add($"{found.Ref} cannot do {task.Name()}, which this suite asks for: {cannot.Why}");
            else chosen.Add(found.Ref);
        }
        if (chosen.Count == 0 && problems.Count == 0) problems.Add("No model is named: give one or more as provider/model.");
        var settings = ask.Settings(suite.About);
        var trials = (long)suite.Count * chosen.Count * settings.Repetitions;
        if (trials > int.MaxValue / 4) problems.Add($"{trials:#,0} trials are more than one run holds: at most {int.MaxValue / 4:#,0}.");
        if (problems.Count > 0) return (null, problems);
        return (new()
        {
            Id = TurnId.Create(time.GetUtcNow(), chance()).Text, Created = time.GetUtcNow(), Suite = suite.About, SuiteHash = suite.Hash, Samples = suite.Count, Models = [.. chosen.Select(m => m.ToString())],
            Settings = settings, Origin = new RunOrigin.Own(),
        }, []);
    }

    /// <summary>What it may cost, at the prices of today.</summary>
    public RunEstimate Estimate(Run run, IEnumerable<Sample> samples) => RunEstimate.Of(run, samples, catalog());

    /// <summary>Keeps the suite, and begins the run.</summary>
    /// <exception cref="SuiteException">An image of it cannot be sent.</exception>
    public void Begin(Run run, SuiteFolder suite)
    {
        var images = new SuiteImages(suite, new(work), new());
        runs.KeepSuite(suite.Hash, suite.About, suite.Samples(), images.Image);
        runs.Begin(run, $"{Words.Plural(run.Trials, "trial")}: {Words.Plural(run.Samples, "sample")}, {Words.Plural(run.Models.Count, "model")}, {Words.Plural(run.Settings.Repetitions, "repetition")}.");
    }

    private static ModelTask? TaskOf(SuiteFolder suite) => suite.About.Task ?? suite.Samples().Select(s => (ModelTask?)suite.About.TaskOf(s)).FirstOrDefault();
}
