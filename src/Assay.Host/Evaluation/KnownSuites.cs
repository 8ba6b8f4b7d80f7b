using System.Collections.Concurrent;
using Assay.Adapters.Suites;

namespace Assay.Host.Evaluation;

/// <summary>The suites that can be named: of the data folder, and those that came with the program. One that was read is not read again until its files change. Thread-safe.</summary>
/// <param name="lints">Null: suites are not looked at for what makes their scores less than they seem.</param>
public sealed class KnownSuites(SuiteFinder finder, SuiteLints? lints = null)
{
    private readonly ConcurrentDictionary<string, (DateTime Changed, EvalKnownSuiteView View)> read = new(StringComparer.Ordinal);

    /// <summary>By id.</summary>
    public IReadOnlyList<EvalKnownSuiteView> All => [.. finder.Ids.Select(id => Linted(Of(id)))];

    /// <summary>One of them with all that its lint found; null where there is none of this id.</summary>
    public EvalSuitePageView? Find(string id)
    {
        if (!finder.Ids.Contains(id)) return null;
        var suite = Of(id);
        return suite.Faults.Count > 0 ? new(suite, LintView.Of(finder.Folder(id)!)) : new(Linted(suite), Lint(suite));
    }

    private EvalKnownSuiteView Linted(EvalKnownSuiteView suite) => Lint(suite) is { } lint ? suite with { LintErrors = lint.Errors, LintWarnings = lint.Warnings } : suite;

    private LintView? Lint(EvalKnownSuiteView suite) => suite.Hash is { } hash && finder.Folder(suite.Id) is { } folder ? lints?.Of(hash, folder, suite.Samples ?? 0) : null;

    private EvalKnownSuiteView Of(string id)
    {
        var folder = finder.Folder(id) ?? "";
        var changed = new[] { SuiteFolder.AboutFile, SuiteFolder.SamplesFile }.Select(f => File.GetLastWriteTimeUtc(Path.Combine(folder, f))).Max();
        if (read.TryGetValue(id, out var kept) && kept.Changed == changed) return kept.View;
        var view = Read(id);
        read[id] = (changed, view);
        return view;
    }

    private EvalKnownSuiteView Read(string id)
    {
        try
        {
            return finder.Known(id, CancellationToken.None) is not { } suite ? new(id) { Faults = ["It is gone."] } : new(id)
            {
                Title = suite.About.Title, Version = suite.About.Version, Licence = suite.About.Licence, Hash = suite.Hash, Samples = suite.Count, Categories = suite.About.Categories, Repetitions = suite.About.Repetitions,
                Description = suite.About.Description,
            };
        }
        catch (SuiteException e)
        {
            return new(id) { Faults = e.Faults };
        }
    }
}

/// <summary>A suite that can be named. One with faults has these and nothing else.</summary>
public sealed record EvalKnownSuiteView(string Id)
{
    public string? Title { get; init; }
    public string? Version { get; init; }
    public string? Licence { get; init; }
    public string? Hash { get; init; }
    public int? Samples { get; init; }
    public int? Repetitions { get; init; }
    public string? Description { get; init; }
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>What the lint found; null where nobody looked, or while it looks.</summary>
    public int? LintErrors { get; init; }
    public int? LintWarnings { get; init; }

    /// <summary>What is wrong with its files, one sentence each; empty where it can be run.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];
}
