using Assay.Catalog;
using Assay.Host.Catalog;
using Assay.Host.Cli.Text;
using Assay.Units;

namespace Assay.Host.Cli.Documents;

/// <summary>The list of models.</summary>
public static class ModelListDocument
{
    /// <summary>What fits beside an id in 80 columns.</summary>
    public const string DefaultColumns = "released,context_window,route_input,route_output,cost";

    public static Document Of(ModelListView list, CatalogSnapshot catalog, ModelListQuery asked, bool quiet)
    {
        var document = new Document("Models");
        if (list.ListedTotal == 0) document.Paragraph(Nothing(list, catalog, asked));
        document.Table(new(
            [new("Model"), .. list.Columns.Select(c => new Column(c.Label, c.Number))],
            [.. list.Models.Select(m => new Row([new(m.Id), .. list.Columns.Select(c => Cell(m.Columns[c.Key]))], m.Unknown is null ? null : Unanswered(m.Unknown)))], "Nobody says"));
        if (quiet) return document;
        if (list.Models.Count > 0) document.Paragraph(Counts(list));
        if (!asked.Might && list.MightTotal > 0) document.Paragraph($"{Format.Exact(list.MightTotal)} more might: nobody says. --might lists {(list.MightTotal == 1 ? "it" : "them")}.");
        if (list.Models.Count == 0) return document;
        var traffic = list.Traffic;
        return document.Paragraph(new($"Prices and cost are those of the cheapest route at {Format.Count(traffic.InputTokens)} input and {Format.Count(traffic.OutputTokens)} output tokens a month, token prices for a million. ? means unknown, – does not apply.", Tone.Quiet));
    }

    private static Phrase Cell(ColumnValue value) => value.State switch
    {
        "unknown" => new("?", Tone.Unknown),
        "disputed" => new("≠ " + value.Display, Tone.Disputed),
        _ => new(value.Display),
    };

    private static string Unanswered(IReadOnlyList<UnknownView> unknown) => string.Join("; ", unknown.Select(u => $"{u.Condition}: {u.Why}"));

    private static string Counts(ModelListView list)
    {
        var what = Words.Plural(list.ListedTotal, "model") + (list.Listed == "might" ? " that might meet the filter" : "");
        var more = list.ListedTotal - list.Models.Count;
        return more == 0 ? $"{what}, as of {list.AsOf}." : $"{Format.Exact(list.Models.Count)} of {what}, as of {list.AsOf}; {Format.Exact(more)} more: --limit {list.ListedTotal} shows all.";
    }

    private static string Nothing(ModelListView list, CatalogSnapshot catalog, ModelListQuery asked)
    {
        if (asked.Might) return "No model might meet the filter: of each, what is known settles it.";
        if (list.Strictest is { } strictest) return $"No model meets the filter. Without '{strictest.Clause}', {(strictest.Models == 1 ? "1 would" : $"{Format.Exact(strictest.Models)} would")}.";
        if (asked.Search is not { } query) return "No model meets the filter.";
        var nearest = NearestNames.Of(query, catalog.Models);
        return $"No model has '{query}' in its id, name, maker or aliases{(asked.Filter is null ? "" : " and meets the filter")}.{(nearest.Count > 0 ? $" The nearest names: {string.Join(", ", nearest.Select(m => m.Id))}." : "")}";
    }
}
