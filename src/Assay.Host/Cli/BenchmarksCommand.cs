using System.CommandLine;
using Assay.Comparison;
using Assay.Host.Benchmarks;
using Assay.Host.Cli.Documents;
using Assay.Host.Web;

namespace Assay.Host.Cli;

/// <summary><c>assay benchmarks</c>: the list, or the scores on one.</summary>
internal sealed class BenchmarksCommand : Command
{
    private readonly Argument<string?> Id = new("ID") { Description = "A benchmark's id; all are listed when it is left out.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> Variant = new("--variant") { Description = "Which way of measuring, by the name that the list under the scores gives. Default: the benchmark's own metric over all categories.", HelpName = "NAME" };

    public BenchmarksCommand(Surroundings surroundings) : base("benchmarks", "Lists benchmarks, or the scores on one.")
    {
        Arguments.Add(Id);
        Options.Add(Variant);
        SetAction(parse => Run(parse, new(parse, surroundings)));
    }

    private int Run(ParseResult parse, CommandRun run)
    {
        var catalog = run.Catalog();
        if (parse.GetValue(Id) is not { } id)
        {
            if (parse.GetValue(Variant) is { } variant) throw new CliException(ExitCode.BadInput, $"--variant '{variant}' is of no benchmark: name one, as in assay benchmarks livebench --variant {variant}.");
            var list = BenchmarkPages.List(catalog);
            if (run.Json) run.WriteJson(list, AssayJson.Default.BenchmarkListView);
            else run.Write(BenchmarkDocument.Of(list, run.Quiet));
            return ExitCode.Done;
        }
        var page = BenchmarkPages.Of(catalog, id, parse.GetValue(Variant), TrafficProfile.Default, out var problem) ?? throw new CliException(ExitCode.BadInput, problem!);
        if (run.Json) run.WriteJson(page, AssayJson.Default.BenchmarkPageView);
        else run.Write(BenchmarkDocument.Of(page));
        return ExitCode.Done;
    }
}
