using System.CommandLine;
using Assay.Catalog;
using Assay.Comparison;
using Assay.Host.Cli.Documents;
using Assay.Host.Cli.Text;
using Assay.Host.Comparison;
using Assay.Host.Web;

namespace Assay.Host.Cli;

/// <summary><c>assay compare</c>: two to six models, every section, in five formats.</summary>
internal sealed class CompareCommand : Command
{
    private const string Formats = "table, markdown, html, json, csv";

    private readonly Argument<string[]> Names = new("MODEL") { Description = "Two to six models: id, slug, alias or provider/model-id.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string?> Input = new("--input-tokens") { Description = "Input tokens a month: 800M, 1.5B or digits. Default: 800M.", HelpName = "N" };
    private readonly Option<string?> Output = new("--output-tokens") { Description = "Output tokens a month. Default: 250M.", HelpName = "N" };
    private readonly Option<string?> Requests = new("--requests") { Description = "Requests a month. Default: 1M.", HelpName = "N" };
    private readonly Option<string?> Cached = new("--cached") { Description = "Share of input read from a prompt cache: 0.3 or 30%. Default: 0.", HelpName = "SHARE" };
    private readonly Option<string?> Batch = new("--batch") { Description = "Share of all tokens sent as batches. Default: 0.", HelpName = "SHARE" };
    private readonly Option<string?> Images = new("--images-per-request") { Description = "Images in a request. Default: 0.", HelpName = "N" };
    private readonly Option<string?> Baseline = new("--baseline") { Description = "The model that verdicts and switch friction compare with. Default: the first.", HelpName = "MODEL" };
    private readonly Option<string?> Format = new("--format") { Description = $"One of {Formats}. Default: table; --json is --format json.", HelpName = "FORMAT" };

    public CompareCommand(Surroundings surroundings) : base("compare", "Compares two to six models on evidence.")
    {
        Arguments.Add(Names);
        Options.Add(Input);
        Options.Add(Output);
        Options.Add(Requests);
        Options.Add(Cached);
        Options.Add(Batch);
        Options.Add(Images);
        Options.Add(Baseline);
        Options.Add(Format);
        SetAction(parse => Run(parse, new(parse, surroundings)));
    }

    private int Run(ParseResult parse, CommandRun run)
    {
        var names = parse.GetValue(Names) ?? [];
        if (names.Length is < Comparer.Fewest or > Comparer.Most)
            throw new CliException(ExitCode.Usage, $"'{names.Length}' models cannot be compared: give {Comparer.Fewest} to {Comparer.Most}.\n{UsageText.Of(this)}");
        var format = FormatOf(parse.GetValue(Format), run.Json);
        var view = Compare(names, Traffic(parse), run, parse.GetValue(Baseline));
        switch (format)
        {
            case "json": run.WriteJson(view, AssayJson.Default.ComparisonView); break;
            case "csv": run.Write(ComparisonCsv.Of(view)); break;
            case "markdown": run.Write(Markdown.Write(ComparisonDocument.Of(view))); break;
            case "html": run.Write(Html.Write(ComparisonDocument.Of(view))); break;
            default: run.Write(ComparisonDocument.Of(view)); break;
        }
        return ExitCode.Done;
    }

    private static string FormatOf(string? asked, bool json)
    {
        if (asked is null) return json ? "json" : "table";
        if (!Formats.Split(", ").Contains(asked, StringComparer.Ordinal))
            throw new CliException(ExitCode.BadInput, $"--format '{asked}' is not a format: choose one of {Formats}.");
        return !json || asked == "json" ? asked : throw new CliException(ExitCode.Usage, $"--json and --format {asked} contradict each other: leave one out.");
    }

    private TrafficProfile Traffic(ParseResult parse)
    {
        var query = new ComparisonQuery
        {
            Input = parse.GetValue(Input), Output = parse.GetValue(Output), Requests = parse.GetValue(Requests),
            Cached = parse.GetValue(Cached), Batch = parse.GetValue(Batch), Images = parse.GetValue(Images),
        };
        var (traffic, problems) = query.ReadTraffic();
        return problems.Count == 0 ? traffic : throw new CliException(ExitCode.BadInput, string.Join('\n', problems));
    }

    private static ComparisonView Compare(string[] names, TrafficProfile traffic, CommandRun run, string? baseline)
    {
        var live = run.OpenCatalog();
        var asked = run.Asked(live);
        var service = new ComparisonService(live, new Comparer());
        return service.Compare(names, traffic, asked.Day, baseline) switch
        {
            ComparisonAnswer.Compared compared => compared.View,
            ComparisonAnswer.NamesUnclear unclear when asked.IsPast && service.Compare(names, traffic, day: null, baseline) is ComparisonAnswer.Compared => throw new CliException(ExitCode.BadInput,
                string.Join('\n', unclear.Names.Where(n => n.Lookup is not NameLookup.Found).Select(n => ComparisonQuery.NotKnownBy(n.Name, asked.Text!)))),
            ComparisonAnswer.NamesUnclear unclear => throw new CliException(ExitCode.BadInput,
                string.Join('\n', unclear.Names.Where(n => n.Lookup is not NameLookup.Found).Select(n => NameText.Sentence(n.Name, n.Lookup)))),
            ComparisonAnswer.Refused refused => throw new CliException(ExitCode.BadInput, string.Join('\n', refused.Problems)),
            _ => throw new InvalidOperationException("A comparison has three outcomes."),
        };
    }
}
