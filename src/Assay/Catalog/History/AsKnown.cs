using Assay.Units;

namespace Assay.Catalog.History;

/// <summary>
/// What was known on a day: claims that had begun by then, ends that were still to come taken away, and no source dated later than the
/// day. A later date of a source becomes the day for which it said the same by then.
/// </summary>
public sealed class AsKnown
{
    private readonly DateOnly day;
    private readonly Dictionary<string, DateOnly> lastSpoke = new(StringComparer.Ordinal);
    private readonly Dictionary<(Source, DateOnly), Source> dated = [];

    private AsKnown(IReadOnlyList<Claim> claims, DateOnly day)
    {
        this.day = day;
        foreach (var claim in claims)
        {
            if (claim.Source.Feed is not { } feed) continue;
            Spoke(feed, claim.From);
            if (claim.To is { } to) Spoke(feed, to);
            Spoke(feed, claim.Source.AsOf.Earliest);
        }
    }

    /// <param name="claims">All claims ever made.</param>
    /// <param name="day">The day asked for.</param>
    public static IReadOnlyList<Claim> By(IReadOnlyList<Claim> claims, DateOnly day)
    {
        var known = new AsKnown(claims, day);
        return [.. claims.Where(c => c.From <= day).Select(known.AsOfDay)];
    }

    private void Spoke(string feed, DateOnly on)
    {
        if (on <= day && (!lastSpoke.TryGetValue(feed, out var last) || last < on)) lastSpoke[feed] = on;
    }

    private Claim AsOfDay(Claim claim)
    {
        if (claim.To > day) claim = claim with { To = null };
        if (claim.Source.AsOf.Earliest <= day) return claim;
        return claim with { Source = Dated(claim), Note = Note(claim) };
    }

    // Equal sources stay one object: pages count claims by source.
    private Source Dated(Claim claim)
    {
        var source = claim.Source;
        var by = source.Feed is { } feed ? lastSpoke[feed] : claim.From;
        ref var known = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(dated, (source, by), out _);
        return known ??= source with { AsOf = PartialDate.From(by), Retrieved = null };
    }

    /// <summary>A page that told the past is not passed off as one of that day.</summary>
    private static string? Note(Claim claim)
    {
        if (claim.Source.Feed is not null || claim.Source.Publisher == Source.Catalogue) return claim.Note;
        var told = $"the source said so of this time later, as of {claim.Source.AsOf}";
        return claim.Note is null ? told : $"{claim.Note} ({told})";
    }
}
