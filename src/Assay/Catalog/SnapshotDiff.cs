namespace Assay.Catalog;

/// <summary>What a new snapshot of a source says otherwise than the source said so far. An entry is anything the source speaks of: an offer, a model, a provider.</summary>
public sealed record SnapshotDiff
{
    public required int EntriesBefore { get; init; }
    public required int EntriesAfter { get; init; }

    /// <summary>Entries that were not in it before, by kind and id.</summary>
    public required IReadOnlyList<Subject> New { get; init; }

    /// <summary>Entries that are no longer in it. That a source lists something no longer does not mean that it has ended.</summary>
    public required IReadOnlyList<Subject> Gone { get; init; }

    public required IReadOnlyList<PriceMove> Prices { get; init; }

    /// <summary>Providers that lost at least half of their offers, and at least <see cref="FewOffers"/>.</summary>
    public required IReadOnlyList<ProviderLoss> Losses { get; init; }

    private const int FewOffers = 5;

    /// <param name="before">What the source says so far.</param>
    /// <param name="after">What the new snapshot says.</param>
    public static SnapshotDiff Of(IEnumerable<Claim> before, IEnumerable<Claim> after)
    {
        var (old, now) = (Entries(before), Entries(after));
        var gone = Sorted(old.Keys.Where(s => !now.ContainsKey(s)));
        return new()
        {
            EntriesBefore = old.Count, EntriesAfter = now.Count, New = Sorted(now.Keys.Where(s => !old.ContainsKey(s))), Gone = gone,
            Prices = [.. old.Where(e => now.ContainsKey(e.Key)).SelectMany(e => PriceMove.Between(e.Key, e.Value, now[e.Key])).OrderBy(m => m.Offer, StringComparer.Ordinal).ThenBy(m => m.Property.Name, StringComparer.Ordinal)],
            Losses = Lost(old.Keys, gone),
        };
    }

    private static Dictionary<Subject, List<Claim>> Entries(IEnumerable<Claim> claims) => claims.GroupBy(c => c.Subject).ToDictionary(g => g.Key, g => g.ToList());

    private static Subject[] Sorted(IEnumerable<Subject> subjects) => [.. subjects.OrderBy(s => s.Kind).ThenBy(s => s.Id, StringComparer.Ordinal)];

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
