using Assay.Adapters.Settings;
using Assay.Catalog;
using Assay.Catalog.History;
using Assay.Host.Web;

namespace Assay.Host.Catalog.History;

/// <summary>The models and providers a user watches, as things of the catalogue.</summary>
public sealed class WatchList(IReadOnlySet<string> models, IReadOnlySet<string> providers)
{
    private const string Provider = "provider:";

    /// <summary>Whether a change of this thing is watched.</summary>
    /// <param name="subject">What changed.</param>
    /// <param name="model">The model it belongs to, or null.</param>
    public bool Has(Subject subject, Model? model) =>
        (model is not null && models.Contains(model.Id)) || (subject.Kind is SubjectKind.Provider && providers.Contains(subject.Id))
        || (subject.Kind is SubjectKind.Offer && providers.Contains(OfferId.Parse(subject.Id).Provider));

    public bool Has(Offer offer) => providers.Contains(offer.Provider.Id);

    /// <summary>Reads the list against a catalogue and its past: what is gone may be watched still.</summary>
    /// <returns>Null, with one sentence for each fault, where a name means nothing or nothing is watched.</returns>
    public static WatchList? Read(SettingsFile settings, CatalogHistory history, out IReadOnlyList<string> problems)
    {
        var (models, providers) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        var faults = new List<string>();
        if (settings.Watch.Count == 0)
            faults.Add($"Nothing is watched: write 'watch: [openai/gpt-4o, provider:azure]' in {settings.Path ?? $"{SettingsFile.Name} in the data folder or the working folder"}.");
        foreach (var (text, where) in settings.Watch)
        {
            if (text.StartsWith(Provider, StringComparison.Ordinal))
            {
                var id = text[Provider.Length..].Trim();
                if (history.Catalog.Providers.ContainsKey(id)) providers.Add(id);
                else faults.Add($"{where}: {NoProvider(id, history.Catalog)}");
            }
            else if (history.Find(text) is NameLookup.Found found) models.Add(found.Model.Id);
            else faults.Add($"{where}: {Problems.Sentence(text, history.Find(text))}");
        }
        problems = faults;
        return faults.Count == 0 ? new(models, providers) : null;
    }

    /// <summary>That no provider has the name, with the nearest.</summary>
    public static string NoProvider(string id, CatalogSnapshot catalog)
    {
        var near = catalog.Providers.Keys.Select(k => (Key: k, Far: k.Contains(id, StringComparison.OrdinalIgnoreCase) ? 0 : NearestNames.Distance(id, k)))
            .Where(x => x.Far <= Math.Max(2, id.Length / 3)).OrderBy(x => x.Far).ThenBy(x => x.Key, StringComparer.Ordinal).Take(5).Select(x => x.Key).ToArray();
        return $"No provider is called '{id}'.{(near.Length > 0 ? $" The nearest names: {string.Join(", ", near)}." : " Provider pages have the id in their address.")}";
    }
}
