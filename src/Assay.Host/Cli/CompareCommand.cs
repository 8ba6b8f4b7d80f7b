using System.CommandLine;
using Assay.Catalog;
using Assay.Comparison;
using Assay.Host.Catalog;
using Assay.Host.Cli.Documents;
using Assay.Host.Cli.Text;
using Assay.Host.Comparison;
using Assay.Host.Web;

namespace Assay.Host.Cli;

/// <summary><c>assay compare</c>: two to six models, every section, in five formats.</summary>
internal sealed class CompareCommand : Command
{
    private readonly Argument<string[]> Names = new("MODEL") { Description = "Two to six models: id, slug, alias or provider/model-id.", Arity = ArgumentArity.OneOrMore };
    private readonly TrafficOptions Traffic;
    private readonly Option<string?> Baseline = new("--baseline") { Description = "The model that verdicts and switch friction compare with. Default: the first.", HelpName = "MODEL" };
    private readonly FormatOption Format = new("table", "markdown", "html", "json", "csv");

    public CompareCommand(Surroundings surroundings) : base("compare", "Compares two to six models on evidence.")
    {
        Arguments.Add(Names);
        Traffic = new(this);
        Options.Add(Baseline);
        Options.Add(Format.Option);
        SetAction(parse => Run(parse, new(parse, surroundings)));
    }

    private int Run(ParseResult parse, CommandRun run)
    {
        var names = parse.GetValue(Names) ?? [];
        if (names.Length is < Comparer.Fewest or > Comparer.Most)
            throw new CliException(ExitCode.Usage, $"'{names.Length}' models cannot be compared: give {Comparer.Fewest} to {Comparer.Most}.\n{UsageText.Of(this)}");
        var format = Format.Read(parse, run.Json);
        var live = run.OpenCatalog();
        var view = Compare(names, Traffic.Read(parse), live, run.Asked(live), parse.GetValue(Baseline)).View;
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

    /// <summary>For every command that compares.</summary>
    /// <exception cref="CliException">The traffic or a name cannot be used.</exception>
    internal static ComparisonAnswer.Compared Compare(string[] names, ComparisonQuery query, LiveCatalog live, AskedDay asked, string? baseline)
    {
        var (traffic, problems) = query.ReadTraffic();
        if (problems.Count > 0) throw new CliException(ExitCode.BadInput, string.Join('\n', problems));
        var service = new ComparisonService(live, new Comparer());
        return service.Compare(names, traffic, asked.Day, baseline) switch
        {
            ComparisonAnswer.Compared compared => compared,
            ComparisonAnswer.NamesUnclear unclear when asked.IsPast && service.Compare(names, traffic, day: null, baseline) is ComparisonAnswer.Compared => throw new CliException(ExitCode.BadInput,
                string.Join('\n', unclear.Names.Where(n => n.Lookup is not NameLookup.Found).Select(n => ComparisonQuery.NotKnownBy(n.Name, asked.Text!)))),
            ComparisonAnswer.NamesUnclear unclear => throw new CliException(ExitCode.BadInput,
                string.Join('\n', unclear.Names.Where(n => n.Lookup is not NameLookup.Found).Select(n => NameText.Sentence(n.Name, n.Lookup)))),
            ComparisonAnswer.Refused refused => throw new CliException(ExitCode.BadInput, string.Join('\n', refused.Problems)),
            _ => throw new InvalidOperationException("A comparison has three outcomes."),
        };
    }
}
