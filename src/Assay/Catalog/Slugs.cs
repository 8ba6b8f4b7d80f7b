namespace Assay.Catalog;

/// <summary>URL names: the short name where one model alone has it (a curated one goes first), else <c>organization--name</c>.</summary>
public static class Slugs
{
    internal static IReadOnlyDictionary<string, string> For(IEnumerable<(string Id, bool Curated)> models)
    {
        var slugs = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var sharing in models.GroupBy(m => Short(m.Id), StringComparer.OrdinalIgnoreCase))
        {
            var all = sharing.ToArray();
            var owner = all.Length == 1 ? all[0].Id : all.Where(m => m.Curated).ToArray() is [var only] ? only.Id : null;
            foreach (var (id, _) in all) slugs[id] = id == owner && CanStandAlone(sharing.Key) ? sharing.Key : id.Replace("/", "--", StringComparison.Ordinal);
        }
        return slugs;
    }

    /// <summary>Not a name that reads as a comparison, nor one that is built like another model's long name (SAP's <c>anthropic--claude-3-opus</c>).</summary>
    private static bool CanStandAlone(string name) => !name.Contains("-vs-", StringComparison.Ordinal) && !name.Contains("--", StringComparison.Ordinal);

    private static string Short(string id) => id[(id.IndexOf('/', StringComparison.Ordinal) + 1)..];

    /// <summary>One segment of a canonical id: lower case, and only what a path may hold.</summary>
    public static string PathPart(string text)
    {
        var part = string.Create(text.Length, text, static (span, from) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                var c = char.ToLowerInvariant(from[i]);
                span[i] = char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' ? c : '-';
            }
        }).Trim('-');
        // Of dots alone it would be a step in a path.
        return part.Trim('.').Length == 0 ? "unnamed" : part;
    }
}
