using System.CommandLine;
using Assay.Catalog;
using Assay.Comparison;
using Assay.Host.Comparison;
using Assay.Host.Decisions;
using Assay.Host.Evaluation;
using Assay.Host.Web;

namespace Assay.Host.Cli;

/// <summary><c>assay decide</c>: a comparison as a record, and a record against the catalogue of today.</summary>
internal sealed class DecideCommand : Command
{
    private const long LargestFile = 50_000_000;

    private readonly Argument<string[]> Names = new("MODEL") { Description = "Two to six models: id, slug, alias or provider/model-id.", Arity = ArgumentArity.ZeroOrMore };
    private readonly TrafficOptions Traffic;
    private readonly Option<string?> Baseline = new("--baseline") { Description = "The model that verdicts and switch friction compare with. Default: the first.", HelpName = "MODEL" };
    private readonly Option<string[]> Runs = new("--run") { Description = "Own eval runs to take in: ids, their beginnings, or latest. Default: those in the catalogue.", HelpName = "RUN", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string?> Chosen = new("--chosen") { Description = "The model that was chosen.", HelpName = "MODEL" };
    private readonly Option<string?> By = new("--by") { Description = "Who decided.", HelpName = "NAME" };
    private readonly Option<string?> Because = new("--because") { Description = "Why.", HelpName = "TEXT" };
    private readonly Option<string?> Out = new("--out") { Description = "File to write. Default: standard output.", HelpName = "FILE" };
    private readonly Option<string?> Format = new("--format") { Description = $"One of {string.Join(", ", DecisionFile.Formats)}. Default: by the ending of FILE (.md, .html, .json), else markdown.", HelpName = "FORMAT", CompletionSources = { DecisionFile.Formats.ToArray() } };
    private readonly Option<string?> Check = new("--check") { Description = "A record in any of the three formats: was it edited, and what has changed since?", HelpName = "FILE" };

    public DecideCommand(Surroundings surroundings) : base("decide", "Writes a comparison as a record, and checks a record later.")
    {
        Arguments.Add(Names);
        Traffic = new(this);
        foreach (var option in (Option[])[Baseline, Runs, Chosen, By, Because, Out, Format, Check]) Options.Add(option);
        SetAction(parse => parse.GetValue(Check) is { } file ? CheckFile(parse, new(parse, surroundings), file) : Write(parse, new(parse, surroundings)));
    }

    private int Write(ParseResult parse, CommandRun run)
    {
        var names = parse.GetValue(Names) ?? [];
        if (names.Length is < Comparer.Fewest or > Comparer.Most)
            throw new CliException(ExitCode.Usage, $"'{names.Length}' models cannot be compared: give {Comparer.Fewest} to {Comparer.Most}, or a record with --check.\n{UsageText.Of(this)}");
        var path = parse.GetValue(Out);
        var format = FormatOf(parse, run, path);
        var live = run.OpenCatalog();
        var compared = CompareCommand.Compare(names, Traffic.Read(parse), live, run.Asked(live), parse.GetValue(Baseline));
        var (choice, problems) = DecisionService.Choice(compared, parse.GetValue(Chosen), parse.GetValue(By), parse.GetValue(Because));
        if (problems.Count > 0) throw new CliException(ExitCode.BadInput, string.Join('\n', problems));
        var evals = new DecisionEvals(() => EvalListCommand.Open(run));
        var record = parse.GetValue(Runs) is { Length: > 0 } ids ? DecisionService.Make(compared, choice, Asked(ids, compared, evals, run)) : new DecisionService(evals).Make(compared, choice);
        var text = DecisionFile.Write(record, format);
        if (path is null) run.Write(text);
        else
        {
            WholeFile.Write(path, file => file.Write(System.Text.Encoding.UTF8.GetBytes(text)));
            if (!run.Quiet) run.Surroundings.Error.WriteLine($"{path}: {record.Title}, as of {record.AsOf}, {Units.Words.Plural(record.Claims.Count, "claim")}. 'assay decide --check {path}' tells later what has changed.");
        }
        return ExitCode.Done;
    }

    private string FormatOf(ParseResult parse, CommandRun run, string? path)
    {
        var ending = Path.GetExtension(path)?.ToLowerInvariant() switch { ".md" or ".markdown" => "markdown", ".html" or ".htm" => "html", ".json" => "json", _ => null };
        var asked = parse.GetValue(Format) ?? (run.Json ? "json" : null);
        if (asked is not null && !DecisionFile.Formats.Contains(asked)) throw new CliException(ExitCode.BadInput, $"--format '{asked}' is not a format: choose one of {string.Join(", ", DecisionFile.Formats)}.");
        if (run.Json && asked != "json") throw new CliException(ExitCode.Usage, $"--json and --format {asked} contradict each other: leave one out.");
        if (path is not null && asked is null && ending is null) throw new CliException(ExitCode.BadInput, $"--out '{path}' does not tell the format: end it with .md, .html or .json, or give --format.");
        return asked ?? ending ?? "markdown";
    }

    private static DecisionEval[] Asked(string[] ids, ComparisonAnswer.Compared compared, DecisionEvals evals, CommandRun run)
    {
        var store = EvalListCommand.Open(run).Store;
        return
        [
            .. ids.SelectMany(id => id.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Select(id => EvalRuns.Find(store, id).Id).Distinct(StringComparer.Ordinal)
                .Select(id => evals.Of(compared, id) ?? throw new CliException(ExitCode.BadInput,
                    $"--run '{id}' says nothing of these models by {compared.View.AsOf}: it asked {string.Join(", ", store.Find(id)!.Models)}. Name a run that asked one of {string.Join(", ", compared.Models.Select(m => m.Id))}.")),
        ];
    }

    private int CheckFile(ParseResult parse, CommandRun run, string path)
    {
        if (parse.GetValue(Names) is { Length: > 0 } names) throw new CliException(ExitCode.Usage, $"--check takes the models of the record: leave out {string.Join(", ", names)}.\n{UsageText.Of(this)}");
        var file = Read(path);
        var then = file.Record;
        var live = run.OpenCatalog();
        var asked = run.Asked(live);
        string[] missing = [.. then.Models.Select(m => m.Id).Where(id => asked.Catalog.Find(id) is not NameLookup.Found)];
        try
        {
            DecisionCheckView view;
            if (missing.Length > 0) view = DecisionCheck.Of(file, null, [], asked.Day, missing, []);
            else
            {
                var compared = CompareCommand.Compare([.. then.Models.Select(m => m.Id)], Ask(then.Traffic), live, asked, then.Baseline);
                var evals = new DecisionEvals(() => EvalListCommand.Open(run));
                var now = new DecisionService(evals).Make(compared, new());
                view = DecisionCheck.Of(file, now, DecisionClaims.HeldOn(live.Claims, then, asked.Day), asked.Day, [], [.. then.Evals.Select(e => evals.Of(compared, e.Run)).OfType<DecisionEval>()]);
            }
            if (run.Json) run.WriteJson(view, AssayJson.Default.DecisionCheckView);
            else run.Write(DecisionCheckDocument.Of(view, then, run.Quiet));
            return view.ExitCode;
        }
        catch (FormatException e)
        {
            throw new CliException(ExitCode.BadInput, $"{path}: {e.Message}");
        }
    }

    private static ReadDecision Read(string path)
    {
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > LargestFile } large) throw new CliException(ExitCode.BadInput, $"{path}: {large.Length:#,0} bytes are more than any record has: at most {LargestFile:#,0}.");
            return DecisionFile.Read(File.ReadAllText(path));
        }
        catch (FormatException e)
        {
            throw new CliException(ExitCode.BadInput, $"{path}: {e.Message}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CliException(ExitCode.BadInput, $"{path} cannot be read: {e.Message}");
        }
    }

    /// <summary>The traffic of a record, as a user would have typed it.</summary>
    private static ComparisonQuery Ask(TrafficView traffic)
    {
        static string Text(decimal number) => number.ToString("0.############################", System.Globalization.CultureInfo.InvariantCulture);
        return new()
        {
            Input = Text(traffic.InputTokens), Output = Text(traffic.OutputTokens), Requests = Text(traffic.Requests), Cached = Text(traffic.CachedShare), Batch = Text(traffic.BatchShare), Images = Text(traffic.ImagesPerRequest),
        };
    }
}
