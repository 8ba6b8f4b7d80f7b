using Assay.Adapters.Importers.Curated;
using Assay.Catalog;

namespace Assay.Adapters.Settings;

/// <summary>
/// Settings as variables of the environment. Each says the same as a key of <c>assay.yaml</c>, goes before it, and is read by the same rules; an
/// empty one is not set. docs/settings.md.
/// </summary>
public static class EnvironmentSettings
{
    private const string Prefix = "ASSAY_";

    private const string Watch = "ASSAY_WATCH", Every = "ASSAY_SYNC_EVERY", Sources = "ASSAY_SYNC_SOURCES", Url = "ASSAY_SYNC_URL", BaseUrl = "ASSAY_SITE_BASE_URL";

    /// <summary>Every variable that has a meaning to the program.</summary>
    public static IReadOnlyList<string> Names { get; } = ["ASSAY_CATALOG", "ASSAY_DATA", "ASSAY_ENGINES", "ASSAY_LIBVIPS", BaseUrl, Every, Sources, Url, Watch];

    /// <summary>Those of the process that begin as settings do.</summary>
    public static IReadOnlyDictionary<string, string> OfProcess() => Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>()
        .Where(v => ((string)v.Key).StartsWith(Prefix, StringComparison.Ordinal)).ToDictionary(v => (string)v.Key, v => (string?)v.Value ?? "", StringComparer.Ordinal);

    /// <summary>Those that begin as settings do and mean nothing, each with the nearest name that does; by name.</summary>
    public static IEnumerable<(string Name, string? Nearest)> Unknown(IReadOnlyDictionary<string, string> variables) => variables.Keys
        .Where(v => v.StartsWith(Prefix, StringComparison.Ordinal) && !Names.Contains(v)).Order(StringComparer.Ordinal)
        .Select(v => (v, Names.Select(n => (Name: n, Distance: NearestNames.Distance(v, n))).Where(n => n.Distance <= 3).OrderBy(n => n.Distance).Select(n => n.Name).FirstOrDefault()));

    /// <summary>
    /// The settings of the file with those of the environment in their place. A place in the environment is a line below 0, which <see cref="Place"/> names.
    /// </summary>
    internal static YamlNode.Map? Over(YamlNode.Map? file, IReadOnlyDictionary<string, string> variables, Action<int, string> fault)
    {
        var (watch, every, sources, url, baseUrl) = (ListOf(Watch, variables), TextOf(Every, variables), ListOf(Sources, variables), MapOf(Url, variables, fault), TextOf(BaseUrl, variables));
        if (watch is null && every is null && sources is null && url is null && baseUrl is null) return file;
        var root = file?.Entries.ToList() ?? [];
        if (watch is not null) Put(root, "watch", watch);
        if (baseUrl is not null && file?.Find("site") is null or YamlNode.Map)
        {
            var site = (file?.Find("site") as YamlNode.Map)?.Entries.ToList() ?? [];
            Put(site, "base_url", baseUrl);
            Put(root, "site", new YamlNode.Map(site[0].Line, site));
        }
        if (every is not null || sources is not null || url is not null)
        {
            var sync = (file?.Find("sync") as YamlNode.Map)?.Entries.ToList() ?? [];
            if (every is not null) Put(sync, "every", every);
            if (sources is not null) Put(sync, "sources", sources);
            if (url is not null) Put(sync, "url", url);
            if (file?.Find("sync") is null or YamlNode.Map) Put(root, "sync", new YamlNode.Map(sync[0].Line, sync));
        }
        return new(file?.Line ?? 1, root);
    }

    /// <summary>"path:3" for a line of the file, else the variable.</summary>
    internal static string Place(string path, int line) => line >= 0 ? $"{path}:{line}" : Names[-1 - line];

    private static int LineOf(string name) => -1 - Names.ToList().IndexOf(name);

    private static void Put(List<YamlNode.Entry> entries, string key, YamlNode value)
    {
        entries.RemoveAll(e => e.Key == key);
        entries.Add(new(value.Line, key, value));
    }

    private static YamlNode.Text? TextOf(string name, IReadOnlyDictionary<string, string> variables) =>
        variables.GetValueOrDefault(name)?.Trim() is { Length: > 0 } text ? new(LineOf(name), text) : null;

    /// <summary>Parted by commas.</summary>
    private static YamlNode.List? ListOf(string name, IReadOnlyDictionary<string, string> variables) =>
        TextOf(name, variables) is { } text ? new(text.Line, [.. text.Value.Split(',').Select(part => new YamlNode.Text(text.Line, part.Trim()))]) : null;

    /// <summary><c>SOURCE=ADDRESS</c>, parted by commas.</summary>
    private static YamlNode.Map? MapOf(string name, IReadOnlyDictionary<string, string> variables, Action<int, string> fault)
    {
        if (ListOf(name, variables) is not { } list) return null;
        var entries = new List<YamlNode.Entry>();
        foreach (var part in list.Items.OfType<YamlNode.Text>())
        {
            if (part.Value.Split('=', 2) is [{ Length: > 0 } source, var address]) entries.Add(new(part.Line, source.Trim(), part with { Value = address.Trim() }));
            else fault(part.Line, $"{part.Shape} is not SOURCE=ADDRESS: write models.dev=https://mirror.example/models.dev/, several parted by commas");
        }
        return new(list.Line, entries);
    }
}
