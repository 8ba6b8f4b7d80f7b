using System.Net;
using System.Text.RegularExpressions;

namespace Assay.Tests.Export;

/// <summary>Follows every link of every file of an exported folder, as a browser would that is served it by a plain file server.</summary>
internal sealed partial class Crawl
{
    private readonly string root;
    private readonly Dictionary<string, HashSet<string>> ids = new(StringComparer.Ordinal);

    public Crawl(string root, string? site)
    {
        this.root = root;
        foreach (var file in Directory.GetFiles(root, "*", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(root, file).Replace('\\', '/');
            if (path.EndsWith(".html", StringComparison.Ordinal)) Follow(path, File.ReadAllText(file), Links_(), site);
            else if (path.EndsWith(".js", StringComparison.Ordinal)) Follow(path, File.ReadAllText(file), Imports(), site);
            else if (site is not null && (path.EndsWith(".atom", StringComparison.Ordinal) || path.EndsWith(".xml", StringComparison.Ordinal) || path == "feed.json"))
                Follow(path, File.ReadAllText(file), new Regex(Regex.Escape(site) + "[^\"<>\\s]*", RegexOptions.None, TimeSpan.FromSeconds(5)), site);
        }
    }

    public List<string> Faults { get; } = [];
    public int Links { get; private set; }

    private void Follow(string file, string text, Regex links, string? site)
    {
        foreach (Match match in links.Matches(text))
        {
            var link = WebUtility.HtmlDecode(match.Groups.Count > 1 ? match.Groups[1].Value : match.Value);
            if (site is not null && link.StartsWith(site, StringComparison.Ordinal)) link = "/" + link[site.Length..];
            else if (link.StartsWith("http:", StringComparison.Ordinal) || link.StartsWith("https:", StringComparison.Ordinal) || link.StartsWith("data:", StringComparison.Ordinal)) continue;
            else if (link.StartsWith('/'))
            {
                Faults.Add($"{file}: '{link}' is not relative");
                continue;
            }
            Links++;
            // A browser resolves it so, wherever the folder is served.
            var target = new Uri(new Uri($"http://x/{string.Join('/', file.Split('/').Select(Uri.EscapeDataString))}"), link);
            if (target.Query.Length > 0 && !target.Query.StartsWith("?v=", StringComparison.Ordinal)) Faults.Add($"{file}: '{link}' asks for something, and no server answers");
            var path = Uri.UnescapeDataString(target.AbsolutePath).TrimStart('/');
            if (path.Length == 0 || path.EndsWith('/')) path += "index.html";
            if (!File.Exists(Path.Combine(root, path))) Faults.Add($"{file}: '{link}' leads to '{path}', which is not there");
            else if (target.Fragment.Length > 1 && path.EndsWith(".html", StringComparison.Ordinal) && !IdsOf(path).Contains(Uri.UnescapeDataString(target.Fragment[1..]))) Faults.Add($"{file}: '{link}' leads to a place that is not on the page");
        }
    }

    private HashSet<string> IdsOf(string path)
    {
        if (!ids.TryGetValue(path, out var found)) ids[path] = found = Ids().Matches(File.ReadAllText(Path.Combine(root, path))).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)).ToHashSet(StringComparer.Ordinal);
        return found;
    }

    [GeneratedRegex("<[a-z][^>]*?\\s(?:href|src|action|srcset)=\"([^\"]*)\"")] private static partial Regex Links_();
    [GeneratedRegex("(?:from|import)\\s*\"([^\"]+)\"")] private static partial Regex Imports();
    [GeneratedRegex("\\bid=\"([^\"]*)\"")] private static partial Regex Ids();
}
