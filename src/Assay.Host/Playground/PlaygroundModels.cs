using Assay.Calls;
using Assay.Catalog;
using Assay.Host.Catalog;
using Assay.Host.Web;

namespace Assay.Host.Playground;

/// <summary>Which models there are to choose from, and what a name means.</summary>
public sealed class PlaygroundModels(LiveCatalog live, Func<CatalogSnapshot, IReadOnlyList<Candidate>> candidates)
{
    public IReadOnlyList<Candidate> All => candidates(live.Current);

    /// <summary>The one that a name means: <c>provider/model</c>, or any name of a model of the catalogue, served by whoever can be called.</summary>
    /// <param name="all">What there is to choose from.</param>
    /// <param name="problem">What is wrong and the fix; null where nothing is.</param>
    public Candidate? Find(string name, IReadOnlyList<Candidate> all, out string? problem)
    {
        problem = null;
        name = name.Trim();
        if (ModelRef.TryParse(name, out var reference) && all.FirstOrDefault(c => c.Ref == reference) is { } exact) return exact;
        if (live.Current.Find(name) is not NameLookup.Found { Model: var model })
        {
            // A provider may serve what no list tells of.
            if (reference is not null && all.FirstOrDefault(c => c.Ref.Provider == reference.Provider) is { } neighbour && !reference.IsLocal)
                return neighbour with { Ref = reference, Name = reference.Model, ModelId = null, Can = _ => new(null, "No list tells what this model can do.") };
            problem = Problems.Sentence(name, live.Current.Find(name));
            return null;
        }
        var served = all.Where(c => c.ModelId == model.Id).OrderByDescending(c => c.Ready).ThenByDescending(c => c.Ref.IsLocal).ThenByDescending(c => c.Ref.Provider == model.Organization.Id)
            .ThenBy(c => c.Ref.Provider, StringComparer.Ordinal).FirstOrDefault();
        if (served is null) problem = $"No provider that can be called serves {model.Name}. Declare one in assay.yaml under 'providers'.";
        return served;
    }

    /// <summary>How a model that was called is named on a page; works for those that are no longer served.</summary>
    public LaneName Name(ModelRef reference)
    {
        var catalog = live.Current;
        var provider = catalog.Providers.GetValueOrDefault(reference.Provider);
        var model = catalog.ModelAt(reference.Provider, reference.Model) ?? catalog.ById(reference.ToString());
        return new(model?.Name ?? reference.Model, reference.IsLocal ? "this machine" : provider?.Name ?? reference.Provider, model?.Id);
    }

    /// <summary>The page with the prices of the model that an offer is of.</summary>
    public string? Evidence(string? offer)
    {
        if (offer is null) return null;
        var id = OfferId.Parse(offer);
        var found = live.Current.OffersOf[id.Provider].FirstOrDefault(o => o.Offer.Id == id);
        return found.Model is null ? null : $"/models/{found.Model.Id}#offers";
    }
}

/// <param name="ModelId">Id of the model's page; null where the catalogue does not know it.</param>
public sealed record LaneName(string Name, string Provider, string? ModelId);
