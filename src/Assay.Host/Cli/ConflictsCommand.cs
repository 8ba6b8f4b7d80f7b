using System.CommandLine;
using System.Globalization;
using Assay.Catalog.Conflicts;
using Assay.Host.Catalog.Conflicts;
using Assay.Host.Cli.Documents;
using Assay.Host.Web;

namespace Assay.Host.Cli;

/// <summary><c>assay conflicts</c>: where sources disagree, by class, with evidence.</summary>
internal sealed class ConflictsCommand : Command
{
    private const int DefaultLimit = 20;

    private readonly Option<string?> Model = new("--model") { Description = "Only of this model: id, slug, alias or provider/model-id.", HelpName = "MODEL" };
    private readonly Option<string?> Field = new("--field") { Description = "Only this field: context_window, max_input, max_output, pdf_input, a capability such as vision, or a price such as price_input.", HelpName = "FIELD" };
    private readonly Option<string?> Provider = new("--provider") { Description = "Only offers of this provider, by id.", HelpName = "PROVIDER" };
    private readonly Option<string?> Offer = new("--offer") { Description = "Only this offer: openrouter/google/gemma-3-12b-it.", HelpName = "OFFER" };
    private readonly Option<string?> Class = new("--class") { Description = "Only this class: unit, zero, max_input, route_scope, match_rule, stale, outlier, capability or value.", HelpName = "CLASS", CompletionSources = { ConflictKind.All.Select(k => k.Name).ToArray() } };
    private readonly Option<string?> Limit = new("--limit") { Description = $"How many to show, 1 to 5,000. Default: {DefaultLimit}; with --json all.", HelpName = "N" };

    public ConflictsCommand(Surroundings surroundings) : base("conflicts", "Lists where sources disagree on an offer, and why.")
    {
        foreach (var option in (Option[])[Model, Field, Provider, Offer, Class, Limit]) Options.Add(option);
        SetAction(parse => Run(parse, new(parse, surroundings)));
    }

    private int Run(ParseResult parse, CommandRun run)
    {
        var limit = ReadLimit(parse.GetValue(Limit), run.Json);
        var query = new ConflictQuery { Model = parse.GetValue(Model), Field = parse.GetValue(Field), Provider = parse.GetValue(Provider), Offer = parse.GetValue(Offer), Class = parse.GetValue(Class) };
        var list = query.Find(run.Catalog(), 1, limit, out var problem) ?? throw new CliException(ExitCode.BadInput, problem!);
        if (run.Json) run.WriteJson(list, AssayJson.Default.ConflictListView);
        else run.Write(ConflictListDocument.Of(list, run.Quiet));
        return ExitCode.Done;
    }

    private static int ReadLimit(string? text, bool json)
    {
        if (text is null) return json ? ConflictQuery.LargestPage : DefaultLimit;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= ConflictQuery.LargestPage
            ? limit
            : throw new CliException(ExitCode.BadInput, $"--limit '{text}' is not a number from 1 to 5,000: write --limit 50.");
    }
}
