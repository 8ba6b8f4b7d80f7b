using System.Globalization;
using Assay.Adapters.Storage;

namespace Assay.Host.Cli.Health;

/// <summary>A clock that is wrong makes every age wrong, and the past of the catalogue with it.</summary>
internal static class ClockHealth
{
    /// <summary>Clocks of machines differ by minutes, and a snapshot may be dated by another time zone.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromDays(2);

    /// <summary>Older than this program.</summary>
    private static readonly DateTimeOffset Earliest = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static DoctorCheck Of(DateTimeOffset now, IReadOnlyList<StoredSnapshot> snapshots)
    {
        var told = now.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
        const string fix = "Set the clock of this machine; an import made with a wrong clock keeps its wrong day.";
        if (now < Earliest) return new("clock", false, $"it says {told}, which is before this program was written", fix);
        var ahead = snapshots.Where(s => DateTimeOffset.TryParse(s.ImportedAt, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) && at > now + Slack)
            .OrderByDescending(s => s.ImportedAt, StringComparer.Ordinal).FirstOrDefault();
        if (ahead is not null) return new("clock", false, $"it says {told}, and a snapshot of {ahead.Feed} was imported on {ahead.ImportedAt[..10]}", fix);
        var day = DateOnly.FromDateTime(now.UtcDateTime).AddDays(Slack.Days);
        return snapshots.FirstOrDefault(s => s.AsOf > day) is { } future
            ? new("clock", false, $"it says {told}, and a snapshot of {future.Feed} stands for {future.AsOf:yyyy-MM-dd}", fix)
            : new("clock", true, told);
    }
}
