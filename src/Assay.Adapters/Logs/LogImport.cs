using System.Text.Json;
using Assay.Adapters.Images;
using Assay.Adapters.Logs.Own;
using Assay.Adapters.Storage;
using Assay.Adapters.Storage.Runs;
using Assay.Adapters.Suites;
using Assay.Calls;
using Assay.Evaluation;

namespace Assay.Adapters.Logs;

/// <summary>The whole way of a log: recognised, read, its images looked at, kept as a run. Each run is kept whole or not at all; what is refused does not hold up the others.</summary>
public sealed class LogImport(RunStore runs, ImageIntake images)
{
    /// <exception cref="StoreException">The store cannot be used.</exception>
    public async Task<LogOutcome> Import(LogSource source, ILogReader? reader, LogChoice choice, CancellationToken cancellationToken)
    {
        try
        {
            reader ??= LogReaders.For(source);
            var kept = new List<KeptLog>();
            foreach (var run in reader.Read(source, choice, cancellationToken))
            {
                using (run) kept.Add(await Keep(run, cancellationToken));
            }
            return new(source.Name, reader.Id, kept, null);
        }
        catch (LogRefusedException e)
        {
            return new(source.Name, reader?.Id, [], e.Message);
        }
    }

    private async Task<KeptLog> Keep(LogRun log, CancellationToken cancellationToken)
    {
        var run = log.Run;
        var notes = new List<string>(run.Notes);
        foreach (var hash in log.Images.Hashes.ToArray())
        {
            switch (await images.Prepare(log.Images.File(hash), null, cancellationToken))
            {
                case ImageIntakeResult.Ready { Image.Image: var image }: log.Images.Ready(hash, image); break;
                case ImageIntakeResult.Refused refused: notes.Add($"An image is not kept: {refused.Message}"); break;
            }
        }
        run = run with { Notes = notes };
        var outcome = runs.Import(run, i => log.Images.Sent(i.Hash), HashOf(log));
        var (scored, errored) = (0, 0);
        foreach (var trial in run.Trials)
        {
            if (trial.Score is Score.Scored) scored++;
            if (trial.Outcome is CallOutcome.Failed) errored++;
        }
        return new(outcome.Run, !outcome.Kept, run.Suite.Title, run.Models, run.Samples.Count, run.Trials.Count, scored, errored, notes);
    }

    /// <summary>A file may claim to be of a suite; it is, where what it says of the suite makes that hash, or is what is kept under it. Else its samples make a hash of their own.</summary>
    private string HashOf(LogRun log) =>
        log.SuiteHash is { } claimed && (claimed == Made(log.Run) || runs.HasSuite(claimed) && RunFile.Same(runs.Samples(claimed), log.Run.Samples)) ? claimed : SuiteOfLog.Hash(log.Run.Suite, log.Run.Samples);

    private static string? Made(ImportedRun run)
    {
        try
        {
            return SuiteHash.Of(run.Suite, run.Samples);
        }
        catch (JsonException)
        {
            // Options of a scorer that are no JSON: no suite folder has them.
            return null;
        }
    }
}

/// <summary>What became of one file or folder.</summary>
/// <param name="Name">Without its folder.</param>
/// <param name="Format">Id of the reader; null where none recognised it.</param>
/// <param name="Runs">Those that are kept now, or were before.</param>
/// <param name="Refused">Why nothing of it was taken; null where it was.</param>
public sealed record LogOutcome(string Name, string? Format, IReadOnlyList<KeptLog> Runs, string? Refused);

/// <param name="Id">Of the run.</param>
/// <param name="WasThere">The same record was imported before: nothing was changed.</param>
/// <param name="Suite">Its title.</param>
/// <param name="Scored">Trials with a score, of <paramref name="Trials"/>; <paramref name="Errored"/> those without an answer.</param>
/// <param name="Notes">What was left out or mended on reading.</param>
public sealed record KeptLog(string Id, bool WasThere, string Suite, IReadOnlyList<string> Models, int Samples, int Trials, int Scored, int Errored, IReadOnlyList<string> Notes);
