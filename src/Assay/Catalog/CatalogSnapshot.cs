using System.Collections.Frozen;

namespace Assay.Catalog;

/// <summary>
/// The whole catalogue as it stands on one day: in memory, never changed, swapped as a whole. Every page is a pure function of it. Which offer
/// serves which model is settled when it is made; facts of models and offers are worked out when they are first asked for.
/// </summary>
public sealed class CatalogSnapshot
{
    private readonly FrozenDictionary<string, Model> byId;
    private readonly FrozenDictionary<string, Model> bySlug;
    private readonly Lazy<ILookup<string, Model>> byAlias;
    private readonly Lazy<ILookup<(string Provider, string Model), Offer>> offersAt;

    private readonly Lazy<Identity.ModelMatcher> matcher;
    private readonly Lazy<ResultsOfModels> results;

    internal CatalogSnapshot(
        DateOnly asOf, IReadOnlyList<Model> models, IEnumerable<Provider> providers, IEnumerable<Organization> organizations,
        IEnumerable<Benchmark> benchmarks, IReadOnlyList<Offer> offersOfNoModel, Lazy<Identity.ModelMatcher> matcher, Lazy<ResultsOfModels> results, int claimCount)
    {
        (AsOf, Models, OffersOfNoModel, this.matcher, this.results, ClaimCount) = (asOf, models, offersOfNoModel, matcher, results, claimCount);
        Providers = providers.ToFrozenDictionary(p => p.Id, StringComparer.Ordinal);
        Organizations = organizations.ToFrozenDictionary(o => o.Id, StringComparer.Ordinal);
        Benchmarks = benchmarks.ToFrozenDictionary(b => b.Id, StringComparer.Ordinal);
        byId = models.ToFrozenDictionary(m => m.Id, StringComparer.OrdinalIgnoreCase);
        bySlug = models.ToFrozenDictionary(m => m.Slug, StringComparer.OrdinalIgnoreCase);
        byAlias = new(() => models.SelectMany(m => Names(m).Select(n => (Name: n, Model: m))).ToLookup(x => x.Name, x => x.Model, StringComparer.OrdinalIgnoreCase));
        offersAt = new(() => models.SelectMany(m => m.Offers.Concat(m.Variants)).Concat(offersOfNoModel).Distinct().ToLookup(o => (o.Provider.Id, o.Id.ModelAtProvider)));
        OffersOf = models.SelectMany(m => m.Offers.Concat(m.Variants).Select(o => (o, m))).ToLookup(x => x.o.Provider.Id, StringComparer.Ordinal);
    }

    public DateOnly AsOf { get; }

    /// <summary>By id.</summary>
    public IReadOnlyList<Model> Models { get; }

    public FrozenDictionary<string, Provider> Providers { get; }
    public FrozenDictionary<string, Organization> Organizations { get; }
    public FrozenDictionary<string, Benchmark> Benchmarks { get; }

    /// <summary>Offers that no single model may be given: routers, names without a size, names that move. By id.</summary>
    public IReadOnlyList<Offer> OffersOfNoModel { get; }

    /// <summary>Decides for other offers by what this catalogue holds.</summary>
    public Identity.ModelMatcher Matcher => matcher.Value;

    /// <summary>Offers by provider id, each with the model it serves, as it is or changed.</summary>
    public ILookup<string, (Offer Offer, Model Model)> OffersOf { get; }

    /// <summary>The offers of one provider under one of its own ids: the plain one and those with qualifiers; none where it has none of that name.</summary>
    public IEnumerable<Offer> OffersAt(string provider, string modelAtProvider) => offersAt.Value[(provider, modelAtProvider)];

    /// <summary>The model that a provider serves under one of its own ids; null where no list tells.</summary>
    public Model? ModelAt(string provider, string modelAtProvider) => OffersOf[provider].FirstOrDefault(o => o.Offer.Id.ModelAtProvider == modelAtProvider).Model;

    /// <summary>Claims whose subject cannot be told.</summary>
    public IReadOnlyList<Claim> Unattributed => results.Value.Unattributed;

    /// <summary>Benchmark results under names that are no model's, or not told apart: <see cref="Claim.Subject"/> has the name.</summary>
    public IReadOnlyList<BenchmarkResult> ResultsOfNoModel => results.Value.OfNoModel;

    /// <summary>Claims on offers that held before this day and hold no more.</summary>
    public IReadOnlyList<Claim> Ended { get; init; } = [];

    /// <summary>Claims that hold on this day.</summary>
    public int ClaimCount { get; }

    public Model? ById(string id) => byId.GetValueOrDefault(id);

    /// <summary>
    /// The model a name means: its id, slug, an alias, its display name, or <c>provider/model-id</c>. A short name that several models
    /// share means the curated one if there is just one.
    /// </summary>
    public NameLookup Find(string name)
    {
        name = name.Trim();
        if (byId.TryGetValue(name, out var model) || bySlug.TryGetValue(name, out model)) return new NameLookup.Found(model);
        var candidates = byAlias.Value[name].Distinct().ToArray();
        if (candidates.Length > 1 && candidates.Where(c => c.Curated).ToArray() is [var curated]) return new NameLookup.Found(curated);
        return candidates switch
        {
            [var one] => new NameLookup.Found(one),
            [] => new NameLookup.NotFound(NearestNames.Of(name, Models)),
            _ => new NameLookup.Ambiguous(candidates),
        };
    }

    private static IEnumerable<string> Names(Model model) =>
        model.Aliases.Append(model.Name).Append(model.Id[(model.Id.IndexOf('/', StringComparison.Ordinal) + 1)..]).Append(model.Id.Replace("/", "--", StringComparison.Ordinal))
            .Concat(model.Offers.Concat(model.Variants).SelectMany(o => (string[])[o.Id.ToString(), $"{o.Id.Provider}/{o.Id.ModelAtProvider}"])).Distinct(StringComparer.OrdinalIgnoreCase);
}

/// <summary>The outcome of asking for a model by name.</summary>
public abstract record NameLookup
{
    private NameLookup() { }

    public sealed record Found(Model Model) : NameLookup;

    /// <summary>Several models have the name.</summary>
    public sealed record Ambiguous(IReadOnlyList<Model> Candidates) : NameLookup;

    /// <summary>No model has it; the nearest names, best first.</summary>
    public sealed record NotFound(IReadOnlyList<Model> Nearest) : NameLookup;
}
