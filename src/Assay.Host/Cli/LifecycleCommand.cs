using System.CommandLine;
using Assay.Host.Catalog.History;
using Assay.Host.Cli.Documents;
using Assay.Host.Web;

namespace Assay.Host.Cli;

/// <summary><c>assay lifecycle</c>: what ends, what ended of late.</summary>
internal sealed class LifecycleCommand : Command
{
    private readonly Option<string?> Within = new("--within") { Description = "How far ahead: 90d, or a day. Default: all that is known.", HelpName = "TIME" };
    private readonly Option<string?> Model = new("--model") { Description = "Only of this model and its offers.", HelpName = "MODEL" };
    private readonly Option<bool> Watch = new("--watch") { Description = "Only of what the settings watch; ends with 1 when something is due, 0 when nothing is." };

    public LifecycleCommand(Surroundings surroundings) : base("lifecycle", "What is deprecated or shut down, ahead and of late, with successors.")
    {
        foreach (var option in (Option[])[Within, Model, Watch]) Options.Add(option);
        SetAction(parse => Run(parse, new(parse, surroundings)));
    }

    private int Run(ParseResult parse, CommandRun run)
    {
        var query = new LifecycleQuery(parse.GetValue(Within), parse.GetValue(Model), parse.GetValue(Watch));
        var view = LifecycleRadarView.Read(query, run.Asked(), run.Settings, out var problems) ?? throw new CliException(ExitCode.BadInput, string.Join('\n', problems));
        if (run.Json) run.WriteJson(view, AssayJson.Default.LifecycleRadarView);
        else run.Write(LifecycleDocument.Of(view));
        return query.Watch && view.Ahead.Count > 0 ? ExitCode.Negative : ExitCode.Done;
    }
}
