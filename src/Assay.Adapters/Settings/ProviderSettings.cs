using System.Globalization;
using System.Text.RegularExpressions;
using Assay.Adapters.Importers.Curated;
using Assay.Adapters.Protocols;
using Assay.Calls;

namespace Assay.Adapters.Settings;

/// <summary>A provider as the settings declare it. What is left out is taken from the catalogue, where it knows the provider.</summary>
/// <param name="Id">The first part of a model reference.</param>
public sealed record DeclaredProvider(string Id)
{
    public string? Protocol { get; init; }

    /// <summary>May hold <c>${VARIABLE}</c>.</summary>
    public string? BaseUrl { get; init; }

    /// <summary>Name of the environment variable with the key; null where the server asks for none.</summary>
    public string? ApiKeyEnv { get; init; }

    /// <summary>What the server offers; empty for what the catalogue knows.</summary>
    public IReadOnlyList<string> Models { get; init; } = [];

    public int? RequestsPerMinute { get; init; }
    public long? TokensPerMinute { get; init; }
    public int? MaxConcurrency { get; init; }

    /// <summary>Further headers; values may hold <c>${VARIABLE}</c>.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();
}

/// <summary>The settings under <c>providers</c>.</summary>
public sealed partial record ProviderSettings
{
    private const string Keys = "protocol, base_url, api_key_env, models, requests_per_minute, tokens_per_minute, max_concurrency, headers";
    private const int Most = 1_000_000_000;

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<DeclaredProvider> All { get; init; } = [];

    public DeclaredProvider? Find(string id) => All.FirstOrDefault(p => p.Id == id);

    internal static ProviderSettings Read(YamlNode? node, Action<int, string> fault)
    {
        if (node is null) return new();
        if (node is not YamlNode.Map map)
        {
            fault(node.Line, $"'providers' is {node.Shape}; write a map: mock: {{ protocol: openai-chat, base_url: http://127.0.0.1:9000/v1 }}");
            return new();
        }
        var all = new List<DeclaredProvider>();
        foreach (var entry in map.Entries)
        {
            if (!Id().IsMatch(entry.Key)) fault(entry.Line, $"'{entry.Key}' is not an id of a provider; use a-z, 0-9, '-', '_' and '.', as in 'my-server'");
            else if (entry.Key == ModelRef.Local) fault(entry.Line, $"'{entry.Key}' stands for the engines on this machine; choose another id");
            else if (entry.Value is not YamlNode.Map provider) fault(entry.Value.Line, $"'{entry.Key}' is {entry.Value.Shape}; write a map of {Keys}");
            else all.Add(ReadOne(entry.Key, provider, fault));
        }
        return new() { All = all };
    }

    private static DeclaredProvider ReadOne(string id, YamlNode.Map map, Action<int, string> fault)
    {
        var provider = new DeclaredProvider(id);
        foreach (var (line, key, value) in map.Entries.Select(e => (e.Line, e.Key, e.Value)))
        {
            switch (key)
            {
                case "protocol": provider = provider with { Protocol = Protocol(value, fault) }; break;
                case "base_url": provider = provider with { BaseUrl = Address(value, fault) }; break;
                case "api_key_env": provider = provider with { ApiKeyEnv = Variable(value, fault) }; break;
                case "models": provider = provider with { Models = Names(value, fault) }; break;
                case "requests_per_minute": provider = provider with { RequestsPerMinute = Number(key, value, fault) }; break;
                case "tokens_per_minute": provider = provider with { TokensPerMinute = Number(key, value, fault) }; break;
                case "max_concurrency": provider = provider with { MaxConcurrency = Number(key, value, fault) is { } n ? Math.Min(n, 10_000) : null }; break;
                case "headers": provider = provider with { Headers = Headers(value, fault) }; break;
                default: fault(line, $"unknown key '{key}' of the provider '{id}'; allowed: {Keys}"); break;
            }
        }
        return provider;
    }

    private static string? Protocol(YamlNode node, Action<int, string> fault)
    {
        if (node is YamlNode.Text { Value: var text } && WireProtocols.Ids.Contains(text)) return text;
        fault(node.Line, $"'protocol' is {node.Shape}; allowed: {string.Join(", ", WireProtocols.Ids)}");
        return null;
    }

    private static string? Address(YamlNode node, Action<int, string> fault)
    {
        if (node is YamlNode.Text { Value: var text } && Uri.TryCreate(Variables().Replace(text, "x"), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")
        {
            if (uri.UserInfo.Length == 0) return text;
            fault(node.Line, "'base_url' holds a user or password; put the key into the environment and name its variable as api_key_env");
            return null;
        }
        fault(node.Line, $"'base_url' is {node.Shape}; write an address that begins with http:// or https://, such as http://127.0.0.1:8000/v1");
        return null;
    }

    private static string? Variable(YamlNode node, Action<int, string> fault)
    {
        if (node is YamlNode.Text { Value: var text } && VariableName().IsMatch(text)) return text;
        // Not shown: it may be the key itself.
        fault(node.Line, "'api_key_env' is not the name of an environment variable (letters, digits and '_'); put the key into the environment, and write the variable's name here: MY_SERVER_KEY");
        return null;
    }

    private static List<string> Names(YamlNode node, Action<int, string> fault)
    {
        var names = new List<string>();
        if (node is not YamlNode.List list) fault(node.Line, $"'models' is {node.Shape}; write a list: [small, large]");
        else
        {
            foreach (var item in list.Items)
            {
                if (item is not YamlNode.Text { Value: { Length: > 0 } name } || name.Any(char.IsControl)) fault(item.Line, $"{item.Shape} is not the id of a model");
                else if (names.Contains(name)) fault(item.Line, $"the model '{name}' stands in the list already; keep one");
                else names.Add(name);
            }
        }
        return names;
    }

    private static int? Number(string key, YamlNode node, Action<int, string> fault)
    {
        if (node is YamlNode.Text { Value: var text } && int.TryParse(text.Replace("_", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= Most) return number;
        fault(node.Line, $"'{key}' is {node.Shape}; write a whole number from 1 on");
        return null;
    }

    private static Dictionary<string, string> Headers(YamlNode node, Action<int, string> fault)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (node is not YamlNode.Map map)
        {
            fault(node.Line, $"'headers' is {node.Shape}; write a map: {{ X-Title: Assay }}");
            return headers;
        }
        foreach (var entry in map.Entries)
        {
            if (!HeaderName().IsMatch(entry.Key)) fault(entry.Line, $"'{entry.Key}' is not the name of a header");
            else if (entry.Value is not YamlNode.Text { Value: { Length: > 0 } value } || value.Any(c => c is < ' ' or > '~')) fault(entry.Value.Line, $"the header '{entry.Key}' must be a text of plain ASCII characters");
            else if (Secrets.IsSecret(entry.Key) && !Variables().IsMatch(value)) fault(entry.Value.Line, $"the header '{entry.Key}' carries a secret, which does not belong in a file; put it into the environment and write ${{VARIABLE}} here");
            else headers[entry.Key] = value;
        }
        return headers;
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9._-]*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Id();

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex VariableName();

    [GeneratedRegex("^[A-Za-z0-9!#$%&'*+.^_`|~-]+$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HeaderName();

    [GeneratedRegex(@"\$\{[A-Za-z_][A-Za-z0-9_]*\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Variables();
}
