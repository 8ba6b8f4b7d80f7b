using Assay.Catalog;
using Assay.Catalog.History;
using Assay.Host.Catalog;
using Assay.Host.Sync;

namespace Assay.Host.Export;

/// <summary>A catalogue as it is at one moment, or was known on a day: an import by another process changes nothing in a half-written export.</summary>
/// <param name="source">Asked once.</param>
/// <param name="day">The day that pages stand for.</param>
/// <param name="past">Whether the day is over: then nothing is known that came later.</param>
internal sealed class FrozenCatalog(ICatalogSource source, DateOnly day, bool past) : ICatalogSource
{
    private readonly Lazy<IReadOnlyList<Claim>> claims = new(() => past ? AsKnown.By(source.LoadClaims(), day) : source.LoadClaims());
    private readonly Lazy<SourceRecords> records = new(() => past ? Until(source.LoadSources(), day) : source.LoadSources());

    public long Version() => 1;
    public IReadOnlyList<Claim> LoadClaims() => claims.Value;
    public SourceRecords LoadSources() => records.Value;

    /// <summary>The newest day that a source speaks for, as far as it is not ahead of the day; null without claims.</summary>
    public DateOnly? Newest => claims.Value.Select(c => c.Source.AsOf).Select(d => d.Latest <= day ? d.Latest : d.Earliest).Where(d => d <= day).Select(d => (DateOnly?)d).Max();

    /// <summary>Of an attempt to fetch only the last is kept, which may be a later one: then it is left out.</summary>
    private static SourceRecords Until(SourceRecords all, DateOnly day)
    {
        bool Before(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime) <= day;
        return new([.. all.Snapshots.Where(s => s.AsOf <= day)], [.. all.Last.Where(a => Before(a.At))], [.. all.Held.Where(a => Before(a.At))]);
    }
}

/// <summary>A clock that stands at noon of the exported day: two exports of one day are the same, whenever they are made.</summary>
internal sealed class ExportDay(DateOnly day) : TimeProvider
{
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;
    public override DateTimeOffset GetUtcNow() => new(day, new TimeOnly(12, 0), TimeSpan.Zero);
}
