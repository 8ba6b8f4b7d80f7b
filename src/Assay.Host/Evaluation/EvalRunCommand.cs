using System.CommandLine;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Assay.Adapters.Runs;
using Assay.Adapters.Storage.Runs;
using Assay.Adapters.Suites;
using Assay.Catalog;
using Assay.Evaluation;
using Assay.Host.Calls;
using Assay.Host.Catalog;
using Assay.Host.Cli;
using Assay.Host.Cli.Text;
using Assay.Host.Playground;
using Assay.Host.Web;
using Assay.Playground;
using Assay.Units;

namespace Assay.Host.Evaluation;

/// <summary><c>assay eval run</c>: puts a suite to models, or goes on with a run.</summary>
internal sealed class EvalRunCommand : Command
{
    private readonly Argument<string?> Suite = new("SUITE") { Description = "A folder, or the id of a suite. Not needed with --resume.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> Models = new("--models") { Description = "One or more, with commas between: provider/model, or any name of a model of the catalogue.", HelpName = "M,…" };
    private readonly Option<string?> Repetitions = new("--repetitions") { Description = "How often each sample is asked. Default: the suite's.", HelpName = "N" };
    private readonly Option<string?> Concurrency = new("--concurrency") { Description = "Calls under way at once; providers' own limits hold besides. Default 16.", HelpName = "N" };
    private readonly Option<string?> MaxCost = new("--max-cost") { Description = "US dollars that all calls of the run may cost together, judges and earlier parts included.", HelpName = "USD" };
    private readonly Option<string?> Resume = new("--resume") { Description = "Go on with this run: what is missing, was interrupted or failed is asked.", HelpName = "RUN" };
    private readonly Option<bool> Cache = new("--cache") { Description = "Take the replies of earlier runs that asked the very same, instead of asking again." };
    private readonly Option<string?> Temperature = new("--temperature") { Description = "0 to 2. Default: the suite's.", HelpName = "T" };
    private readonly Option<string?> MaxOutput = new("--max-output-tokens") { Description = "Most tokens of one answer. Default: the suite's.", HelpName = "N" };
    private readonly Option<string?> Seed = new("--seed") { Description = "For providers that take one. Default: the suite's.", HelpName = "N" };
    private readonly Option<string?> Effort = new("--reasoning-effort") { Description = "A word of the provider's, such as low.", HelpName = "WORD" };
    private readonly Option<bool> DryRun = new("--dry-run") { Description = "Tell what it would be and cost, and send nothing." };

    public EvalRunCommand(Surroundings surroundings) : base("run", "Puts a suite to models, every answer kept as it comes.")
    {
        Arguments.Add(Suite);
        foreach (var option in (Option[])[Models, Repetitions, Concurrency, MaxCost, Resume, Cache, Temperature, MaxOutput, Seed, Effort, DryRun]) Options.Add(option);
        SetAction((parse, cancellationToken) => Run(parse, new(parse, surroundings), cancellationToken));
    }

    private async Task<int> Run(ParseResult parse, CommandRun run, CancellationToken cancellationToken)
    {
        var around = run.Surroundings;
        var workspace = new Workspace(run.DataFolder, around.CatalogFolder, around.Time);
        var live = new LiveCatalog(workspace, around.Time);
        await using var calls = new LiveCalls(live, run.Settings, around.Time);
        var store = new RunStore(workspace.Store);
        var finder = new SuiteFinder(run.DataFolder, () => run.Settings.Read().Images);
        try
        {
            var ask = Asked(parse);
            var start = new EvalStart(store, new PlaygroundModels(live, calls.Candidates), () => live.Current, calls.Work, around.Time, () => RandomNumberGenerator.GetBytes(TurnId.RandomBytes));
            if (parse.GetValue(Resume) is { } id) return await Go(Again(parse, ask, id, store, finder, cancellationToken), store, calls, () => live.Current, run, cancellationToken);
            var suite = finder.Open(ask.Suite ?? throw new CliException(ExitCode.Usage, $"No suite is named. {finder.Told} To go on with a run: --resume RUN."), cancellationToken);
            var (planned, problems) = start.Plan(ask, suite);
            if (planned is null) throw new CliException(ExitCode.BadInput, string.Join('\n', problems));
            var estimate = start.Estimate(planned, suite.Samples());
            if (planned.Settings.MaxCost is not null && estimate.Models.FirstOrDefault(m => m.NoCap is not null) is { } uncapped)
                throw new CliException(ExitCode.BadInput, $"--max-cost cannot be held for {uncapped.Model}: {uncapped.NoCap!.TrimEnd('.')}. Give --max-output-tokens where that is what is missing, or leave --max-cost out.");
            if (parse.GetValue(DryRun)) return Tell(planned, estimate, run);
            if (!run.Quiet) await around.Error.WriteLineAsync(Words(planned, estimate));
            start.Begin(planned, suite);
            return await Go(planned, store, calls, () => live.Current, run, cancellationToken);
        }
        catch (SuiteException e)
        {
            throw new CliException(ExitCode.BadInput, e.Message);
        }
        catch (RunException e)
        {
            throw new CliException(ExitCode.BadInput, e.Message);
        }
    }

    private EvalAsk Asked(ParseResult parse) => new()
    {
        Suite = parse.GetValue(Suite), Models = parse.GetValue(Models)?.Split(','), Repetitions = Whole(parse, Repetitions), Concurrency = Whole(parse, Concurrency), MaxCost = Number(parse, MaxCost), Cache = parse.GetValue(Cache),
        Temperature = Number(parse, Temperature), MaxOutputTokens = Whole(parse, MaxOutput), Seed = Number(parse, Seed) is { } seed ? (long)seed : null, ReasoningEffort = parse.GetValue(Effort),
    };

    /// <summary>The run to go on with: only speed and money may be said anew.</summary>
    private Run Again(ParseResult parse, EvalAsk ask, string id, RunStore store, SuiteFinder finder, CancellationToken cancellationToken)
    {
        var found = EvalRuns.Find(store, id);
        if (found.Origin is RunOrigin.Imported) throw new CliException(ExitCode.BadInput, $"Run {found.Id} was read from another program's record: there is nothing to go on with.");
        foreach (var option in (Option[])[Models, Repetitions, Temperature, MaxOutput, Seed, Effort])
            if (parse.GetResult(option) is not null) throw new CliException(ExitCode.BadInput, $"{option.Name} cannot be changed when a run goes on: what was answered was asked otherwise. Leave it out, or start a new run.");
        if (ask.Faults().ToArray() is { Length: > 0 } faults) throw new CliException(ExitCode.BadInput, string.Join('\n', faults));
        if (ask.Suite is { } name && finder.Open(name, cancellationToken) is { } suite && suite.Hash != found.SuiteHash)
            throw new CliException(ExitCode.BadInput, $"'{name}' is not the suite that run {found.Id} asks: its hash is {suite.Hash[..12]}, the run's {found.SuiteHash[..12]}. Leave SUITE out to go on with the suite as it was, or start a new run.");
        return found with { Settings = found.Settings with { Concurrency = ask.Concurrency ?? found.Settings.Concurrency, MaxCost = ask.MaxCost ?? found.Settings.MaxCost, Cache = ask.Cache || found.Settings.Cache } };
    }

    private static async Task<int> Go(Run asked, RunStore store, LiveCalls calls, Func<CatalogSnapshot> catalog, CommandRun run, CancellationToken cancellationToken)
    {
        var around = run.Surroundings;
        RunProgress? progress = null;
        var pace = new RunPace(around.Time);
        var asks = 0;
        // The first Ctrl+C lets end what is under way. Whoever presses it again wants out: all that was answered is kept.
        using var twice = PosixSignalRegistration.Create(PosixSignal.SIGINT, _ =>
        {
            if (Interlocked.Increment(ref asks) > 1) Environment.Exit(ExitCode.Outside);
        });
        var lines = new RunLines(around.Error, around.ErrorIsTerminal && !run.Json, run.Quiet, around.Width, around.Time);
        await using var told = cancellationToken.Register(() =>
        {
            if (!run.Quiet) lines.Say($"Stopping: calls under way may end; Ctrl+C again ends at once. Go on later with: assay eval run --resume {asked.Id}");
        });
        var going = new RunLoop(store, calls.Caller, around.Time).Go(asked, p => progress = p, cancellationToken);
        await lines.Follow(going, () => progress is { } p ? RunningView.Of(asked, p, pace, null) : null);
        var end = await going;
        if (end.Finished) RunsAsClaims.Refresh(store, catalog, around.Time, asked.Id);
        var view = RunningView.Of(asked, progress!, pace, end);
        if (run.Json) run.WriteJson(view, AssayJson.Default.RunningView);
        else run.Write(RunEndDocument.Of(view, run.Quiet));
        if (end.Stop is { Kind: StopKind.Cap }) return ExitCode.Usage;
        return view.Open == 0 && end.Finished ? ExitCode.Done : ExitCode.Outside;
    }

    private static int Tell(Run planned, RunEstimate estimate, CommandRun run)
    {
        if (run.Json)
        {
            run.WriteJson(estimate, AssayJson.Default.RunEstimate);
            return ExitCode.Done;
        }
        var document = new Document("Dry run");
        document.Paragraph(Words(planned, estimate));
        document.Table(new([new("Model"), new("May cost", true), new("Why")], [.. estimate.Models.Select(m => new Row([Document.Safe(m.Model), m.Usd is { } usd ? Format.Usd(usd) : "?", Document.Safe(m.Why)]))]));
        run.Write(document);
        return ExitCode.Done;
    }

    private static string Words(Run run, RunEstimate estimate) =>
        $"Run {run.Id}: {Units.Words.Plural(run.Samples, "sample")} of {run.Suite.Id} × {Units.Words.Plural(run.Models.Count, "model")} × {Units.Words.Plural(run.Settings.Repetitions, "repetition")} = {Units.Words.Plural(run.Trials, "trial")}; "
        + (estimate.Usd is { } usd ? $"they may cost up to about {Format.Usd(usd)}." : "what they may cost cannot be told.") + (run.Settings.MaxCost is { } cap ? $" The cap is {Format.Usd(cap)}." : "");

    private static int? Whole(ParseResult parse, Option<string?> option) => parse.GetValue(option) is not { } text ? null
        : int.TryParse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) ? number : throw new CliException(ExitCode.BadInput, $"{option.Name} '{text}' is not a whole number.");

    private static decimal? Number(ParseResult parse, Option<string?> option) => parse.GetValue(option) is not { } text ? null
        : decimal.TryParse(text.TrimStart('$'), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : throw new CliException(ExitCode.BadInput, $"{option.Name} '{text}' is not a number; write 1.50.");
}
