using System.CommandLine;
using System.Globalization;
using Assay.Host.Catalog;
using Assay.Host.Cli.Documents;
using Assay.Host.Cli.Text;
using Assay.Host.Web;

namespace Assay.Host.Cli;

/// <summary><c>assay models</c>: the list, searched, filtered and sorted.</summary>
internal sealed class ModelsCommand : Command
{
    private const int DefaultLimit = 30;

    private readonly Argument<string[]> Query = new("QUERY") { Description = "Words that must all occur in id, name, maker or an alias.", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string[]> Filter = new("--filter") { Description = ModelSearch.FilterHelp, HelpName = "EXPR" };
    private readonly Option<bool> Might = new("--might") { Description = "List the models that might meet the filter, with the conditions nobody answers." };
    private readonly Option<string?> Sort = new("--sort") { Description = $"{char.ToUpperInvariant(ModelSearch.SortHelp[0])}{ModelSearch.SortHelp[1..]} --sort=-released.", HelpName = "FIELD" };
    private readonly Option<string?> Columns = new("--columns") { Description = $"Fields to show, parted by commas. Default: {ModelListDocument.DefaultColumns}.", HelpName = "FIELDS" };
    private readonly Option<string?> Limit = new("--limit") { Description = $"How many to show, 1 to 10,000. Default: {DefaultLimit}; all with --format json and csv.", HelpName = "N" };
    private readonly FormatOption Format = new("table", "markdown", "json", "csv");
    private readonly TrafficOptions Traffic;

    public ModelsCommand(Surroundings surroundings) : base("models", "Lists models.")
    {
        Arguments.Add(Query);
        foreach (var option in (Option[])[Filter, Might, Sort, Columns, Limit, Format.Option]) Options.Add(option);
        Traffic = new(this);
        SetAction(parse => Run(parse, new(parse, surroundings)));
    }

    private int Run(ParseResult parse, CommandRun run)
    {
        var format = Format.Read(parse, run.Json);
        var asked = new ModelListQuery
        {
            Search = string.Join(' ', parse.GetValue(Query) ?? []) is { Length: > 0 } words ? words : null,
            // Each --filter is a part that must hold.
            Filter = string.Join(", ", parse.GetValue(Filter) ?? []) is { Length: > 0 } filter ? filter : null,
            Might = parse.GetValue(Might), Sort = parse.GetValue(Sort), Columns = parse.GetValue(Columns) ?? (format == "json" ? null : ModelListDocument.DefaultColumns),
            PageSize = ReadLimit(parse.GetValue(Limit), all: format is "json" or "csv"), Traffic = Traffic.Read(parse),
        };
        var catalog = run.Catalog();
        var list = ModelSearch.Find(catalog, asked, out var problems) ?? throw new CliException(ExitCode.BadInput, string.Join('\n', problems));
        switch (format)
        {
            case "json": run.WriteJson(list, AssayJson.Default.ModelListView); break;
            case "csv": run.Write(ModelListCsv.Of(list)); break;
            case "markdown": run.Write(Markdown.Write(ModelListDocument.Of(list, catalog, asked, run.Quiet))); break;
            default: run.Write(ModelListDocument.Of(list, catalog, asked, run.Quiet)); break;
        }
        return ExitCode.Done;
    }

    private static int ReadLimit(string? text, bool all)
    {
        if (text is null) return all ? ModelListQuery.Most : DefaultLimit;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= ModelListQuery.Most
            ? limit
            : throw new CliException(ExitCode.BadInput, $"--limit '{text}' is not a number from 1 to 10,000: write --limit 50.");
    }
}
