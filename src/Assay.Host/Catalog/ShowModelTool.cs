using System.Text.Json.Nodes;
using Assay.Catalog;
using Assay.Comparison;
using Assay.Host.Cli.Text;
using Assay.Host.Comparison;
using Assay.Host.Mcp;
using Assay.Host.Web;

namespace Assay.Host.Catalog;

/// <summary><c>show_model</c>: one model, as on its page.</summary>
public sealed class ShowModelTool(McpCatalog catalog) : IMcpTool
{
    private static readonly ToolView<ModelPageView> View = new(FastJson.Context.ModelPageView,
        "model(id,name,organization_name,aliases[6],lifecycle,specs,capabilities,offers[5](id,provider_name,prices,context_window,lifecycle,usd_per_month,why,doubt),variants[2](id,provider_name,match)),"
        + $"traffic,cost({CostTool.Bill}),benchmarks[8](name,unit,metric,version,settings,category,results(display,interval,n,measured_by,date,claims)),vision_evals_not_run,provenance(as_of,conflicts[3](subject,property,picked,policy))",
        "model(id,slug,name,organization,organization_name,aliases,lifecycle,specs,capabilities,tasks,offers[],variants[],claims_of_rank),"
        + $"traffic,cost({CostTool.Bill},last_known({CostTool.Bill})),benchmarks[],vision_evals[],vision_evals_not_run,provenance(as_of,sources[],conflicts[],notes),history(series[])");

    public string Name => "show_model";
    public string Title => "Show a model";
    public string Description => "Everything known of one model: lifecycle, specs, capabilities, offers with prices (cheapest first), cost a month, benchmark results, where sources disagree; detail=full also the history of prices and limits. Each figure has its source and date.";

    public IReadOnlyList<ToolParameter> Parameters { get; } = [ToolParameter.Model, .. ToolParameter.Traffic, ToolParameter.Detail, ToolParameter.Cursor, ToolParameter.AsOf];

    public JsonObject Output => View.Output;

    public Task<ToolAnswer> Answer(ToolArguments asked, CancellationToken cancellationToken)
    {
        var day = asked.Day(catalog);
        var traffic = asked.Traffic();
        var (whole, cursor) = asked.Detail();
        var model = asked.Model(day, asked.Text("model") ?? "");
        if (asked.Problems.Count > 0 || model is null) return ToolAnswer.No(asked.Problems);
        var page = ModelPageView.Of(day.Catalog, model, traffic, whole ? day.History : null);
        return Task.FromResult(View.Answer(page, whole, cursor, cursor is null ? Words(page) : $"More of {page.Model.Name} ({page.Model.Id}), from {cursor}. The structured content has it."));
    }

    /// <summary>The model on a day in Markdown: the text of the tool, and the resource.</summary>
    internal static string Words(CatalogSnapshot catalog, Model model) => Words(ModelPageView.Of(catalog, model, TrafficProfile.Default));

    private static string Words(ModelPageView page) => Markdown.Write(ModelAnswer.Of(page));
}
