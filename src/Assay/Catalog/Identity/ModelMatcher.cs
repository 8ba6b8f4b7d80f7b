namespace Assay.Catalog.Identity;

/// <summary>
/// Decides for offers which model each serves and in what form, from what their providers say of them. Pure and independent of the order of
/// offers; an offer alone is decided as well, with less to go by for names that move. Thread-safe.
/// </summary>
public sealed class ModelMatcher
{
    private readonly KnownModels known;
    private readonly Dictionary<(string Provider, string Id), Overrule> overrules;
    private readonly Lazy<Read[]> others;

    private readonly record struct Read(OfferDescription Offer, Reading Reading);

    /// <param name="models">The models of the catalogue. A name that none of them has becomes a model of its own.</param>
    /// <param name="overrules">Reviewed decisions, which stand whatever the names say.</param>
    /// <param name="others">Offers the catalogue holds: their prices and dates tell what a name that moves means.</param>
    public ModelMatcher(IEnumerable<KnownModel> models, IEnumerable<Overrule>? overrules = null, IReadOnlyList<OfferDescription>? others = null)
    {
        known = new(models);
        this.overrules = (overrules ?? []).ToDictionary(o => (o.Offer.Provider, o.Offer.ModelAtProvider));
        this.others = new(() => ReadAll(others ?? []));
    }

    /// <summary>
    /// The entry of the catalogue under which a listed model stands: its own, or that of the marketed version it is a snapshot of; null for a
    /// name that moves.
    /// </summary>
    public string? StandsFor(KnownModel model) => known.StandsFor(model);

    /// <summary>The decisions on all offers, in their order.</summary>
    public IReadOnlyList<MatchDecision> Match(IReadOnlyList<OfferDescription> offers)
    {
        var read = ReadAll(offers);
        var decider = new Decider(known, new(read.Concat(others.Value).Select(r => (r.Offer, r.Reading))));
        return SideBySide.Select(read, r => overrules.TryGetValue((r.Offer.Provider, r.Offer.ModelAtProvider), out var overrule) ? Overruled(overrule) : decider.Decide(r.Offer, r.Reading));
    }

    public MatchDecision Match(OfferDescription offer) => Match([offer])[0];

    private static Read[] ReadAll(IReadOnlyList<OfferDescription> offers) => SideBySide.Select(offers, o => new Read(o, NameReader.Read(o.Provider, o.ModelAtProvider, o.DisplayName)));

    private static MatchDecision Overruled(Overrule overrule) =>
        new(overrule.ModelId, overrule.Kind, null, $"Overruled on {overrule.Reviewed:yyyy-MM-dd}: {overrule.Reason.TrimEnd('.')}") { Overruled = overrule };
}
