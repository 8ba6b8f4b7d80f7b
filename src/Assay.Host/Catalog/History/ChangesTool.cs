using System.Text.Json.Nodes;
using Assay.Adapters.Settings;
using Assay.Host.Cli.Documents;
using Assay.Host.Cli.Text;
using Assay.Host.Mcp;
using Assay.Host.Web;
using Assay.Units;

namespace Assay.Host.Catalog.History;

/// <summary><c>changes</c>: what sources changed.</summary>
public sealed class ChangesTool(McpCatalog catalog, SettingsLocation settings) : IMcpTool
{
    private const int Usual = 20, Most = 100;

    private static readonly ToolView<ChangesView> View = new(AssayJson.Default.ChangesView,
        "changes[](day,kind,subject,model,provider,label,before,after,unit,direction,by,text,source,claims),as_of,since,until,total,newest", "changes[],as_of,since,until,default_period,model,provider,kind,total,newest");

    public string Name => "changes";
    public string Title => "What changed";
    public string Description => "What sources changed in a period, newest first: prices, limits, lifecycle, capabilities, new and gone offers and models; each with the value before and after and its source. Use it before a renewal, or to see whether a figure you hold is still right.";

    public IReadOnlyList<ToolParameter> Parameters { get; } =
    [
        new("since", ParameterKind.Text, $"First day: 2026-06-30, 2026-06, or 7d for seven days ago. Default: the last {ChangeQuery.DefaultDays} days."), new("until", ParameterKind.Text, "Last day. Default: today."),
        ToolParameter.Model with { Required = false, Description = "Only of this model and its offers." }, new("provider", ParameterKind.Text, "Only of this provider and its offers, by id: openrouter."),
        new("kind", ParameterKind.Text, $"Of {ChangeQuery.Kinds}; several parted by commas."), ToolParameter.Limit(Usual, Most), ToolParameter.Detail, ToolParameter.Cursor, ToolParameter.AsOf,
    ];

    public JsonObject Output => View.Output;

    public Task<ToolAnswer> Answer(ToolArguments asked, CancellationToken cancellationToken)
    {
        var (day, limit, whole, offset) = (asked.Day(catalog), asked.Whole("limit") ?? Usual, asked.IsFull, ListCursor.Read(asked));
        var query = new ChangeQuery { Since = asked.Text("since"), Until = asked.Text("until"), Model = asked.Text("model"), Provider = asked.Text("provider"), Kind = asked.Text("kind") };
        if (asked.Problems.Count > 0) return ToolAnswer.No(asked.Problems);
        if (ChangeFilter.Read(query, day, settings, ChangeQuery.DefaultDays, out var problems) is not { } filter) return ToolAnswer.No(problems);
        var view = ChangesView.Of(day.History, query, filter, 1, offset + limit);
        view = view with { Changes = [.. view.Changes.Skip(offset)] };
        var document = ChangesDocument.Of(view, quiet: true);
        if (view.Total > offset + view.Changes.Count || offset > 0) document.Paragraph($"Shown: {offset + 1} to {offset + view.Changes.Count} of {Format.Exact(view.Total)}.");
        var words = Markdown.Write(document);
        return Task.FromResult<ToolAnswer>(new ToolAnswer.Found(View.Items(View.Node(view), whole, offset, view.Total, McpCall.RoomBeside(words)), words));
    }
}
