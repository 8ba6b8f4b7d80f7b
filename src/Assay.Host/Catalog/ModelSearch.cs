using Assay.Catalog;

namespace Assay.Host.Catalog;

/// <summary>A page of the model list.</summary>
public sealed record ModelListView(int Total, int Page, int PageSize, string AsOf, IReadOnlyList<ModelListItem> Models);

/// <summary>Finds, filters, sorts and pages models for page, API and command line.</summary>
public static class ModelSearch
{
    public const string SortFields = "name, released, context, output, price, cost, routes";

    /// <param name="query">Words that must all occur in id, name, organization or an alias; null for all.</param>
    /// <param name="sort">A field, with <c>-</c> in front for the other way round; null for best match, then curated, then id.</param>
    /// <returns>Null with a problem that names the value, what is allowed and the fix.</returns>
    public static ModelListView? Find(CatalogSnapshot catalog, string? query, string? filter, string? sort, int page, int pageSize, out string? problem)
    {
        if (!ModelFilter.TryParse(filter, out var conditions, out problem)) return null;
        if (page < 1 || pageSize is < 1 or > 10_000)
        {
            problem = $"Page '{page}' of size '{pageSize}' cannot be shown: pages start at 1 and hold 1 to 10,000 models.";
            return null;
        }
        var words = (query ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var found = ModelIndex.Of(catalog).Where(m => conditions.Holds(m) && Array.TrueForAll(words, w => Mentions(m, w)));
        if (Sorted(found, sort, query) is not { } sorted)
        {
            problem = $"'{sort}' is not a field to sort by: choose one of {SortFields}, with - in front for the other way round.";
            return null;
        }
        var all = sorted.ToArray();
        return new(all.Length, page, pageSize, catalog.AsOf.ToString("yyyy-MM-dd"), [.. all.Skip((page - 1) * pageSize).Take(pageSize)]);
    }

    private static bool Mentions(ModelListItem item, string word) =>
        item.Id.Contains(word, StringComparison.OrdinalIgnoreCase) || item.Name.Contains(word, StringComparison.OrdinalIgnoreCase)
        || item.Model.Organization.Name.Contains(word, StringComparison.OrdinalIgnoreCase)
        || item.Model.Aliases.Any(a => a.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<ModelListItem>? Sorted(IEnumerable<ModelListItem> found, string? sort, string? query)
    {
        var down = sort?.StartsWith('-') == true;
        // Unknown values go last whichever way the list is sorted: unknown is never the most or the least.
        IEnumerable<ModelListItem> By<T>(Func<ModelListItem, T?> key) where T : struct, IComparable<T> =>
            down ? found.OrderBy(m => key(m) is null).ThenByDescending(m => key(m)).ThenBy(m => m.Id, StringComparer.Ordinal)
                : found.OrderBy(m => key(m) is null).ThenBy(m => key(m)).ThenBy(m => m.Id, StringComparer.Ordinal);
        return sort?.TrimStart('-') switch
        {
            null or "" => found.OrderByDescending(m => query is not null && (m.Id.EndsWith("/" + query.Trim(), StringComparison.OrdinalIgnoreCase) || m.Name.StartsWith(query.Trim(), StringComparison.OrdinalIgnoreCase)))
                .ThenByDescending(m => m.Curated).ThenBy(m => query is null ? 0 : m.Id.Length).ThenBy(m => m.Id, StringComparer.Ordinal),
            "name" => down ? found.OrderByDescending(m => m.Name, StringComparer.OrdinalIgnoreCase) : found.OrderBy(m => m.Name, StringComparer.OrdinalIgnoreCase),
            "released" => By<int>(m => m.Model.Released.TryGetConfirmed(out var date) ? date.Earliest.DayNumber : null),
            "context" => By<long>(m => m.ContextWindow),
            "output" => By<long>(m => m.MaxOutput),
            "price" => By<decimal>(m => m.InputPrice),
            "cost" => By<decimal>(m => m.UsdPerMonth),
            "routes" => By<int>(m => m.Routes),
            _ => null,
        };
    }
}
