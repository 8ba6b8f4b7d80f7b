using Assay.Catalog;
using Assay.Catalog.History;

namespace Assay.Host.Catalog;

/// <summary>
/// The catalogue in memory: today's snapshot and a few of other days. Swapped as a whole when the store has something new, which is looked
/// for at most every two seconds, so an import by another process shows without a restart. Thread-safe.
/// </summary>
public sealed class LiveCatalog(ICatalogSource source, TimeProvider time)
{
    private const int DaysKept = 4;
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);

    private readonly Lock gate = new();
    private State? state;
    private long lookedAt;

    private sealed record State(long Version, DateTimeOffset Since, IReadOnlyList<Claim> Claims, Dictionary<DateOnly, Day> Days);

    /// <summary>What is worked out of one day, each part when it is first asked for. Lazy, so that nobody who asks for another day waits for it.</summary>
    private sealed class Day(IReadOnlyList<Claim> claims, DateOnly day, bool past)
    {
        private readonly Lazy<CatalogSnapshot> snapshot = new(() => CatalogBuilder.Build(past ? AsKnown.By(claims, day) : claims, day));
        private Lazy<CatalogHistory>? history;

        public CatalogSnapshot Snapshot => snapshot.Value;
        public CatalogHistory History => LazyInitializer.EnsureInitialized(ref history, () => new(() => new(AsKnown.By(claims, day), Snapshot))).Value;
    }

    public DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    /// <summary>The catalogue as it is today.</summary>
    public CatalogSnapshot Current => On(Today);

    /// <summary>Every claim ever made, as of the last look at the store.</summary>
    public IReadOnlyList<Claim> Claims
    {
        get { lock (gate) return Fresh().Claims; }
    }

    /// <summary>When the catalogue last became what it is: an import, or the turn of the day.</summary>
    public DateTimeOffset ChangedAt => Identity.Since;

    /// <summary>Two answers made under one identity were made of the same catalogue on the same day.</summary>
    public (long Version, DateTimeOffset Since) Identity
    {
        get
        {
            lock (gate)
            {
                var (now, midnight) = (Fresh(), new DateTimeOffset(Today, default, TimeSpan.Zero));
                return (now.Version, now.Since > midnight ? now.Since : midnight);
            }
        }
    }

    /// <summary>The catalogue as it stood on a day: what sources said by then, and no later.</summary>
    public CatalogSnapshot On(DateOnly day) => Find(day).Snapshot;

    /// <summary>What had changed by a day.</summary>
    public CatalogHistory HistoryOn(DateOnly day) => Find(day).History;

    private Day Find(DateOnly day)
    {
        lock (gate)
        {
            var now = Fresh();
            if (now.Days.TryGetValue(day, out var kept)) return kept;
            if (now.Days.Count >= DaysKept) now.Days.Remove(now.Days.Keys.First(d => d != Today));
            return now.Days[day] = new(now.Claims, day, past: day < Today);
        }
    }

    private State Fresh()
    {
        var now = time.GetTimestamp();
        if (state is not null && time.GetElapsedTime(lookedAt, now) < LookEvery) return state;
        lookedAt = now;
        var version = source.Version();
        if (state is not null && state.Version == version) return state;
        ClaimView.Forget();
        return state = new(version, time.GetUtcNow(), source.LoadClaims(), []);
    }
}

/// <summary>Where claims come from: the store, or a fixed list in tests.</summary>
public interface ICatalogSource
{
    /// <summary>Changes whenever an import has landed. Cheap: asked every few seconds.</summary>
    long Version();

    /// <summary>Every claim ever made, ended ones included.</summary>
    IReadOnlyList<Claim> LoadClaims();

    /// <summary>What is known of the sources themselves; nothing where claims come from elsewhere than a store.</summary>
    Sync.SourceRecords LoadSources() => Sync.SourceRecords.None;
}
