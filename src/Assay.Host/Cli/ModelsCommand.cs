using System.CommandLine;
using System.Globalization;
using Assay.Host.Catalog;
using Assay.Host.Cli.Documents;
using Assay.Host.Web;

namespace Assay.Host.Cli;

/// <summary><c>assay models</c>: the list, searched, filtered and sorted.</summary>
internal sealed class ModelsCommand : Command
{
    private const int Most = 10_000;
    private const int DefaultLimit = 30;

    private readonly Argument<string[]> Query = new("QUERY") { Description = "Words that must all occur in id, name, maker or an alias.", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string[]> Filter = new("--filter") { Description = ModelFilter.Help, HelpName = "EXPR" };
    private readonly Option<string?> Sort = new("--sort") { Description = $"One of {ModelSearch.SortFields}; with - in front the other way round: --sort=-released.", HelpName = "FIELD" };
    private readonly Option<string?> Limit = new("--limit") { Description = $"How many to show, 1 to 10,000. Default: {DefaultLimit}; with --json all.", HelpName = "N" };

    public ModelsCommand(Surroundings surroundings) : base("models", "Lists models.")
    {
        Arguments.Add(Query);
        Options.Add(Filter);
        Options.Add(Sort);
        Options.Add(Limit);
        SetAction(parse => Run(parse, new(parse, surroundings)));
    }

    private int Run(ParseResult parse, CommandRun run)
    {
        var limit = ReadLimit(parse.GetValue(Limit), run.Json);
        var query = string.Join(' ', parse.GetValue(Query) ?? []);
        var filter = string.Join(' ', parse.GetValue(Filter) ?? []);
        var catalog = run.Catalog();
        var list = ModelSearch.Find(catalog, query.Length > 0 ? query : null, filter, parse.GetValue(Sort), 1, limit, out var problem)
            ?? throw new CliException(ExitCode.BadInput, problem!);
        if (run.Json) run.WriteJson(list, AssayJson.Default.ModelListView);
        else run.Write(ModelListDocument.Of(list, catalog, query, filter.Length > 0, run.Quiet));
        return ExitCode.Done;
    }

    private static int ReadLimit(string? text, bool json)
    {
        if (text is null) return json ? Most : DefaultLimit;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= Most
            ? limit
            : throw new CliException(ExitCode.BadInput, $"--limit '{text}' is not a number from 1 to 10,000: write --limit 50.");
    }
}
