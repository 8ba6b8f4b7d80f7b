using System.Globalization;
using Assay.Adapters.Importers.Curated;
using Assay.Adapters.Sync;

namespace Assay.Adapters.Settings;

/// <summary>The settings under <c>sync</c>.</summary>
public sealed record SyncSettings
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(15), Longest = TimeSpan.FromDays(365);

    /// <summary>How often <c>assay serve</c> fetches the sources; null (the default): never.</summary>
    public TimeSpan? Every { get; init; }

    /// <summary>What a sync without names fetches, with the addresses of the user's own in place; by default every source.</summary>
    public IReadOnlyList<SyncSource> Sources { get; init; } = SyncSources.All;

    /// <summary>Every source, with the addresses of the user's own in place.</summary>
    public IReadOnlyList<SyncSource> Known { get; init; } = SyncSources.All;

    private static string Names => string.Join(", ", SyncSources.All.Select(s => s.Feed));

    internal static SyncSettings Read(YamlNode? node, Action<int, string> fault)
    {
        if (node is null) return new();
        if (node is not YamlNode.Map map)
        {
            fault(node.Line, $"'sync' is {node.Shape}; write a map: every, sources, url");
            return new();
        }
        TimeSpan? every = null;
        IReadOnlyList<string>? names = null;
        var known = SyncSources.All.ToList();
        foreach (var entry in map.Entries)
        {
            switch (entry.Key)
            {
                case "every": every = Interval(entry.Value, fault); break;
                case "sources": names = Feeds(entry.Value, fault); break;
                case "url": Mirrors(entry.Value, known, fault); break;
                default: fault(entry.Line, $"unknown key '{entry.Key}'; allowed: every, sources, url"); break;
            }
        }
        return new() { Every = every, Known = known, Sources = names is null ? known : [.. known.Where(s => names.Contains(s.Feed))] };
    }

    private static TimeSpan? Interval(YamlNode node, Action<int, string> fault)
    {
        if (node is YamlNode.Text { Value: [.. var digits, var unit] } && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < 1_000_000)
        {
            var every = unit switch { 'm' => TimeSpan.FromMinutes(number), 'h' => TimeSpan.FromHours(number), 'd' => TimeSpan.FromDays(number), _ => TimeSpan.Zero };
            if (every >= Shortest && every <= Longest) return every;
        }
        fault(node.Line, $"'every' is {node.Shape}; write minutes, hours or days, from 15m to 365d: 24h");
        return null;
    }

    private static List<string> Feeds(YamlNode node, Action<int, string> fault)
    {
        var names = new List<string>();
        if (node is not YamlNode.List list) fault(node.Line, $"'sources' is {node.Shape}; write a list: [{Names}]");
        else
        {
            foreach (var item in list.Items)
            {
                if (item is YamlNode.Text { Value: var name } && SyncSources.All.Any(s => s.Feed == name)) names.Add(name);
                else fault(item.Line, $"{item.Shape} is not a source that can be fetched; allowed: {Names}");
            }
        }
        return names;
    }

    private static void Mirrors(YamlNode node, List<SyncSource> known, Action<int, string> fault)
    {
        if (node is not YamlNode.Map map)
        {
            fault(node.Line, $"'url' is {node.Shape}; write a map of addresses by source");
            return;
        }
        foreach (var entry in map.Entries)
        {
            var at = known.FindIndex(s => s.Feed == entry.Key);
            if (at < 0) fault(entry.Line, $"unknown source '{entry.Key}'; allowed: {Names}");
            else if (entry.Value is not YamlNode.Text { Value: var text } || !Uri.TryCreate(text, UriKind.Absolute, out var address) || !Allowed(address))
                fault(entry.Value.Line, $"{entry.Value.Shape} is not an address for {entry.Key}; write one that begins with https://, or with http:// on this machine (127.0.0.1, localhost)");
            else if (known[at].Files.Count > 1 && !text.EndsWith('/'))
                fault(entry.Value.Line, $"'{text}' must end in '/': {entry.Key} is {known[at].Files.Count} files ({string.Join(", ", known[at].Files.Select(f => f.Name))}), and the address is of their folder");
            else known[at] = known[at].At(address);
        }
    }

    private static bool Allowed(Uri address) => address.UserInfo.Length == 0 && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));
}
