using Assay.Catalog;
using Assay.Comparison;
using Assay.Host.Comparison;
using Assay.Search;

namespace Assay.Host.Catalog;

/// <summary>Finds, sorts and pages models for page, API and command line.</summary>
public static class ModelSearch
{
    /// <summary>What the description of a filter says everywhere.</summary>
    public const string FilterHelp = "Conditions parted by commas: vision, context >= 200K, open weights, output <= $1, not retired. Every fact can be asked for; docs/finder.md lists all.";

    public const string SortHelp = "name, or a field with an order, such as released, context_window, route_input, cost, routes or a benchmark; with - in front the other way round. Unknown goes last either way.";

    public const string DefaultColumns = "released,context_window,route_input,route_output,cost,routes,weights,capabilities";

    /// <returns>Null with problems that name the value, what is allowed and the fix.</returns>
    public static ModelListView? Find(CatalogSnapshot catalog, ModelListQuery query, out IReadOnlyList<string> problems)
    {
        var index = ModelIndex.Of(catalog);
        var faults = new List<string>();
        problems = faults;
        var (traffic, unread) = query.Traffic.ReadTraffic();
        faults.AddRange(unread);
        if (!QuestionReader.TryRead(index.Vocabulary, query.Filter, out var question, out var problem)) faults.Add(problem!);
        if (query.Page < 1 || query.PageSize is < 1 or > ModelListQuery.Most) faults.Add($"Page '{query.Page}' of size '{query.PageSize}' cannot be shown: pages start at 1 and hold 1 to 10,000 models.");
        var order = SortField(index.Vocabulary, query.Sort, faults);
        var columns = ReadColumns(index.Vocabulary, query.Columns, faults);
        if (faults.Count > 0) return null;

        var words = (query.Search ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        Candidate[] named = [.. index.At(traffic).Where(c => Array.TrueForAll(words, w => Mentions(c.Model, w)))];
        var found = Finder.Find(named, question);
        var front = FrontViewBuilder.Build(catalog, index.Scores, found.Meet, query, faults);
        if (faults.Count > 0) return null;
        var listed = Sorted(query.Might ? found.Might : found.Meet, query, order).Skip((query.Page - 1) * query.PageSize).Take(query.PageSize);
        return new()
        {
            Total = found.Meet.Count, MightTotal = found.Might.Count, Listed = query.Might ? "might" : "meet", Page = query.Page, PageSize = query.PageSize,
            AsOf = catalog.AsOf.ToString("yyyy-MM-dd"), Filter = question.ToString()!, Question = question, Traffic = ComparisonViewBuilder.View(traffic),
            Columns = [.. columns.Select(ColumnView.Of)], Models = [.. listed.Select(c => ModelListItem.Of(c, columns, query.Might ? question : null))],
            Strictest = found.Meet.Count == 0 && Finder.Strictest(named, question) is { } strictest ? new(strictest.Clause.ToString()!, strictest.Models) : null, Front = front, Context = query.WithFront ? ContextView.Of(found.Meet) : null,
        };
    }

    private static bool Mentions(Model model, string word) =>
        model.Id.Contains(word, StringComparison.OrdinalIgnoreCase) || model.Name.Contains(word, StringComparison.OrdinalIgnoreCase)
        || model.Organization.Name.Contains(word, StringComparison.OrdinalIgnoreCase) || model.Aliases.Any(a => a.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static Field? SortField(Vocabulary vocabulary, string? sort, List<string> problems)
    {
        if (sort?.TrimStart('-') is null or "" or "name") return null;
        if (vocabulary.Find(sort.TrimStart('-')) is { IsOrdered: true } field) return field;
        var near = vocabulary.NearestFields(sort.TrimStart('-')).Where(n => vocabulary.Find(n) is { IsOrdered: true }).ToArray();
        problems.Add($"'{sort}' is not a field to sort by{(near.Length > 0 ? $"; the nearest are {string.Join(", ", near)}" : "")}: give {SortHelp}");
        return null;
    }

    private static IReadOnlyList<Field> ReadColumns(Vocabulary vocabulary, string? columns, List<string> problems)
    {
        var fields = new List<Field>();
        foreach (var name in (columns ?? DefaultColumns).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (vocabulary.Find(name) is not { } field)
                problems.Add($"'{name}' is not a column{(vocabulary.NearestFields(name) is { Count: > 0 } near ? $"; the nearest are {string.Join(", ", near)}" : "")}: name fields parted by commas, for example {DefaultColumns}.");
            else if (!fields.Contains(field)) fields.Add(field);
        }
        return fields;
    }

    private static IEnumerable<Candidate> Sorted(IEnumerable<Candidate> found, ModelListQuery query, Field? order)
    {
        var down = query.Sort?.StartsWith('-') == true;
        if (order is not null) return Finder.Sorted(found, order, down);
        if (query.Sort?.TrimStart('-') == "name") return down ? found.OrderByDescending(c => c.Model.Name, StringComparer.OrdinalIgnoreCase) : found.OrderBy(c => c.Model.Name, StringComparer.OrdinalIgnoreCase);
        var search = query.Search?.Trim();
        return found.OrderByDescending(c => search is not null && (c.Model.Id.EndsWith("/" + search, StringComparison.OrdinalIgnoreCase) || c.Model.Name.StartsWith(search, StringComparison.OrdinalIgnoreCase)))
            .ThenByDescending(c => c.Model.Curated).ThenBy(c => search is null ? 0 : c.Model.Id.Length).ThenBy(c => c.Model.Id, StringComparer.Ordinal);
    }
}
