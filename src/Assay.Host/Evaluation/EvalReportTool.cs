using System.Text.Json.Nodes;
using Assay.Host.Cli.Text;
using Assay.Host.Mcp;
using Assay.Host.Web;

namespace Assay.Host.Evaluation;

/// <summary><c>eval_report</c>: what a run of a suite says.</summary>
public sealed class EvalReportTool(RunReports reports, EvalRunViewBuilder views) : IMcpTool
{
    private static readonly ToolView<EvalRunView> View = new(AssayJson.Default.EvalRunView,
        "id,created,state,done,trials,suite(id,version,title,samples),verdict,models[](name,overall,categories[6](category,score(display,interval,items)),latency_p50,cost_per_task,total_cost),pairs[10](first,second,outcome,sentence,difference,corrected_p)",
        "id,created,state,done,trials,suite,origin,settings,scoring,verdict,models[],pairs[],pair,events[],scorings[],people[]");

    public string Name => "eval_report";
    public string Title => "Report of an eval run";
    public string Description => "What a run of a suite of tasks says: scores with 95 % intervals, who is better than whom and how sure that is, times and costs; what failed calls leave open. Runs are the user's own measurements on this machine.";

    public IReadOnlyList<ToolParameter> Parameters { get; } =
    [
        new("run", ParameterKind.Text, "Id of the run, the beginning of it, or latest.") { Default = "latest" }, new("model", ParameterKind.Text, "Only this model of the run: its name, or a part that no other has."),
        new("scoring", ParameterKind.Whole, "Which scoring: 1 is the first. Default: the newest.") { Least = 1 }, ToolParameter.Detail, ToolParameter.Cursor,
    ];

    public JsonObject Output => View.Output;

    public Task<ToolAnswer> Answer(ToolArguments asked, CancellationToken cancellationToken)
    {
        var (id, scoring) = (asked.Text("run") ?? "latest", asked.Whole("scoring"));
        var (whole, cursor) = asked.Detail();
        if (asked.Problems.Count > 0) return ToolAnswer.No(asked.Problems);
        if (reports.Find(id, scoring, out var problem) is not { } run) return ToolAnswer.No([EvalRunQuery.NoRun(reports, Units.Visible.Line(id, 60))]);
        if (problem is not null) return ToolAnswer.No([problem]);
        var view = views.Of(run);
        if (asked.Text("model") is { } text)
        {
            if (run.Model(text, "model", out problem) is not { Name: var name }) return ToolAnswer.No([problem!]);
            view = view with { Models = [.. view.Models.Where(m => m.Name == name)], Pairs = [.. view.Pairs.Where(p => p.First == name || p.Second == name)] };
        }
        return Task.FromResult(View.Answer(view, whole, cursor, cursor is null ? Markdown.Write(EvalDocument.Of(view)) : $"More of run {view.Id}, from {cursor}. The structured content has it."));
    }
}
