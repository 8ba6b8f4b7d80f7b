using Assay.Catalog.Identity;

namespace Assay.Catalog;

/// <summary>
/// Puts each offer to the model it serves. A reviewed overrule goes first, then a page that lists the offer under a model, then what the names
/// say. A link inside an imported list is heard only where the names tell nothing: such lists are filled in by hand and hold errors.
/// </summary>
internal sealed class OfferPlacement
{
    public OfferPlacement(IReadOnlyList<(string Id, ClaimGroup Claims)> models, IReadOnlyList<(string Id, ClaimGroup Claims)> offers, Dictionary<string, Provider> providers)
    {
        KnownModel[] known = [.. models.Select(m => new KnownModel(m.Id, [.. m.Claims.On(Property.Alias).Select(a => a.Value.Text)])
        {
            Curated = m.Claims.All.Any(c => c.Source.Feed is null),
        })];
        Overrule[] overrules = [.. offers.Select(o => OverruleOf(OfferId.Parse(o.Id), o.Claims)).OfType<Overrule>()];
        // What is said of an overruled offer alone makes no offer.
        var all = offers.Where(o => o.Claims.All.Any(c => !IsOverrule(c))).Select(o => (Id: OfferId.Parse(o.Id), o.Claims)).OrderBy(o => o.Id.ToString(), StringComparer.Ordinal).ToArray();
        var described = SideBySide.Select(all, o => Describe(o.Id, o.Claims));
        var matcher = new ModelMatcher(known, overrules);
        var decisions = matcher.Match(described);
        // Links write ids as they like: minimax/MiniMax-M2.
        var stands = known.ToDictionary(k => k.Id, matcher.StandsFor, StringComparer.OrdinalIgnoreCase);
        Matcher = new(() => new(known, overrules, described));
        Listed = stands.Where(s => s.Key == s.Value).Select(s => s.Key).ToHashSet(StringComparer.Ordinal);
        OtherIds = stands.Where(s => s.Value is not null && s.Key != s.Value).ToLookup(s => s.Value!, s => s.Key, StringComparer.Ordinal);

        var placed = new Offer[all.Length];
        for (var i = 0; i < all.Length; i++)
        {
            var (id, claims) = all[i];
            if (!providers.TryGetValue(id.Provider, out var provider)) provider = providers[id.Provider] = new(id.Provider, id.Provider, new Dictionary<string, Fact<string>>());
            placed[i] = new(id, provider, Decide(decisions[i], claims, stands), claims);
        }
        ByModel = placed.Where(o => o.Match.ModelId is not null).ToLookup(o => o.Match.ModelId!, StringComparer.Ordinal);
        OfNoModel = [.. placed.Where(o => o.Match.ModelId is null)];
    }

    /// <summary>For offers that the catalogue does not hold; seldom asked for.</summary>
    public Lazy<ModelMatcher> Matcher { get; }

    /// <summary>Models that somebody describes, without those that are snapshots of another.</summary>
    public IReadOnlySet<string> Listed { get; }

    /// <summary>By the id of a model: ids under which lists describe its snapshots.</summary>
    public ILookup<string, string> OtherIds { get; }

    public ILookup<string, Offer> ByModel { get; }
    public IReadOnlyList<Offer> OfNoModel { get; }

    private static MatchDecision Decide(MatchDecision read, ClaimGroup claims, Dictionary<string, string?> stands)
    {
        if (read.Overruled is not null) return read;
        var stated = claims.On(Property.Serves);
        if (stated.FirstOrDefault(c => c.Source.Feed is null) is { } page)
        {
            var said = page.Value.Text;
            if (stands.GetValueOrDefault(said) is { } known && known.Equals(said, StringComparison.OrdinalIgnoreCase)) said = known;
            return new(said, read.ModelId == said ? read.Kind : MatchKind.Plain, read.Release, $"{page.Source.Publisher} says that it serves {said}");
        }
        if (stated is not [var link, ..]) return read;
        var linked = stands.GetValueOrDefault(link.Value.Text, link.Value.Text);
        if (linked is null || linked == read.ModelId) return read;
        return read.TellsNothing
            ? new(linked, MatchKind.Plain, null, $"{link.Source.Publisher} links it to {linked}; its name tells nothing")
            : read with { Reason = $"{read.Reason}; {link.Source.Publisher} links it to {linked} instead" };
    }

    private static readonly Property InputPrice = Property.Price(PriceKind.Input);
    private static readonly Property OutputPrice = Property.Price(PriceKind.Output);

    private static OfferDescription Describe(OfferId id, ClaimGroup claims)
    {
        long? Tokens(Property property) => claims.Fact(property, FactResolver.Tokens).TryGet(out var tokens) ? tokens.Tokens : null;
        decimal? Price(Property property) => claims.Fact(property, FactResolver.Number).TryGet(out var price) ? price : null;
        return new(id.Provider, id.ModelAtProvider)
        {
            DisplayName = claims.Text(Property.DisplayName),
            Released = claims.Fact(Property.Released, FactResolver.Date).TryGet(out var date) ? date : null,
            Context = Tokens(Property.ContextWindow), MaxOutput = Tokens(Property.MaxOutput),
            InputPrice = Price(InputPrice), OutputPrice = Price(OutputPrice),
        };
    }

    private static bool IsOverrule(Claim claim) => claim.Property == Property.OverruledModel || claim.Property == Property.OverruledKind;

    private static Overrule? OverruleOf(OfferId id, ClaimGroup claims)
    {
        if (claims.On(Property.OverruledModel) is not [var model, ..] || claims.On(Property.OverruledKind) is not [var kind, ..]) return null;
        return new(id, model.Value is ClaimValue.NotApplicable ? null : model.Value.Text, MatchKinds.Find(kind.Value.Text)!.Value, model.Note ?? "", model.Source.AsOf.Earliest);
    }
}
