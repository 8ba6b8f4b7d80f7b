namespace Assay.Catalog.History;

/// <summary>Everything that sources changed, and the periods behind it. Pure: the same claims give the same log in the same order.</summary>
public sealed class ChangeLog
{
    private readonly Dictionary<Subject, List<(Voice Voice, IReadOnlyList<Period> Periods)>> voices = [];

    /// <param name="claims">All claims ever made, in any order; for a past day, those <see cref="AsKnown"/> then.</param>
    public ChangeLog(IReadOnlyList<Claim> claims)
    {
        var groups = new Dictionary<Voice, List<Claim>>();
        foreach (var claim in claims)
        {
            if (!IsTold(claim)) continue;
            ref var group = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(groups, new(claim.Subject, claim.Property, claim.Source.Publisher), out _);
            (group ??= []).Add(claim);
        }
        var listings = new Listings(claims);
        var news = new News(listings, (voice, by) => groups.TryGetValue(voice, out var said) && said.Exists(c => c.From <= by));
        var changes = listings.Changes().ToList();
        foreach (var (voice, said) in groups)
        {
            var periods = Period.Of(said);
            if (periods.Count == 0) continue;
            ref var known = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(voices, voice.Subject, out _);
            (known ??= []).Add((voice, periods));
            changes.AddRange(Turn.Of(voice, periods).Select(news.Of).OfType<Change>());
        }
        changes.Sort(Change.Compare);
        Changes = changes;
    }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<Change> Changes { get; }

    /// <summary>Who has said what of a thing over time, by property and publisher.</summary>
    public IReadOnlyList<(Voice Voice, IReadOnlyList<Period> Periods)> Of(Subject subject) => voices.TryGetValue(subject, out var of)
        ? [.. of.OrderBy(v => v.Voice.Property.Name, StringComparer.Ordinal).ThenBy(v => v.Voice.Publisher, StringComparer.Ordinal)]
        : [];

    /// <summary>What one source has said of one property of one thing over time; empty where it said nothing that is followed.</summary>
    public IReadOnlyList<Period> Of(Voice voice)
    {
        if (voices.TryGetValue(voice.Subject, out var of))
            foreach (var (other, periods) in of)
                if (other == voice) return periods;
        return [];
    }

    /// <summary>What a change of a property is about.</summary>
    public static ChangeKind KindOf(Property property)
    {
        if (property.Name.StartsWith("price.", StringComparison.Ordinal) || property == Property.FreeTier) return ChangeKind.Price;
        if (property.Name.StartsWith("lifecycle.", StringComparison.Ordinal)) return ChangeKind.Lifecycle;
        if (property == Property.ContextWindow || property == Property.MaxInput || property == Property.MaxOutput) return ChangeKind.Limit;
        return property.Name.StartsWith("capability.", StringComparison.Ordinal) || property.Name.StartsWith("task.", StringComparison.Ordinal)
            || property == Property.ModalitiesIn || property == Property.ModalitiesOut ? ChangeKind.Capability : ChangeKind.Other;
    }

    /// <summary>Rumours, the catalogue's own names, and properties that have several values at once are not followed.</summary>
    private static bool IsTold(Claim claim) =>
        claim is { Unconfirmed: false, Subject.Kind: SubjectKind.Model or SubjectKind.Offer or SubjectKind.Provider } && claim.Source.Publisher != Source.Catalogue
        && claim.Property != Property.Alias && claim.Property != Property.Result && claim.Property != Property.ClaimOfRank;
}
