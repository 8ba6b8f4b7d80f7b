using System.Text.Json.Nodes;
using Assay.Host.Cli.Documents;
using Assay.Host.Cli.Text;
using Assay.Host.Mcp;
using Assay.Host.Web;
using Assay.Units;

namespace Assay.Host.Catalog.Conflicts;

/// <summary><c>conflicts</c>: where sources disagree.</summary>
public sealed class ConflictsTool(McpCatalog catalog) : IMcpTool
{
    private const int Usual = 10, Most = 100;

    private static readonly ToolView<ConflictListView> View = new(AssayJson.Default.ConflictListView,
        "conflicts[](model,offer,provider,field,label,class,class_label,comparable,ratio,evidence,policy,values(display,picked,claims)),classes(class,label,count),as_of,total", "conflicts[],classes,source_pairs,as_of,total");

    public string Name => "conflicts";
    public string Title => "Where sources disagree";
    public string Description => "Where sources give different values for an offer, by class (a stale price, a unit slip, a route-scoped limit …), each with every value, who says it, which is picked and why. Use it before relying on a figure that matters.";

    public IReadOnlyList<ToolParameter> Parameters { get; } =
    [
        ToolParameter.Model with { Required = false, Description = "Only of this model." }, new("provider", ParameterKind.Text, "Only offers of this provider, by id: openrouter."),
        new("offer", ParameterKind.Text, "Only this offer: openrouter/google/gemma-3-12b-it."), new("field", ParameterKind.Text, "Only this field: context_window, max_input, max_output, pdf_input, a capability such as vision, or a price such as price_input."),
        new("class", ParameterKind.Text, "Only this class: unit, zero, max_input, route_scope, match_rule, stale, outlier, capability or value."), ToolParameter.Limit(Usual, Most), ToolParameter.Detail, ToolParameter.Cursor, ToolParameter.AsOf,
    ];

    public JsonObject Output => View.Output;

    public Task<ToolAnswer> Answer(ToolArguments asked, CancellationToken cancellationToken)
    {
        var (day, limit, whole, offset) = (asked.Day(catalog), asked.Whole("limit") ?? Usual, asked.IsFull, Math.Min(ListCursor.Read(asked), ConflictQuery.LargestPage - Most));
        var query = new ConflictQuery { Model = asked.Text("model"), Provider = asked.Text("provider"), Offer = asked.Text("offer"), Field = asked.Text("field"), Class = asked.Text("class") };
        if (asked.Problems.Count > 0) return ToolAnswer.No(asked.Problems);
        if (query.Find(day.Catalog, 1, offset + limit, out var problem) is not { } list) return ToolAnswer.No([problem!]);
        list = list with { Conflicts = [.. list.Conflicts.Skip(offset)] };
        var document = ConflictListDocument.Of(list, quiet: true);
        if (list.Total > 0) document.Paragraph($"{Units.Words.Plural(list.Total, "conflict")}, as of {list.AsOf}{(list.Total > list.Conflicts.Count ? $"; shown: {offset + 1} to {offset + list.Conflicts.Count}" : "")}.");
        var words = Markdown.Write(document);
        return Task.FromResult<ToolAnswer>(new ToolAnswer.Found(View.Items(View.Node(list), whole, offset, list.Total, McpCall.RoomBeside(words)), words));
    }
}
