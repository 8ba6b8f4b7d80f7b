using Assay.Adapters.Storage;
using Assay.Adapters.Sync;
using Assay.Catalog;
using Assay.Units;

namespace Assay.Host.Sync;

/// <summary>Every source of the catalogue: what it covers, how old it is, and how the last attempt to fetch it went.</summary>
public sealed record SourcesView(string AsOf, IReadOnlyList<SourceStateView> Sources)
{
    /// <param name="records">Of the store.</param>
    /// <param name="claims">All claims ever made, each counted with the feed that brought it.</param>
    /// <param name="today">Day of the ages.</param>
    public static SourcesView Of(SourceRecords records, IReadOnlyList<Claim> claims, DateOnly today)
    {
        var coverage = claims.GroupBy(c => c.BroughtBy ?? c.Source.Feed ?? SourceStateView.Curated, StringComparer.Ordinal).ToDictionary(g => g.Key, g => Coverage.Of(g, today), StringComparer.Ordinal);
        var snapshots = records.Snapshots.ToLookup(s => s.Feed, StringComparer.Ordinal);
        var feeds = coverage.Keys.Concat(snapshots.Select(s => s.Key)).Concat(SyncSources.All.Select(s => s.Feed)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return new(today.ToString("yyyy-MM-dd"), [.. feeds.Select(feed => State(feed))]);

        SourceStateView State(string feed)
        {
            var newest = snapshots[feed].LastOrDefault();
            var fetched = SyncSources.All.FirstOrDefault(s => s.Feed == feed);
            var covers = coverage.GetValueOrDefault(feed);
            return new()
            {
                Source = feed, Publisher = fetched?.Publisher ?? NameOf(feed),
                Offers = covers?.Offers, Claims = covers?.Claims, PastClaims = covers?.Past,
                Snapshots = snapshots[feed].Count(), AsOf = newest?.AsOf.ToString("yyyy-MM-dd"), Age = newest is null ? null : Words.Age(newest.AsOf, today),
                Sha256 = newest?.Sha256, ImportedAt = newest?.ImportedAt, Addresses = [.. fetched?.Files.Select(f => f.Address.AbsoluteUri) ?? []], NotFetched = SyncSources.Without.GetValueOrDefault(feed.Split(':')[0]),
                Last = AttemptView.Of(records.Last.FirstOrDefault(a => a.Feed == feed)), Held = AttemptView.Of(records.Held.FirstOrDefault(a => a.Feed == feed)),
            };
        }
    }

    /// <summary>A catalogue of the user's own is <c>assay:mine</c>.</summary>
    private static string NameOf(string feed) => feed.Split(':') switch
    {
        [SourceStateView.Curated] => Source.Catalogue,
        [SourceStateView.Curated, var own] => $"Own catalogue {own}",
        _ => feed,
    };

    /// <summary>What a feed speaks of: on a day, and in claims that no longer hold then.</summary>
    private sealed record Coverage(int Offers, int Claims, int Past)
    {
        public static Coverage Of(IEnumerable<Claim> claims, DateOnly day)
        {
            var (offers, held, past) = (new HashSet<Subject>(), 0, 0);
            foreach (var claim in claims)
            {
                if (claim.To <= day) past++;
                if (!claim.HoldsOn(day)) continue;
                held++;
                if (claim.Subject.Kind is SubjectKind.Offer) offers.Add(claim.Subject);
            }
            return new(offers.Count, held, past);
        }
    }
}

/// <summary>One source as it stands.</summary>
public sealed record SourceStateView
{
    /// <summary>The feed of the curated catalogue that came with the program; each of its claims names its own page.</summary>
    public const string Curated = "assay";

    public required string Source { get; init; }
    public required string Publisher { get; init; }

    /// <summary>Offers it speaks of today; null where it never brought a claim.</summary>
    public required int? Offers { get; init; }

    /// <summary>Claims that its snapshots brought and that hold today; null where they never brought one.</summary>
    public required int? Claims { get; init; }

    /// <summary>Claims that its snapshots brought and that no longer hold: what it said, or says, of days before; null where they never brought one.</summary>
    public required int? PastClaims { get; init; }

    public required int Snapshots { get; init; }

    /// <summary>The day its newest snapshot stands for; null where there is none.</summary>
    public required string? AsOf { get; init; }

    public required string? Age { get; init; }
    public required string? Sha256 { get; init; }
    public required string? ImportedAt { get; init; }

    /// <summary>The public addresses it can be fetched from; empty where there are none.</summary>
    public required IReadOnlyList<string> Addresses { get; init; }

    /// <summary>Why it has none; null where it has some, or nobody knows.</summary>
    public required string? NotFetched { get; init; }

    /// <summary>The last attempt to fetch it; null where there was none.</summary>
    public required AttemptView? Last { get; init; }

    /// <summary>A snapshot that waits for a person; null where none does.</summary>
    public required AttemptView? Held { get; init; }
}

/// <summary>One attempt to fetch a source.</summary>
/// <param name="At">UTC, to the second.</param>
/// <param name="Result"><c>imported</c>, <c>unchanged</c>, <c>held</c> or <c>failed</c>.</param>
/// <param name="Detail">In words.</param>
/// <param name="Address">What was asked.</param>
/// <param name="Sha256">Over the files that came; null where none did.</param>
public sealed record AttemptView(string At, string Result, string Detail, string Address, string? Sha256)
{
    public static AttemptView? Of(SyncAttempt? attempt) => attempt is null ? null
        : new(attempt.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture), attempt.Result.ToString().ToLowerInvariant(), attempt.Detail, attempt.Address, attempt.Sha256);
}
