namespace Assay.Catalog.Identity;

/// <summary>
/// Decides for offers which model each serves and in what form, from what their providers say of them. Pure and independent of the order of
/// offers; an offer alone is decided as well, with less to go by for names that move.
/// </summary>
public sealed class ModelMatcher
{
    private readonly KnownModels known;
    private readonly Dictionary<(string, string), Overrule> overrules;

    /// <param name="models">The models of the catalogue. A name that none of them has becomes a model of its own.</param>
    /// <param name="overrules">Reviewed decisions, which stand whatever the names say.</param>
    public ModelMatcher(IEnumerable<KnownModel> models, IEnumerable<Overrule>? overrules = null)
    {
        known = new(models);
        this.overrules = (overrules ?? []).DistinctBy(o => (o.Offer.Provider, o.Offer.ModelAtProvider)).ToDictionary(o => (o.Offer.Provider, o.Offer.ModelAtProvider));
    }

    /// <summary>The entry of the catalogue under which a listed model stands: its own, or that of the marketed version it is a snapshot of; null for a name that moves.</summary>
    public string? StandsFor(KnownModel model) => known.StandsFor(model);

    /// <summary>The decisions on all offers, in their order.</summary>
    public IReadOnlyList<MatchDecision> Match(IReadOnlyList<OfferDescription> offers)
    {
        var readings = new (OfferDescription Offer, Reading Reading)[offers.Count];
        for (var i = 0; i < offers.Count; i++) readings[i] = (offers[i], NameReader.Read(offers[i].Provider, offers[i].ModelAtProvider, offers[i].DisplayName));
        var decider = new Decider(known, new(readings));
        return [.. readings.Select(r => overrules.TryGetValue((r.Offer.Provider, r.Offer.ModelAtProvider), out var overrule) ? Overruled(overrule) : decider.Decide(r.Offer, r.Reading))];
    }

    public MatchDecision Match(OfferDescription offer) => Match([offer])[0];

    private static MatchDecision Overruled(Overrule overrule) =>
        new(overrule.ModelId, overrule.Kind, null, $"Overruled on {overrule.Reviewed:yyyy-MM-dd}: {overrule.Reason.TrimEnd('.')}") { Overruled = overrule };
}
