using System.Text.Json.Nodes;
using Assay.Host.Cli.Documents;
using Assay.Host.Cli.Text;
using Assay.Host.Mcp;
using Assay.Host.Web;
using Assay.Units;

namespace Assay.Host.Catalog;

/// <summary><c>find_models</c>: the list of models, searched, filtered and sorted.</summary>
public sealed class FindModelsTool(McpCatalog catalog) : IMcpTool
{
    private const int Usual = 10, Most = 50;
    private const string BriefColumns = "released,context_window,route_input,route_output,cost,weights,capabilities";

    private static readonly ToolView<ModelListView> View = new(AssayJson.Default.ModelListView,
        "models[](id,name,lifecycle,columns,unknown),total,might_total,listed,as_of,filter,traffic,columns(key,label,unit),strictest", "models[],total,might_total,listed,as_of,filter,traffic,columns,strictest", WithSources);

    public string Name => "find_models";
    public string Title => "Find models";
    public string Description => "Lists models that meet conditions, and counts those that might, where nobody says. Use it to narrow down candidates. filter is a list of conditions parted by commas, each of which must hold: "
        + "\"vision, context >= 200K, open weights, output <= $1, not retired\". Every fact, price and benchmark can be asked for. Sort by any of them: \"cost\", \"-released\".";

    public IReadOnlyList<ToolParameter> Parameters { get; } =
    [
        new("query", ParameterKind.Text, "Words that must all occur in id, name, maker or an alias."), new("filter", ParameterKind.Text, ModelSearch.FilterHelp),
        new("might", ParameterKind.YesNo, "List the models that might meet the filter in place of those that do, with what nobody says of each.") { Default = "false" },
        new("sort", ParameterKind.Text, ModelSearch.SortHelp), new("columns", ParameterKind.Text, $"Fields to show, parted by commas. Default: {BriefColumns}."),
        .. ToolParameter.Traffic, ToolParameter.Limit(Usual, Most), ToolParameter.Detail, ToolParameter.Cursor, ToolParameter.AsOf,
    ];

    public JsonObject Output => View.Output;

    public Task<ToolAnswer> Answer(ToolArguments asked, CancellationToken cancellationToken)
    {
        var (day, limit, whole) = (asked.Day(catalog), asked.Whole("limit") ?? Usual, asked.IsFull);
        var offset = ListCursor.Read(asked);
        var query = new ModelListQuery
        {
            Search = asked.Text("query"), Filter = asked.Text("filter"), Sort = asked.Text("sort"), Might = asked.YesNo("might"), Columns = asked.Text("columns") ?? BriefColumns, Traffic = asked.TypedTraffic, PageSize = offset + limit,
        };
        if (asked.Problems.Count > 0) return ToolAnswer.No(asked.Problems);
        if (ModelSearch.Find(day.Catalog, query, out var problems) is not { } list) return ToolAnswer.No(problems);
        // The page that ends with what is asked for, without what was shown before.
        list = list with { Models = [.. list.Models.Skip(offset)] };
        var node = View.Node(list, n => AddSources(n, list));
        var words = Words(list, day, query, offset);
        return Task.FromResult<ToolAnswer>(new ToolAnswer.Found(View.Items(node, whole, offset, list.ListedTotal, McpCall.RoomBeside(words)), words));
    }

    private static string Words(ModelListView list, AskedDay day, ModelListQuery query, int offset)
    {
        var document = ModelListDocument.Of(list, day.Catalog, query, quiet: true);
        var sources = list.Models.SelectMany(m => m.Columns.Values).Select(c => c.Source).OfType<ClaimView>().Select(c => $"{Visible.Line(c.Source, 60)}, {c.AsOf}").Distinct(StringComparer.Ordinal).ToArray();
        document.Paragraph($"{Units.Words.Plural(list.ListedTotal, "model")}{(list.Listed == "might" ? " that might meet the filter" : "")}, as of {list.AsOf}{(list.ListedTotal > list.Models.Count ? $"; shown from {offset + 1}" : "")}."
            + (list.Listed == "meet" && list.MightTotal > 0 ? $" {Format.Exact(list.MightTotal)} more might: nobody says (might=true lists them)." : ""));
        document.Paragraph($"Prices and cost are those of the cheapest route at {Format.Count(list.Traffic.InputTokens)} input and {Format.Count(list.Traffic.OutputTokens)} output tokens a month; token prices for a million. ? is unknown, which is not no; – does not apply.");
        if (sources.Length > 0) document.Paragraph($"Said by: {string.Join("; ", sources.Take(12))}{(sources.Length > 12 ? $" and {sources.Length - 12} more" : "")}. Each value's own source is in the structured content.");
        return Markdown.Write(document);
    }

    /// <summary>Who says a value, where one source does.</summary>
    private static void AddSources(JsonObject node, ModelListView list)
    {
        foreach (var (item, model) in node["models"]!.AsArray().Zip(list.Models))
        {
            foreach (var (key, value) in model.Columns)
            {
                if (value.Source is not { } claim) continue;
                var column = item!["columns"]![key]!.AsObject();
                (column["source"], column["as_of"], column["url"]) = (claim.Source, claim.AsOf, claim.Url);
            }
        }
    }

    private static void WithSources(JsonObject schema)
    {
        var value = schema["properties"]!["models"]!["items"]!["properties"]!["columns"]!["additionalProperties"]!["properties"]!.AsObject();
        foreach (var name in (string[])["source", "as_of"]) value[name] = new JsonObject { ["type"] = "string" };
        value["url"] = new JsonObject { ["type"] = new JsonArray("string", "null") };
    }
}
