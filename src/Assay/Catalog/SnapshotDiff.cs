using Assay.Catalog.History;

namespace Assay.Catalog;

/// <summary>What a new snapshot of a source says otherwise than the source said so far. An entry is anything the source speaks of: an offer, a model, a provider.</summary>
public sealed record SnapshotDiff
{
    private const int FewOffers = 5;

    public required int EntriesBefore { get; init; }
    public required int EntriesAfter { get; init; }

    /// <summary>How many of the entries before are no longer in it. That a source no longer lists a thing does not mean that it ended.</summary>
    public required int EntriesGone { get; init; }

    /// <summary>What is new, gone, and another value, as the list of changes would tell it; empty for a first snapshot.</summary>
    public required IReadOnlyList<Change> Changes { get; init; }

    /// <summary>Providers that lost at least half of their offers, and at least five.</summary>
    public required IReadOnlyList<ProviderLoss> Losses { get; init; }

    /// <param name="before">What the source says so far.</param>
    /// <param name="after">What the new snapshot says.</param>
    /// <param name="day">The day of the new snapshot.</param>
    public static SnapshotDiff Of(IReadOnlyList<Claim> before, IReadOnlyList<Claim> after, DateOnly day)
    {
        var (old, now) = (before.Select(c => c.Subject).ToHashSet(), after.Select(c => c.Subject).ToHashSet());
        var gone = old.Where(s => !now.Contains(s)).ToArray();
        return new()
        {
            EntriesBefore = old.Count, EntriesAfter = now.Count, EntriesGone = gone.Length, Losses = Lost(old, gone),
            Changes = [.. new ChangeLog([.. OneAfterTheOther(before, after, day)]).Changes.Where(c => c.Day == day)],
        };
    }

    /// <summary>The two states as if the first had held until yesterday: a source can change twice on one day.</summary>
    private static IEnumerable<Claim> OneAfterTheOther(IReadOnlyList<Claim> before, IReadOnlyList<Claim> after, DateOnly day)
    {
        static (Subject, Property, ClaimValue) Key(Claim claim) => (claim.Subject, claim.Property, claim.Value);
        var (old, now) = (before.Select(Key).ToHashSet(), after.Select(Key).ToHashSet());
        return before.Select(c => c with { From = day.AddDays(-1), To = now.Contains(Key(c)) ? null : day })
            .Concat(after.Where(c => !old.Contains(Key(c))).Select(c => c with { From = day }));
    }

    private static ProviderLoss[] Lost(IEnumerable<Subject> old, IEnumerable<Subject> gone)
    {
        static IEnumerable<string> Providers(IEnumerable<Subject> subjects) => subjects.Where(s => s.Kind is SubjectKind.Offer).Select(s => OfferId.Parse(s.Id).Provider);
        var had = Providers(old).CountBy(p => p).ToDictionary(StringComparer.Ordinal);
        return [.. Providers(gone).CountBy(p => p).Where(p => p.Value >= FewOffers && p.Value * 2 >= had[p.Key]).OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => new ProviderLoss(p.Key, p.Value, had[p.Key]))];
    }
}

/// <summary>A provider that a snapshot no longer lists, or only in part.</summary>
/// <param name="Gone">How many of its offers are gone.</param>
/// <param name="Before">How many there were.</param>
public sealed record ProviderLoss(string Provider, int Gone, int Before);
