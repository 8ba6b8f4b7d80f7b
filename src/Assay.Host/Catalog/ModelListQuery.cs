using Assay.Host.Comparison;

namespace Assay.Host.Catalog;

/// <summary>What is asked of the list of models, as typed: the same for page, API and command line.</summary>
public sealed record ModelListQuery
{
    public const int DefaultPageSize = 50;
    public const int Most = 10_000;

    /// <summary>Words that must all occur in id, name, maker or an alias; null for all.</summary>
    public string? Search { get; init; }

    /// <summary>A question (docs/finder.md); null for none.</summary>
    public string? Filter { get; init; }

    /// <summary>A field, with <c>-</c> in front for the other way round; null for best match.</summary>
    public string? Sort { get; init; }

    /// <summary>Fields parted by commas; null for the usual ones.</summary>
    public string? Columns { get; init; }

    /// <summary>List those that might meet the filter in place of those that do.</summary>
    public bool Might { get; init; }

    /// <summary>A benchmark or a variant of one to set cost against; null for none.</summary>
    public string? Against { get; init; }

    /// <summary>Choose a variant where none is asked for.</summary>
    public bool WithFront { get; init; }

    public int Page { get; init; } = 1;
    public int PageSize { get; init; } = DefaultPageSize;
    public ComparisonQuery Traffic { get; init; } = new();

    /// <summary>The query of an address. A page that is no number is the first.</summary>
    public static ModelListQuery From(IQueryCollection query)
    {
        string? First(string name) => query[name].ToString() is { Length: > 0 } text && !string.IsNullOrWhiteSpace(text) ? text : null;
        int Number(string name, int otherwise) => int.TryParse(First(name), out var number) ? number : otherwise;
        return new()
        {
            Search = First("q"), Filter = First("filter"), Sort = First("sort"), Columns = First("columns"), Might = First("might") is "1" or "true", Against = First("against"),
            Page = Number("page", 1), PageSize = Number("page_size", DefaultPageSize), Traffic = ComparisonQuery.From(query),
        };
    }

    /// <summary>The query string that asks for the same again, empty where all is at its default; the size of a page is not part of it.</summary>
    public string ToQueryString(IEnumerable<string>? picks = null)
    {
        string[] pairs =
        [
            .. new (string Name, string? Value)[] { ("q", Search), ("filter", Filter), ("sort", Sort), ("columns", Columns), ("might", Might ? "1" : null), ("against", Against), ("page", Page > 1 ? $"{Page}" : null) }
                .Where(p => !string.IsNullOrEmpty(p.Value)).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}"),
            .. (picks ?? []).Select(m => "m=" + Uri.EscapeDataString(m)),
            .. Traffic.ToQueryString() is { Length: > 0 } traffic ? [traffic[1..]] : Array.Empty<string>(),
        ];
        return pairs.Length == 0 ? "" : "?" + string.Join('&', pairs);
    }
}
