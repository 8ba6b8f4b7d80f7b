using System.CommandLine;
using System.Globalization;
using Assay.Host.Catalog.History;
using Assay.Host.Cli.Documents;
using Assay.Host.Web;

namespace Assay.Host.Cli;

/// <summary><c>assay changes</c>: what sources changed.</summary>
internal sealed class ChangesCommand : Command
{
    private const int Most = 10_000;
    private const int DefaultLimit = 100;

    private readonly Option<string?> Since = new("--since") { Description = $"First day: 2026-06-30, 2026-06, or 7d for seven days ago. Default: the last {ChangeQuery.DefaultDays} days.", HelpName = "DATE" };
    private readonly Option<string?> Until = new("--until") { Description = "Last day. Default: today.", HelpName = "DATE" };
    private readonly Option<string?> Model = new("--model") { Description = "Only of this model and its offers.", HelpName = "MODEL" };
    private readonly Option<string?> Provider = new("--provider") { Description = "Only of this provider and its offers.", HelpName = "ID" };
    private readonly Option<string?> Kind = new("--kind") { Description = $"Of {ChangeQuery.Kinds}; several parted by commas.", HelpName = "KIND", CompletionSources = { ChangeQuery.Kinds.Split(", ") } };
    private readonly Option<bool> Watch = new("--watch") { Description = "Only of what the settings watch; ends with 1 when something changed, 0 when nothing did." };
    private readonly Option<string?> Limit = new("--limit") { Description = $"How many to show, 1 to 10,000. Default: {DefaultLimit}; with --json all.", HelpName = "N" };

    public ChangesCommand(Surroundings surroundings) : base("changes", "What sources changed: prices, limits, lifecycle, offers.")
    {
        foreach (var option in (Option[])[Since, Until, Model, Provider, Kind, Watch, Limit]) Options.Add(option);
        SetAction(parse => Run(parse, new(parse, surroundings)));
    }

    private int Run(ParseResult parse, CommandRun run)
    {
        var limit = ReadLimit(parse.GetValue(Limit), run.Json);
        var query = new ChangeQuery
        {
            Since = parse.GetValue(Since), Until = parse.GetValue(Until), Model = parse.GetValue(Model), Provider = parse.GetValue(Provider), Kind = parse.GetValue(Kind), Watch = parse.GetValue(Watch),
        };
        var asked = run.Asked();
        var filter = ChangeFilter.Read(query, asked, run.Settings, ChangeQuery.DefaultDays, out var problems) ?? throw new CliException(ExitCode.BadInput, string.Join('\n', problems));
        var view = ChangesView.Of(asked.History, query, filter, 1, limit);
        if (run.Json) run.WriteJson(view, AssayJson.Default.ChangesView);
        else run.Write(ChangesDocument.Of(view, run.Quiet));
        return query.Watch && view.Total > 0 ? ExitCode.Negative : ExitCode.Done;
    }

    private static int ReadLimit(string? text, bool json)
    {
        if (text is null) return json ? int.MaxValue : DefaultLimit;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= Most
            ? limit
            : throw new CliException(ExitCode.BadInput, $"--limit '{text}' is not a number from 1 to 10,000: write --limit 50.");
    }
}
