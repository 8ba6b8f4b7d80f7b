using System.Text.Json.Nodes;
using Assay.Host.Catalog;
using Assay.Host.Cli.Text;
using Assay.Host.Mcp;
using Assay.Host.Web;

namespace Assay.Host.Comparison;

/// <summary><c>compare_models</c>: two to six models, as on the page of the comparison.</summary>
public sealed class CompareModelsTool(McpCatalog catalog, ComparisonService comparisons) : IMcpTool
{
    private static readonly ToolView<ComparisonView> View = new(FastJson.Context.ComparisonView,
        $"title,as_of,baseline,models(id,name,organization_name,lifecycle(stage,retires,successor)),traffic,verdict,verdicts,cost({CostTool.Bill}),scorecard[](rule,label,decision,cells(model,state,display,best,note,claims)),"
        + "findings[14](rule,section,decision,text,favors,from,to,claims),benchmarks(shared[4](name,metric,version,category,results(model,display,interval,n,measured_by,best,claims))),continue[3](model,why),provenance(conflicts[3](subject,property,picked,policy))",
        $"title,as_of,baseline,traffic,verdict,verdicts,cost({CostTool.Bill},last_known({CostTool.Bill})),scorecard[],findings[],models[](id,slug,name,organization,organization_name,aliases,lifecycle,specs,capabilities,tasks),"
        + "benchmarks(shared[],only_a[],only_b[],only_others[]),vision_evals[],faq[],continue[],provenance(as_of,sources[],conflicts[],notes)");

    public string Name => "compare_models";
    public string Title => "Compare models";
    public string Description => "Compares two to six models at a traffic profile: verdict with the size of the difference, cost with its lines, scorecard, trade-offs, what a switch takes, shared benchmarks, conflicts between sources. Use it to decide between models. "
        + "Offers are not in it: show_model has them.";

    public IReadOnlyList<ToolParameter> Parameters { get; } =
    [
        ToolParameter.Models, .. ToolParameter.Traffic, new("baseline", ParameterKind.Text, "One of the models, which pairwise parts compare with. Default: the first."), ToolParameter.Detail, ToolParameter.Cursor, ToolParameter.AsOf,
    ];

    public JsonObject Output => View.Output;

    public Task<ToolAnswer> Answer(ToolArguments asked, CancellationToken cancellationToken)
    {
        var (names, day) = (asked.Texts("models"), asked.Day(catalog));
        var traffic = asked.Traffic();
        var (whole, cursor) = asked.Detail();
        var baseline = asked.Text("baseline");
        // All names that are wrong are told at once.
        if (asked.Problems.Count == 0)
            foreach (var name in names) asked.Model(day, name);
        if (asked.Problems.Count > 0) return ToolAnswer.No(asked.Problems);
        return Task.FromResult(comparisons.Compare(names, traffic, day.Day, baseline) switch
        {
            ComparisonAnswer.Compared compared => Shown(compared.View, whole, cursor),
            ComparisonAnswer.Refused refused => new ToolAnswer.Refused(refused.Problems),
            _ => throw new InvalidOperationException("The names were looked up before."),
        });
    }

    private static ToolAnswer Shown(ComparisonView view, bool whole, string? cursor) =>
        View.Answer(view, whole, cursor, cursor is null ? Words(view) : $"More of {view.Title}, from {cursor}. The structured content has it.");

    /// <summary>A comparison in Markdown: the text of the tool, and the resource.</summary>
    internal static string Words(ComparisonView view) => Markdown.Write(ComparisonAnswerText.Of(view));
}
