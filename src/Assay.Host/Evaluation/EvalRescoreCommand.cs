using System.CommandLine;
using Assay.Adapters.Runs;
using Assay.Adapters.Storage.Runs;
using Assay.Evaluation;
using Assay.Host.Calls;
using Assay.Host.Catalog;
using Assay.Host.Cli;
using Assay.Host.Cli.Text;
using Assay.Host.Web;
using Assay.Units;

namespace Assay.Host.Evaluation;

/// <summary><c>assay eval rescore</c>: scores kept replies anew.</summary>
internal static class EvalRescoreCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var command = new Command("rescore", "Scores the kept replies of a run anew; no model is asked but judges.");
        var id = new Argument<string>("RUN") { Description = "Its id, the beginning of it, or latest." };
        var scorer = new Option<string?>("--scorer") { Description = "For every sample, in place of the suite's: the scorer's id.", HelpName = "ID" };
        var options = new Option<string?>("--options") { Description = "Options of that scorer as a JSON object.", HelpName = "JSON" };
        var cap = new Option<decimal?>("--max-cost") { Description = "US dollars that judges may cost.", HelpName = "USD" };
        var concurrency = new Option<int?>("--concurrency") { Description = "Judges asked at once; providers' own limits hold besides. Default: the run's.", HelpName = "N" };
        command.Arguments.Add(id);
        foreach (var option in (Option[])[scorer, options, cap, concurrency]) command.Options.Add(option);
        command.SetAction(async (parse, cancellationToken) =>
        {
            var run = new CommandRun(parse, surroundings);
            var workspace = new Workspace(run.DataFolder, surroundings.CatalogFolder, surroundings.Time);
            var live = new LiveCatalog(workspace, surroundings.Time);
            await using var calls = new LiveCalls(live, run.Settings, surroundings.Time);
            var runs = new RunStore(workspace.Store);
            var found = EvalRuns.Find(runs, parse.GetValue(id)!);
            if (parse.GetValue(options) is not null && parse.GetValue(scorer) is null) throw new CliException(ExitCode.Usage, "--options belong to a --scorer: name it too.");
            try
            {
                var choice = parse.GetValue(scorer) is { } name ? Rescoring.Choice(name, parse.GetValue(options)) : null;
                if (parse.GetValue(concurrency) is { } atOnce && atOnce is not (>= 1 and <= EvalAsk.MostAtOnce)) throw new CliException(ExitCode.BadInput, $"--concurrency '{atOnce}' is not allowed: give 1 to {EvalAsk.MostAtOnce}.");
                RescoreProgress? progress = null;
                var going = new Rescoring(runs, calls.Caller, surroundings.Time).Run(found, choice, parse.GetValue(cap), parse.GetValue(concurrency), p => progress = p, cancellationToken);
                await new RunLines(surroundings.Error, surroundings.ErrorIsTerminal && !run.Json, run.Quiet, surroundings.Width, surroundings.Time).Follow(going, () => progress is { } p ? Line(p) : null);
                var result = await going;
                RunsAsClaims.Refresh(runs, () => live.Current, surroundings.Time, found.Id);
                if (run.Json) run.WriteJson(RescoreView.Of(found, result), AssayJson.Default.RescoreView);
                else run.Write(Of(found, result, run.Quiet));
                return ExitCode.Done;
            }
            catch (RunException e)
            {
                throw new CliException(ExitCode.BadInput, e.Message);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                throw new CliException(ExitCode.Outside, $"Stopped: the scores of run {found.Id} are as they were. What judges said is kept; the same command goes on with it.");
            }
        });
        return command;
    }

    /// <summary>"120 of 800 replies scored, 40 of them judged before, judges $0.12".</summary>
    private static string Line(RescoreProgress progress)
    {
        var (done, kept, usd) = progress.Now;
        return $"{Format.Exact(done)} of {Words.Plural(progress.All, "reply", "replies")} scored{(kept > 0 ? $", {Format.Exact(kept)} of them judged before" : "")}{(usd > 0 ? $", judges {Format.Usd(usd)}" : "")}";
    }

    private static Document Of(Run run, RescoreResult result, bool quiet)
    {
        var document = new Document("Scored again");
        document.Paragraph($"{Words.Plural(result.Scored, "reply", "replies")} of run {run.Id} scored: {Words.Plural(result.Flips.Count, "verdict")} changed, {Words.Plural(result.NowPassed, "reply", "replies")} now right that were not, {result.NowFailed} now wrong that were right.");
        if (!quiet && result.Flips.Count > 0)
            document.Bullets(result.Flips.Take(20).Select(f => new BulletItem($"{Document.Safe(run.Models[f.Key.Model])}, {Document.Safe(f.Sample)}: {f.Before.Name()} → {f.After.Name()}. {Document.Safe(f.Why)}")));
        if (result.WithoutJudgement > 0) document.Paragraph(new($"{Words.Plural(result.WithoutJudgement, "reply", "replies")} {(result.WithoutJudgement == 1 ? "has" : "have")} no score, because the judge gave no answer: the same command asks it again.", Tone.Unknown));
        if (!quiet && result.Flips.Count > 20) document.Paragraph($"And {result.Flips.Count - 20} more; --json lists all.");
        return document;
    }
}

/// <summary>What a new scoring changed, as JSON.</summary>
/// <param name="WithoutJudgement">Replies whose judge gave no answer: the same command asks it again.</param>
public sealed record RescoreView(string Run, int Scored, int NowPassed, int NowFailed, int WithoutJudgement, IReadOnlyList<FlipView> Changed)
{
    public static RescoreView Of(Run run, RescoreResult r) =>
        new(run.Id, r.Scored, r.NowPassed, r.NowFailed, r.WithoutJudgement, [.. r.Flips.Select(f => new FlipView(run.Models[f.Key.Model], f.Sample, f.Key.Repetition, f.Before.Name(), f.After.Name(), f.Why))]);
}

/// <param name="Repetition">0 and above.</param>
public sealed record FlipView(string Model, string Sample, int Repetition, string Before, string After, string Why);
