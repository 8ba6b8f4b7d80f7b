using System.Text.RegularExpressions;
using Assay.Adapters.Protocols;
using Assay.Adapters.Settings;
using Assay.Calls;
using Assay.Catalog;

namespace Assay.Adapters.Calls;

/// <summary>
/// How providers are reached: address and protocol from the settings, else from the catalogue; the key from the environment. Asked anew for each call, so
/// that a new key or an edited file needs no restart; worked out anew only when one of them has changed. Safe for many threads.
/// </summary>
/// <param name="settings">The providers of <c>assay.yaml</c>.</param>
/// <param name="environment">The value of a variable; null where it is not set.</param>
public sealed partial class Endpoints(Func<ProviderSettings> settings, Func<string, string?> environment)
{
    private KeptRoutes? kept;

    /// <summary>Providers of the settings first, then those of the catalogue, each by id.</summary>
    /// <param name="catalog">The catalogue of today.</param>
    /// <param name="speaks">Ids of the protocols that are there.</param>
    public IReadOnlyList<ProviderRoute> All(CatalogSnapshot catalog, IReadOnlyCollection<string> speaks)
    {
        var declared = settings();
        return [.. declared.All.Select(d => Route(d.Id)).OrderBy(r => r.Id, StringComparer.Ordinal),
            .. catalog.Providers.Keys.Where(id => declared.Find(id) is null).Order(StringComparer.Ordinal).Select(Route)];

        ProviderRoute Route(string id) => Of(id, catalog, declared, speaks, new(environment));
    }

    /// <summary>Null where neither settings nor catalogue know the provider.</summary>
    public ProviderRoute? Find(string provider, CatalogSnapshot catalog, IReadOnlyCollection<string> speaks)
    {
        var declared = settings();
        var routes = Volatile.Read(ref kept);
        if (routes is null || !routes.Hold(catalog, declared, speaks)) Volatile.Write(ref kept, routes = new(catalog, declared, speaks));
        return routes.Find(provider, environment, variables => provider == ModelRef.Local || declared.Find(provider) is not null || catalog.Providers.ContainsKey(provider)
            ? Of(provider, catalog, declared, speaks, variables) : null);
    }

    private static ProviderRoute Of(string id, CatalogSnapshot catalog, ProviderSettings settings, IReadOnlyCollection<string> speaks, AskedVariables variables)
    {
        var (declared, known) = (settings.Find(id), catalog.Providers.GetValueOrDefault(id));
        var protocol = declared?.Protocol ?? (id == ModelRef.Local ? ModelRef.Local : known?.Protocol);
        var name = known?.Name ?? id;
        var rate = id == ModelRef.Local ? ProviderRate.Local : ProviderRate.Hosted;
        ProviderRoute Route(Readiness readiness, string words, string? variable = null, Endpoint? endpoint = null) => new(id, name, protocol, readiness, words, variable)
        {
            Declared = declared is not null, Endpoint = endpoint, Secrets = endpoint is null ? Secrets.None : Secrets.Of(endpoint), Models = declared?.Models ?? [],
            Rate = declared is null ? rate : new(declared.MaxConcurrency ?? rate.AtOnce, declared.RequestsPerMinute, declared.TokensPerMinute),
        };

        if (protocol is null || !speaks.Contains(protocol))
        {
            return Route(Readiness.UnknownProtocol, protocol is null
                ? $"The protocol of {name} is not recorded: declare it in assay.yaml, providers: {{ {id}: {{ protocol: …, base_url: … }} }}."
                : $"{name} speaks '{protocol}'; known are {string.Join(", ", speaks.Order(StringComparer.Ordinal))}.");
        }
        if (protocol == ModelRef.Local) return Route(Readiness.Callable, "On this machine, without a key.", endpoint: new(id, protocol, null));

        var address = declared?.BaseUrl ?? Text(known, "api_base");
        if (address is null) return Route(Readiness.NeedsAddress, $"The address of {name} is not known: declare it in assay.yaml, providers: {{ {id}: {{ base_url: https://… }} }}.");
        if (Fill(address, variables, out var filled) is { } missing) return Route(Readiness.NeedsAddress, $"The address of {name} has a part of your own: set {missing}.", missing);
        if (!Uri.TryCreate(filled, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http")) return Route(Readiness.NeedsAddress, $"'{filled}' is not an address for {name}: write one that begins with https://.");
        // Plain http beyond this machine shows the key to everyone between; only who declares it may want that.
        if (uri.Scheme == "http" && !uri.IsLoopback && declared?.BaseUrl is null) return Route(Readiness.NeedsAddress, $"'{filled}' is not secure: {name} is called over https, or declared in assay.yaml.");

        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (header, value) in declared?.Headers ?? new Dictionary<string, string>())
        {
            if (Fill(value, variables, out var whole) is { } variable) return Route(Readiness.NeedsKey, $"Set {variable}: the header {header} of {name} needs it.", variable);
            headers[header] = whole;
        }
        var keyName = declared is null || (declared.ApiKeyEnv is null && declared.BaseUrl is null) ? Text(known, "key_env") : declared.ApiKeyEnv;
        var key = keyName is null ? null : variables.Value(keyName)?.Trim() is { Length: > 0 } value2 ? value2 : null;
        if (key is not null && key.Any(c => c is < '!' or > '~')) return Route(Readiness.NeedsKey, $"The value of {keyName} holds blanks or characters that no key has; set it to the key alone.", keyName);
        // Servers on this machine rarely ask for one.
        if (key is null && keyName is not null && (declared?.ApiKeyEnv is not null || !uri.IsLoopback)) return Route(Readiness.NeedsKey, $"Set {keyName} to your key of {name}.", keyName);
        var how = key is not null ? $"At {uri.GetLeftPart(UriPartial.Path)}, with the key in {keyName}." : $"At {uri.GetLeftPart(UriPartial.Path)}, without a key.";
        return Route(Readiness.Callable, how, key is null ? null : keyName, new(id, protocol, uri) { Key = key, KeyVariable = keyName, Headers = headers });
    }

    private static string? Text(Provider? provider, string property) => provider is not null && provider.About.TryGetValue(property, out var fact) && fact.TryGet(out var value) ? value : null;

    /// <summary>Puts variables in place of <c>${NAME}</c>; the first that is not set, or null.</summary>
    private static string? Fill(string text, AskedVariables variables, out string filled)
    {
        string? missing = null;
        filled = Placeholder().Replace(text, m =>
        {
            if (variables.Value(m.Groups["name"].Value)?.Trim() is { Length: > 0 } value) return value;
            missing ??= m.Groups["name"].Value;
            return m.Value;
        });
        return missing;
    }

    [GeneratedRegex(@"\$\{(?<name>[A-Za-z_][A-Za-z0-9_]*)\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
