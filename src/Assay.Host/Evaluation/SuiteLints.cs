using System.Collections.Concurrent;

namespace Assay.Host.Evaluation;

/// <summary>What the lint finds in suites, by their hash: the same suite is looked at once. Thread-safe.</summary>
public sealed class SuiteLints
{
    /// <summary>Suites of more samples are looked at aside, and nobody waits for them.</summary>
    private const int MostWaitedFor = 1_000;

    private readonly ConcurrentDictionary<string, Lazy<Task<LintView>>> lints = new(StringComparer.Ordinal);

    /// <summary>How often a suite was looked at: for tests.</summary>
    public int Made { get; private set; }

    /// <summary>Null while a large suite is being looked at, and where it could not be.</summary>
    /// <param name="hash">Of the suite in that folder.</param>
    public LintView? Of(string hash, string folder, int samples)
    {
        var lint = lints.GetOrAdd(hash, _ => new(() => samples <= MostWaitedFor ? Task.FromResult(Look(folder)) : Task.Run(() => Look(folder)))).Value;
        return lint.IsCompletedSuccessfully ? lint.Result : null;
    }

    private LintView Look(string folder)
    {
        Made++;
        return LintView.Of(folder);
    }
}
