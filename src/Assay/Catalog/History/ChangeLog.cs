namespace Assay.Catalog.History;

/// <summary>Everything that sources changed, and the periods behind it. Pure: the same claims give the same log in the same order.</summary>
public sealed class ChangeLog
{
    // By thing. The periods themselves are worked out when they are asked for: of all things together they would take more memory than the claims.
    private readonly ILookup<Subject, Claim> told;

    /// <param name="claims">All claims ever made, in any order; for a past day, those <see cref="AsKnown"/> then.</param>
    public ChangeLog(IReadOnlyList<Claim> claims)
    {
        told = claims.Where(IsTold).ToLookup(c => c.Subject);
        var listings = new Listings(claims);
        var news = new News(listings, (voice, by) => Said(voice).Any(c => c.From <= by));
        var changes = listings.Changes().ToList();
        foreach (var ofOne in told)
            foreach (var (voice, periods) in VoicesOf(ofOne)) changes.AddRange(Turn.Of(voice, periods).Select(news.Of).OfType<Change>());
        changes.Sort(Change.Compare);
        Changes = changes;
    }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<Change> Changes { get; }

    /// <summary>Who has said what of a thing over time, by property and publisher.</summary>
    public IReadOnlyList<(Voice Voice, IReadOnlyList<Period> Periods)> Of(Subject subject) =>
        [.. VoicesOf(told[subject]).OrderBy(v => v.Voice.Property.Name, StringComparer.Ordinal).ThenBy(v => v.Voice.Publisher, StringComparer.Ordinal)];

    /// <summary>Who has said what of one property of a thing over time, by publisher.</summary>
    public IReadOnlyList<(Voice Voice, IReadOnlyList<Period> Periods)> Of(Subject subject, Property property) =>
        [.. VoicesOf(told[subject].Where(c => c.Property == property)).OrderBy(v => v.Voice.Publisher, StringComparer.Ordinal)];

    private static IEnumerable<(Voice Voice, IReadOnlyList<Period> Periods)> VoicesOf(IEnumerable<Claim> ofOneThing) =>
        ofOneThing.GroupBy(c => new Voice(c.Subject, c.Property, c.Source.Publisher)).Select(said => (said.Key, Period.Of([.. said]))).Where(v => v.Item2.Count > 0);

    /// <summary>What one source has said of one property of one thing over time; empty where it said nothing that is followed.</summary>
    public IReadOnlyList<Period> Of(Voice voice) => Period.Of([.. Said(voice)]);

    private IEnumerable<Claim> Said(Voice voice) => told[voice.Subject].Where(c => c.Property == voice.Property && c.Source.Publisher == voice.Publisher);

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
