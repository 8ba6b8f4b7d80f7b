using System.CommandLine;
using System.Text;
using Assay.Adapters.Storage;
using Assay.Adapters.Storage.Arena;
using Assay.Calls;
using Assay.Host.Arena;
using Assay.Host.Catalog;
using Assay.Host.Cli.Documents;
using Assay.Host.Web;

namespace Assay.Host.Cli;

/// <summary><c>assay arena</c>: what blind votes say, and votes in and out.</summary>
internal sealed class ArenaCommand : Command
{
    private static readonly string[] Actions = ["leaderboard", "import", "export"];

    private readonly Argument<string> What = new("ACTION") { Description = "leaderboard: ratings of models from votes; import FILE: votes from a CSV file; export: all votes as CSV, into FILE or to standard output.", CompletionSources = { "leaderboard", "import", "export" } };
    private readonly Argument<string?> File = new("FILE") { Description = "A file of votes: model_a, model_b, winner, and what docs/arena.md lists beside.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> Task = new("--task") { Description = "leaderboard: only votes of this task, such as ocr.", HelpName = "TASK", CompletionSources = { ModelTasks.All.Select(t => t.Name()).ToArray() } };
    private readonly Option<bool> DryRun = new("--dry-run") { Description = "import: read and check the file, and leave the store as it is." };

    public ArenaCommand(Surroundings surroundings) : base("arena", "Tells what blind votes say of models; brings votes in and out.")
    {
        Arguments.Add(What);
        Arguments.Add(File);
        Options.Add(Task);
        Options.Add(DryRun);
        SetAction((parse, cancellationToken) => System.Threading.Tasks.Task.FromResult(Run(parse, new(parse, surroundings), cancellationToken)));
    }

    private int Run(ParseResult parse, CommandRun run, CancellationToken cancellationToken)
    {
        var (action, file) = (parse.GetValue(What)!, parse.GetValue(File));
        if (!Actions.Contains(action)) throw new CliException(ExitCode.Usage, $"'{action}' is not something to do in the arena. Allowed: {string.Join(", ", Actions)}.");
        if (parse.GetValue(Task) is not null && action != "leaderboard") throw new CliException(ExitCode.Usage, $"--task narrows the leaderboard, and '{action}' takes all votes: leave it out.");
        if (parse.GetValue(DryRun) && action != "import") throw new CliException(ExitCode.Usage, $"--dry-run is for import, and '{action}' changes nothing: leave it out.");
        return action switch
        {
            "leaderboard" when file is not null => throw new CliException(ExitCode.Usage, $"'{file}' is one word too many: 'assay arena leaderboard' takes options only, such as --task ocr."),
            "leaderboard" => Leaderboard(run, parse.GetValue(Task)),
            "import" when file is null => throw new CliException(ExitCode.Usage, "FILE is missing: 'assay arena import votes.csv'."),
            "import" => Import(run, file, parse.GetValue(DryRun), cancellationToken),
            _ => Export(run, file, cancellationToken),
        };
    }

    private static int Leaderboard(CommandRun run, string? task)
    {
        var live = run.OpenCatalog();
        var board = new Leaderboards(new(new(Open(run)), live), live).Of(task, out var problem) ?? throw new CliException(ExitCode.BadInput, $"--task {problem}");
        if (run.Json) run.WriteJson(board, AssayJson.Default.LeaderboardView);
        else run.Write(LeaderboardDocument.Of(board, run.Quiet));
        return ExitCode.Done;
    }

    private static int Import(CommandRun run, string file, bool dryRun, CancellationToken cancellationToken)
    {
        var import = new VoteFiles(Open(run)).Import(file, dryRun, cancellationToken);
        if (run.Json) run.WriteJson(import, CliJson.Default.VoteImport);
        else if (!run.Quiet) run.Write(LeaderboardDocument.Of(import, dryRun));
        return ExitCode.Done;
    }

    private static int Export(CommandRun run, string? file, CancellationToken cancellationToken)
    {
        var votes = new VoteFiles(Open(run));
        if (file is null)
        {
            if (run.Json) throw new CliException(ExitCode.Usage, "--json: votes are exported as CSV. Leave it out, or name a FILE to write to.");
            votes.Export(run.Surroundings.Output, cancellationToken);
            run.Surroundings.Output.Flush();
            return ExitCode.Done;
        }
        try
        {
            int count;
            using (var output = new StreamWriter(file, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false))) count = votes.Export(output, cancellationToken);
            if (run.Json) run.WriteJson(new(file, count), CliJson.Default.VoteExport);
            else if (!run.Quiet) run.Write(LeaderboardDocument.Of(new VoteExport(file, count)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CliException(ExitCode.Outside, $"'{file}' cannot be written: {e.Message}");
        }
        return ExitCode.Done;
    }

    private static Store Open(CommandRun run) => Store.Open(Workspace.StorePath(run.DataFolder), time: run.Surroundings.Time);
}

/// <summary>What an export of votes wrote.</summary>
internal sealed record VoteExport(string File, int Votes);
