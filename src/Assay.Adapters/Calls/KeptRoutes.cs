using System.Collections.Concurrent;
using Assay.Adapters.Settings;
using Assay.Catalog;

namespace Assay.Adapters.Calls;

/// <summary>How providers are reached by one catalogue and one reading of the settings, for as long as the variables that were looked at stay as they were.</summary>
internal sealed class KeptRoutes(CatalogSnapshot catalog, ProviderSettings settings, IReadOnlyCollection<string> speaks)
{
    // A catalogue that was replaced should not stay in memory for this.
    private readonly WeakReference<CatalogSnapshot> catalog = new(catalog);
    private readonly ConcurrentDictionary<string, (ProviderRoute Route, AskedVariables Variables)> routes = new(StringComparer.Ordinal);

    /// <summary>Whether nothing but variables can have changed.</summary>
    public bool Hold(CatalogSnapshot now, ProviderSettings declared, IReadOnlyCollection<string> spoken) =>
        ReferenceEquals(declared, settings) && ReferenceEquals(spoken, speaks) && catalog.TryGetTarget(out var then) && ReferenceEquals(now, then);

    /// <summary>The route that is kept, else a new one; null where the provider is not known.</summary>
    public ProviderRoute? Find(string provider, Func<string, string?> environment, Func<AskedVariables, ProviderRoute?> make)
    {
        if (routes.TryGetValue(provider, out var kept) && kept.Variables.AreUnchanged) return kept.Route;
        var variables = new AskedVariables(environment);
        if (make(variables) is not { } route) return null;
        routes[provider] = (route, variables);
        return route;
    }
}

/// <summary>Variables of the environment that something was worked out from.</summary>
internal sealed class AskedVariables(Func<string, string?> environment)
{
    private readonly List<(string Name, string? Value)> asked = [];

    public string? Value(string name)
    {
        var value = environment(name);
        asked.Add((name, value));
        return value;
    }

    public bool AreUnchanged
    {
        get
        {
            foreach (var (name, value) in asked)
                if (environment(name) != value) return false;
            return true;
        }
    }
}
