using Assay.Catalog;

namespace Assay.Host.Catalog;

/// <summary>
/// The catalogue in memory: today's snapshot and a few of other days. Swapped as a whole when the store has something new, which is looked
/// for at most every two seconds, so an import by another process shows without a restart. Thread-safe.
/// </summary>
public sealed class LiveCatalog(ICatalogSource source, TimeProvider time)
{
    private const int DaysKept = 8;
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);

    private readonly Lock gate = new();
    private State? state;
    private long lookedAt;

    private sealed record State(long Version, IReadOnlyList<Claim> Claims, Dictionary<DateOnly, CatalogSnapshot> Days);

    public DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    /// <summary>The catalogue as it is today.</summary>
    public CatalogSnapshot Current => On(Today);

    /// <summary>Every claim ever made, as of the last look at the store.</summary>
    public IReadOnlyList<Claim> Claims
    {
        get { lock (gate) return Fresh().Claims; }
    }

    /// <summary>The catalogue as it stood on a day: what sources said by then, and no later.</summary>
    public CatalogSnapshot On(DateOnly day)
    {
        lock (gate)
        {
            var now = Fresh();
            if (now.Days.TryGetValue(day, out var snapshot)) return snapshot;
            if (now.Days.Count >= DaysKept) now.Days.Remove(now.Days.Keys.First(d => d != Today));
            return now.Days[day] = CatalogBuilder.Build(now.Claims, day);
        }
    }

    private State Fresh()
    {
        var now = time.GetTimestamp();
        if (state is not null && time.GetElapsedTime(lookedAt, now) < LookEvery) return state;
        lookedAt = now;
        var version = source.Version();
        return state is not null && state.Version == version ? state : state = new(version, source.LoadClaims(), []);
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
