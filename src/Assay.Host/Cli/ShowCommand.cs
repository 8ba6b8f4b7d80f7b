using System.CommandLine;
using Assay.Comparison;
using Assay.Host.Catalog;
using Assay.Host.Cli.Documents;
using Assay.Host.Web;

namespace Assay.Host.Cli;

/// <summary><c>assay show</c>: one model.</summary>
internal sealed class ShowCommand : Command
{
    private readonly Argument<string> Model = new("MODEL") { Description = "A model: id, slug, alias or provider/model-id." };
    private readonly Option<bool> Why = new("--why") { Description = "Also every claim behind every figure: as quoted, by whom, where, when, and why it was picked." };

    private readonly Option<bool> History = new("--history") { Description = "Also what sources have said over time: prices, limits and lifecycle, with the days." };

    public ShowCommand(Surroundings surroundings) : base("show", "Shows one model: lifecycle, specs, capabilities, offers, benchmarks.")
    {
        Arguments.Add(Model);
        Options.Add(Why);
        Options.Add(History);
        SetAction(parse => Run(parse, new(parse, surroundings)));
    }

    private int Run(ParseResult parse, CommandRun run)
    {
        var asked = run.Asked();
        var page = ModelPageView.Of(asked.Catalog, CommandRun.Find(asked, parse.GetValue(Model)!), TrafficProfile.Default, parse.GetValue(History) ? asked.History : null);
        if (run.Json) run.WriteJson(page, AssayJson.Default.ModelPageView);
        else run.Write(ModelDocument.Of(page, parse.GetValue(Why)));
        return ExitCode.Done;
    }
}
