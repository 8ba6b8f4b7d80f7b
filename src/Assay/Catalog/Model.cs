using Assay.Units;

namespace Assay.Catalog;

/// <summary>
/// A model: one set of weights or one marketed version, whoever serves it. One snapshot holds one object for each model. Its facts are worked
/// out of claims when they are first asked for, and kept; to the outside it never changes. Thread-safe.
/// </summary>
public sealed class Model
{
    private readonly LiftedClaims claims;
    private readonly ClaimGroup own;
    private readonly IReadOnlyList<string> otherIds;
    private readonly Lazy<ResultsOfModels> results;

    /// <param name="id">Canonical id, <c>organization/name</c>.</param>
    /// <param name="own">What sources say of the model itself.</param>
    /// <param name="otherIds">Ids under which lists describe its snapshots.</param>
    /// <param name="offers">All that serve it, by id.</param>
    /// <param name="results">Of all models.</param>
    internal Model(string id, string slug, bool curated, ClaimGroup own, IReadOnlyList<string> otherIds, IReadOnlyList<Offer> offers, Lazy<ResultsOfModels> results, IReadOnlyDictionary<string, Organization> organizations)
    {
        (Id, Slug, Curated, this.own, this.otherIds, this.results) = (id, slug, curated, own, otherIds, results);
        var organization = own.Text(Property.Organization) ?? id[..id.IndexOf('/', StringComparison.Ordinal)];
        Organization = organizations.GetValueOrDefault(organization) ?? new(organization, organization, new Dictionary<string, Fact<string>>());
        Offers = [.. offers.Where(o => o.Match.IsRoute)];
        Variants = [.. offers.Where(o => !o.Match.IsRoute)];
        claims = new(own, Offers, organization);
    }

    /// <summary>Canonical id, <c>organization/name</c>.</summary>
    public string Id { get; }

    /// <summary>The part of a URL that names it: unique, stable, no slash.</summary>
    public string Slug { get; }

    public string Name => field ??= claims.Identity(Property.DisplayName).TryGet(out var name) ? name : Id;
    public Organization Organization { get; }
    public IReadOnlyList<string> Aliases => field ??= [.. own.On(Property.Alias).Select(c => c.Value.Text).Concat(otherIds).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal)];

    /// <summary>In the curated catalogue or a base list; false for a name seen only in offers.</summary>
    public bool Curated { get; }

    public Fact<string> Family => field ??= claims.Identity(Property.Family);
    public Fact<PartialDate> Released => field ??= claims.Fact(Property.Released, FactResolver.Date);
    public Fact<TokenCount> ContextWindow => field ??= claims.Fact(Property.ContextWindow, FactResolver.Tokens);
    public Fact<TokenCount> MaxInput => field ??= claims.Fact(Property.MaxInput, FactResolver.Tokens);
    public Fact<TokenCount> MaxOutput => field ??= claims.Fact(Property.MaxOutput, FactResolver.Tokens);

    /// <summary>All parameters, a plain count.</summary>
    public Fact<decimal> ParametersTotal => field ??= claims.Fact(Property.ParametersTotal, FactResolver.Number);

    /// <summary>Parameters used for one token, a plain count.</summary>
    public Fact<decimal> ParametersActive => field ??= claims.Fact(Property.ParametersActive, FactResolver.Number);

    public Fact<string> Architecture => field ??= claims.Fact(Property.Architecture, FactResolver.Text);
    public Fact<IReadOnlyList<string>> ModalitiesIn => field ??= claims.Fact(Property.ModalitiesIn, FactResolver.Items);
    public Fact<IReadOnlyList<string>> ModalitiesOut => field ??= claims.Fact(Property.ModalitiesOut, FactResolver.Items);
    public Fact<string> Licence => field ??= claims.Fact(Property.Licence, FactResolver.Text);

    /// <summary><c>open</c> or <c>closed</c>.</summary>
    public Fact<string> Weights => field ??= claims.Fact(Property.Weights, FactResolver.Text);

    /// <summary><c>yes</c>, <c>no</c> or <c>conditions</c>.</summary>
    public Fact<string> CommercialUse => field ??= claims.Fact(Property.CommercialUse, FactResolver.Text);

    public Fact<PartialDate> KnowledgeCutoff => field ??= claims.Fact(Property.KnowledgeCutoff, FactResolver.Date);

    /// <summary>Gigabytes of GPU memory; the precision is in the claim's note.</summary>
    public Fact<decimal> VramGb => field ??= claims.Fact(Property.VramGb, FactResolver.Number);

    public IReadOnlyDictionary<Capability, Fact<bool>> Capabilities => field ??= Capability.Table(c => claims.Fact(c.Property, FactResolver.Flag));
    public IReadOnlyDictionary<VisionTask, Fact<bool>> Tasks => field ??= VisionTask.Table(t => claims.Fact(t.Property, FactResolver.Flag));
    public Lifecycle Lifecycle => field ??= claims.Lifecycle();

    /// <summary>The routes to it: offers that serve this model as it is, by id.</summary>
    public IReadOnlyList<Offer> Offers { get; }

    /// <summary>How many providers list it: a provider with several offers counts once.</summary>
    public int ProviderCount => Offers.Select(o => o.Provider.Id).Distinct(StringComparer.Ordinal).Count();

    /// <summary>Offers that serve it changed or wrapped: other precision, class of service, mode, tune. Not routes, and their prices not its.</summary>
    public IReadOnlyList<Offer> Variants { get; }

    public IReadOnlyList<BenchmarkResult> Results => field ??= [.. results.Value[Id], .. otherIds.SelectMany(other => results.Value[other])];

    /// <summary>Placements that sources claim, in our words.</summary>
    public IReadOnlyList<Claim> ClaimsOfRank => field ??= own.On(Property.ClaimOfRank);

    public Fact<bool> Has(Capability capability) => Capabilities[capability];
}
