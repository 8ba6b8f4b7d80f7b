namespace Assay.Catalog.History;

/// <summary>
/// Which things the whole-file sources list, and when. A feed is a list if it names the things it has; a file of prices alone lists nothing.
/// </summary>
internal sealed class Listings
{
    private readonly Dictionary<string, DateOnly> firstDay = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Feed, Property Property), DateOnly> firstSaid = [];
    private readonly Dictionary<(Subject Subject, string Publisher), List<Claim>> listed = [];

    public Listings(IReadOnlyList<Claim> claims)
    {
        var lists = new HashSet<string>(StringComparer.Ordinal);
        foreach (var claim in claims)
        {
            if (claim.Source.Feed is not { } feed) continue;
            Earlier(firstSaid, (feed, claim.Property), claim.From);
            if (claim.Property != Property.DisplayName && claim.Property != Property.Serves) continue;
            // A price may hold since a day long before the first snapshot; a name holds since the snapshot that first had it.
            Earlier(firstDay, feed, claim.From);
            lists.Add(feed);
        }
        foreach (var claim in claims)
        {
            if (claim.Source.Feed is { } feed && !lists.Contains(feed)) Earlier(firstDay, feed, claim.From);
        }
        foreach (var claim in claims)
        {
            if (claim.Source.Feed is not { } feed || !lists.Contains(feed) || claim.Subject.Kind is not (SubjectKind.Offer or SubjectKind.Model) || claim.From < firstDay[feed]) continue;
            ref var of = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(listed, (claim.Subject, claim.Source.Publisher), out _);
            (of ??= []).Add(claim);
        }
    }

    /// <summary>Whether a claim belongs to the first state we have of its feed: that is where we begin, and no news.</summary>
    public bool IsBaseline(Claim claim) => claim.Source.Feed is { } feed && claim.From <= firstDay[feed];

    /// <summary>Whether its feed speaks of the property for the first time: as likely we learnt to read it, so that is no news either.</summary>
    public bool IsNewToFeed(Claim claim) => claim.Source.Feed is { } feed && firstSaid[(feed, claim.Property)] == claim.From;

    public bool HoldsOn(Subject subject, string publisher, DateOnly day) => listed.TryGetValue((subject, publisher), out var claims) && claims.Exists(c => c.HoldsOn(day));

    /// <summary>Things that a list gained or lost as a whole.</summary>
    public IEnumerable<Change> Changes()
    {
        foreach (var ((subject, publisher), claims) in listed)
        {
            if (claims.TrueForAll(c => c.To is null && c.From == firstDay[c.Source.Feed!])) continue;
            foreach (var day in claims.SelectMany(c => c.To is { } to ? [c.From, to] : (DateOnly[])[c.From]).Distinct().Order())
            {
                var (before, after) = (Naming(claims, day.AddDays(-1)), Naming(claims, day));
                if (before is null == after is null || (after is not null && firstDay[after.Source.Feed!] == day)) continue;
                yield return new() { Day = day, Subject = subject, Publisher = publisher, Property = null, Before = before, After = after, Kind = KindOf(subject, gone: after is null) };
            }
        }
    }

    private static ChangeKind KindOf(Subject subject, bool gone) => subject.Kind is SubjectKind.Offer
        ? gone ? ChangeKind.OfferGone : ChangeKind.NewOffer
        : gone ? ChangeKind.ModelGone : ChangeKind.NewModel;

    /// <summary>The claim that stands for being listed: the name, else any.</summary>
    private static Claim? Naming(List<Claim> claims, DateOnly day) => claims.Where(c => c.HoldsOn(day))
        .OrderBy(c => c.Property != Property.DisplayName).ThenBy(c => c.Property.Name, StringComparer.Ordinal).ThenBy(c => c.Value.Text, StringComparer.Ordinal).FirstOrDefault();

    private static void Earlier<T>(Dictionary<T, DateOnly> days, T key, DateOnly day) where T : notnull
    {
        if (!days.TryGetValue(key, out var first) || day < first) days[key] = day;
    }
}
