namespace Assay.Adapters.Engines.Child;

/// <summary>When an engine crashed, and how long it is left alone for that.</summary>
internal sealed class CrashRecord(EngineLimits limits, TimeProvider time)
{
    private readonly List<DateTimeOffset> crashes = [];

    public int Count => crashes.Count;

    public void Add() => crashes.Add(time.GetUtcNow());

    /// <summary>How long to wait until the next start; null where it may start now.</summary>
    public TimeSpan? Pause()
    {
        var now = time.GetUtcNow();
        crashes.RemoveAll(c => now - c > limits.CrashWindow);
        if (crashes.Count < limits.Crashes) return null;
        var pause = limits.FirstPause * Math.Pow(2, Math.Min(crashes.Count - limits.Crashes, 10));
        var until = crashes[^1] + (pause < limits.CrashWindow ? pause : limits.CrashWindow);
        return until > now ? until - now : null;
    }
}
