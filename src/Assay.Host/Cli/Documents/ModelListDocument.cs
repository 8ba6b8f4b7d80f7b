using Assay.Catalog;
using Assay.Host.Catalog;
using Assay.Host.Cli.Text;
using Assay.Units;

namespace Assay.Host.Cli.Documents;

/// <summary>The list of models.</summary>
public static class ModelListDocument
{
    public static Document Of(ModelListView list, CatalogSnapshot catalog, string query, bool filtered, bool quiet)
    {
        var document = new Document("Models");
        if (list.Total == 0) return document.Paragraph(Nothing(catalog, query, filtered));
        document.Table(new(
            [new("Model"), new("Released"), new("Context", Number: true), new("In $/1M", Number: true), new("Out $/1M", Number: true), new("Routes", Number: true), new("Stage")],
            [.. list.Models.Select(Row)]));
        if (quiet) return document;
        var more = list.Total - list.Models.Count;
        document.Paragraph(more == 0
            ? $"{Words.Plural(list.Total, "model")}, as of {list.AsOf}."
            : $"{Format.Exact(list.Models.Count)} of {Words.Plural(list.Total, "model")}, as of {list.AsOf}; {Format.Exact(more)} more: --limit {list.Total} shows all.");
        return document.Paragraph(new("Prices are those of the cheapest route at the default traffic (800M input and 250M output tokens a month). ? means unknown.", Tone.Quiet));
    }

    private static Row Row(ModelListItem item) => new(
    [
        new(item.Id), Known(item.Released), Known(item.ContextWindow is { } context ? Format.Count(context) : null),
        Known(item.InputPrice is { } input ? Format.Usd(input) : null), Known(item.OutputPrice is { } output ? Format.Usd(output) : null),
        new(Format.Exact(item.Routes)), item.Lifecycle == "unknown" ? Known(null) : new(item.Lifecycle),
    ]);

    private static Phrase Known(string? text) => text is null ? new("?", Tone.Unknown) : new(text);

    private static string Nothing(CatalogSnapshot catalog, string query, bool filtered)
    {
        if (query.Length == 0) return "No model meets the filter. A value that is unknown meets no condition.";
        var nearest = NearestNames.Of(query, catalog.Models);
        return $"No model has '{query}' in its id, name, maker or aliases{(filtered ? " and meets the filter" : "")}.{(nearest.Count > 0 ? $" The nearest names: {string.Join(", ", nearest.Select(m => m.Id))}." : "")}";
    }
}
