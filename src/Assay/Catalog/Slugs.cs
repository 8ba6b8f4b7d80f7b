namespace Assay.Catalog;

/// <summary>URL names: the short name where one model alone has it (a curated one goes first), else <c>organization--name</c>.</summary>
internal static class Slugs
{
    public static IReadOnlyDictionary<string, string> For(IEnumerable<(string Id, bool Curated)> models)
    {
        var slugs = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var sharing in models.GroupBy(m => Short(m.Id), StringComparer.OrdinalIgnoreCase))
        {
            var all = sharing.ToArray();
            var owner = all.Length == 1 ? all[0].Id : all.Where(m => m.Curated).ToArray() is [var only] ? only.Id : null;
            foreach (var (id, _) in all) slugs[id] = id == owner && !sharing.Key.Contains("-vs-", StringComparison.Ordinal) ? sharing.Key : id.Replace("/", "--", StringComparison.Ordinal);
        }
        return slugs;
    }

    private static string Short(string id) => id[(id.IndexOf('/', StringComparison.Ordinal) + 1)..];
}
