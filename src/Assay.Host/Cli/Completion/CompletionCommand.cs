using System.CommandLine;

namespace Assay.Host.Cli.Completion;

/// <summary><c>assay completion</c>: the script that makes a shell complete command lines.</summary>
internal sealed class CompletionCommand : Command
{
    public CompletionCommand(Surroundings surroundings) : base("completion", "Prints the script that completes commands and names in a shell.")
    {
        var shell = new Argument<string>("SHELL") { Description = $"One of {string.Join(", ", CompletionScripts.Shells)}.", CompletionSources = { CompletionScripts.Shells.ToArray() } };
        Arguments.Add(shell);
        SetAction(parse =>
        {
            var asked = parse.GetValue(shell)!;
            if (!CompletionScripts.Shells.Contains(asked)) throw new CliException(ExitCode.BadInput, $"'{asked}' is not a shell that can be served: choose one of {string.Join(", ", CompletionScripts.Shells)}.");
            new CommandRun(parse, surroundings).Write(CompletionScripts.Of(asked).ReplaceLineEndings("\n"));
            return ExitCode.Done;
        });
    }

    /// <summary>Answers a shell. Whatever goes wrong, a line that is being typed is not disturbed.</summary>
    /// <param name="words">Behind the program's name; the last is the one being typed.</param>
    public static string Answer(RootCommand root, IReadOnlyList<string> words, Surroundings surroundings)
    {
        var data = words.Select((w, i) => w == "--data" && i + 2 < words.Count ? words[i + 1] : w.StartsWith("--data=", StringComparison.Ordinal) && i + 1 < words.Count ? w["--data=".Length..] : null).FirstOrDefault(d => d is { Length: > 0 });
        return new Completer(root, new(data ?? Catalog.Workspace.DefaultDataFolder, surroundings.CatalogFolder)).Of(words).Text;
    }
}
