using System.Text;
using Assay.Adapters.Images;
using Assay.Adapters.Importers.Curated;
using Assay.Catalog;

namespace Assay.Adapters.Settings;

/// <summary>
/// What a user sets in <c>assay.yaml</c> and the environment. Strict: an unknown key is an error with file and line, because a misspelt setting that is passed
/// over does not do what its owner thinks.
/// </summary>
public sealed class SettingsFile
{
    public const string Name = "assay.yaml";

    /// <summary>Keys that have a meaning.</summary>
    private static readonly string[] Keys = ["watch", "sync", "providers", "images", "site", "mcp"];

    private SettingsFile(string? path, IReadOnlyList<WatchEntry> watch, SyncSettings sync, ProviderSettings providers) =>
        (Path, Watch, Sync, Providers) = (path, watch, sync, providers);

    /// <summary>Null where there is no file.</summary>
    public string? Path { get; }

    /// <summary>Models and providers whose changes the user wants to hear of; empty where nothing is set.</summary>
    public IReadOnlyList<WatchEntry> Watch { get; }

    /// <summary>Which sources are fetched, how often, and from where.</summary>
    public SyncSettings Sync { get; }

    /// <summary>Providers whose models can be called: how, and how much at once.</summary>
    public ProviderSettings Providers { get; }

    /// <summary>How large an image may be that is taken and that is sent.</summary>
    public ImageLimits Images { get; private init; } = new();

    /// <summary>Where the site stands for the rest of the world.</summary>
    public SiteSettings Site { get; private init; } = new();

    /// <summary>What clients of the MCP server may have done.</summary>
    public McpSettings Mcp { get; private init; } = new();

    /// <summary>The file of the data folder, else that of the working folder, else no file; the environment goes before it.</summary>
    /// <param name="dataFolder">Looked into first.</param>
    /// <param name="workingFolder">Looked into where the data folder has no file.</param>
    /// <param name="variables">Of the environment; null for none.</param>
    /// <exception cref="SettingsException">The settings have faults: each with its line or variable, what is allowed and the fix.</exception>
    public static SettingsFile Read(string dataFolder, string workingFolder, IReadOnlyDictionary<string, string>? variables = null)
    {
        var path = new SettingsLocation(dataFolder, workingFolder).Paths.FirstOrDefault(File.Exists);
        try
        {
            return Parse(path, path is null ? [] : File.ReadAllBytes(path), variables);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException($"The settings '{path}' cannot be read: {e.Message}");
        }
    }

    /// <exception cref="SettingsException">The settings have faults.</exception>
    public static SettingsFile Parse(string? path, byte[] bytes, IReadOnlyDictionary<string, string>? variables = null)
    {
        var faults = new List<(int Line, string Text)>();
        void Fault(int line, string text) => faults.Add((line, text));
        // A file of comments alone sets nothing, which is no fault.
        var blank = Encoding.UTF8.GetString(bytes).Split('\n').All(l => l.Trim() is "" or ['#', ..]);
        var root = blank ? null : YamlNode.Read(bytes, Fault, "settings such as 'watch: [openai/gpt-4o]'");
        root = EnvironmentSettings.Over(root, variables ?? new Dictionary<string, string>(), Fault);
        foreach (var entry in root?.Entries ?? [])
            if (!Keys.Contains(entry.Key)) Fault(entry.Line, $"unknown setting '{entry.Key}'{Nearest(entry.Key)}; allowed are {string.Join(", ", Keys)}");
        var watch = ReadWatch(root?.Find("watch"), path ?? Name, Fault);
        var sync = SyncSettings.Read(root?.Find("sync"), Fault);
        var providers = ProviderSettings.Read(root?.Find("providers"), Fault);
        var images = ImageSettings.Read(root?.Find("images"), Fault);
        var site = SiteSettings.Read(root?.Find("site"), Fault);
        var mcp = McpSettings.Read(root?.Find("mcp"), Fault);
        if (faults.Count > 0) throw new SettingsException(string.Join('\n', faults.OrderBy(f => f.Line).Select(f => $"{EnvironmentSettings.Place(path ?? Name, f.Line)}: {f.Text}")));
        return new(path, watch, sync, providers) { Images = images, Site = site, Mcp = mcp };
    }

    private static WatchEntry[] ReadWatch(YamlNode? node, string path, Action<int, string> fault)
    {
        if (node is not (null or YamlNode.List)) fault(node.Line, $"'watch' is {node.Shape}; it must be a list: [openai/gpt-4o, provider:azure]");
        var entries = new List<WatchEntry>();
        foreach (var item in (node as YamlNode.List)?.Items ?? [])
        {
            if (item is YamlNode.Text { Value.Length: > 0 } text) entries.Add(new(text.Value, EnvironmentSettings.Place(path, item.Line)));
            else fault(item.Line, $"an entry of 'watch' is {item.Shape}; it must be a model, or provider: and the id of a provider");
        }
        return [.. entries];
    }

    private static string Nearest(string key) => Keys.FirstOrDefault(k => NearestNames.Distance(k, key) <= 2) is { } near ? $", perhaps '{near}'" : "";
}

/// <summary>A thing to watch, as written.</summary>
/// <param name="Text">A model, or <c>provider:azure</c>.</param>
/// <param name="Where">File and line.</param>
public sealed record WatchEntry(string Text, string Where);

/// <summary>Settings that cannot be used; the message has a line for each fault, with file and line.</summary>
public sealed class SettingsException(string message) : Exception(message);

/// <summary>Where the settings are looked for; read anew each time, so that an edit needs no restart.</summary>
public sealed record SettingsLocation(string DataFolder, string WorkingFolder, IReadOnlyDictionary<string, string>? Variables = null)
{
    /// <inheritdoc cref="SettingsFile.Read"/>
    public SettingsFile Read() => SettingsFile.Read(DataFolder, WorkingFolder, Variables);

    /// <summary>Where a file is looked for; the first that is there holds.</summary>
    internal IEnumerable<string> Paths => new[] { DataFolder, WorkingFolder }.Select(f => Path.Combine(Path.GetFullPath(f), SettingsFile.Name));
}
