using System.CommandLine;
using System.CommandLine.Completions;
using Assay.Host.Cli.Help;
using Assay.Units;

namespace Assay.Host.Cli.Completion;

/// <summary>What may stand at the end of a command line that is being typed.</summary>
/// <param name="Files">Names of files, which the shell knows best.</param>
/// <param name="Words">Whole words, each with what it is.</param>
internal sealed record Suggestions(bool Files, IReadOnlyList<(string Word, string What)> Words)
{
    public static readonly Suggestions OfFiles = new(true, []);

    /// <summary>As the scripts read it: the kind on the first line, then a word a line, with a tab before what it is.</summary>
    public string Text => (Files ? ":files\n" : ":words\n") + string.Concat(Words.Select(w => $"{w.Word}\t{Visible.Line(w.What, 70)}\n"));
}

/// <summary>Completes command lines from the commands themselves and, for names, from the data folder.</summary>
internal sealed class Completer(RootCommand root, NamesForCompletion names)
{
    private static readonly string[] FileKinds = ["FILE", "FILE.csv", "PATH", "DIR", "IMAGE", "OUT"];

    /// <param name="words">Behind the program's name; the last is the one being typed, and may be empty.</param>
    public Suggestions Of(IReadOnlyList<string> words)
    {
        var (command, waiting, place, onlyNames, said) = ((Command)root, (Option?)null, 0, false, new List<string>());
        foreach (var word in words.SkipLast(1))
        {
            if (word == "--") (waiting, onlyNames) = (null, true);
            else if (!onlyNames && word.StartsWith('-')) waiting = word.Contains('=', StringComparison.Ordinal) ? null : Find(command, word) is { } option && TakesValue(option) ? option : null;
            else if (waiting is { AllowMultipleArgumentsPerToken: true }) continue;
            else if (waiting is not null) waiting = null;
            else if (place == 0 && command.Subcommands.FirstOrDefault(c => c.Name == word) is { } next) command = next;
            else
            {
                place++;
                said.Add(word);
            }
        }
        var typed = words.Count > 0 ? words[^1] : "";
        if (!onlyNames && typed.StartsWith('-')) return typed.Split('=', 2) is [var name, var begun] ? Behind(command, name, begun) : Begins(typed, Options(command));
        if (waiting is not null) return Values(waiting.HelpName ?? "", waiting.GetCompletions(CompletionContext.Empty), typed);
        if (command is HelpCommand) return Begins(typed, Under(root, said).Subcommands.Where(c => !c.Hidden).Select(c => (c.Name, c.Description ?? "")));
        if (command.Subcommands.Count > 0) return Begins(typed, command.Subcommands.Where(c => !c.Hidden).Select(c => (c.Name, c.Description ?? "")));
        var argument = place < command.Arguments.Count ? command.Arguments[place] : command.Arguments is [.., { Arity.MaximumNumberOfValues: > 1 } last] ? last : null;
        return argument is null ? Begins(typed, Options(command)) : Values(argument.Name, argument.GetCompletions(CompletionContext.Empty), typed);
    }

    private static Command Under(Command command, IEnumerable<string> path) => path.Aggregate(command, (c, word) => c.Subcommands.FirstOrDefault(s => s.Name == word) ?? c);

    /// <summary><c>--format=j</c>.</summary>
    private Suggestions Behind(Command command, string name, string begun)
    {
        if (Find(command, name) is not { } option) return new(false, []);
        var values = Values(option.HelpName ?? "", option.GetCompletions(CompletionContext.Empty), begun);
        return values with { Words = [.. values.Words.Select(w => ($"{name}={w.Word}", w.What))] };
    }

    private Suggestions Values(string kind, IEnumerable<CompletionItem> listed, string typed)
    {
        var fixedValues = listed.Select(c => c.Label).ToArray();
        if (fixedValues.Length > 0) return List(typed, part => Begins(part, fixedValues.Select(v => (v, ""))), kind is "KIND");
        if (FileKinds.Contains(kind)) return Suggestions.OfFiles;
        // A suite is an id or a folder, and so is an image of the samples.
        if (kind == "SUITE" && typed.AsSpan().IndexOfAny('/', '.', '~') >= 0) return Suggestions.OfFiles;
        return List(typed, part => new(false, [.. names.Of(kind, part)]), kind is "M,…");
    }

    /// <summary>Of values parted by commas, the last is completed.</summary>
    private static Suggestions List(string typed, Func<string, Suggestions> complete, bool several)
    {
        var done = several ? typed.LastIndexOf(',') + 1 : 0;
        var found = complete(typed[done..]);
        return done == 0 ? found : found with { Words = [.. found.Words.Select(w => (typed[..done] + w.Word, w.What))] };
    }

    private static Suggestions Begins(string typed, IEnumerable<(string Word, string What)> words) => new(false, [.. words.Where(w => w.Word.StartsWith(typed, StringComparison.Ordinal))]);

    private static IEnumerable<(string, string)> Options(Command command) =>
        command.Options.Concat(GlobalOptions.All).Where(o => !o.Hidden).DistinctBy(o => o.Name).Select(o => (o.Name, o.Description ?? "")).Append(("--help", "Tells how the command is used."));

    private static Option? Find(Command command, string name) => command.Options.Concat(GlobalOptions.All).FirstOrDefault(o => o.Name == name || o.Aliases.Contains(name));

    private static bool TakesValue(Option option) => option.ValueType != typeof(bool) && option.Arity.MaximumNumberOfValues > 0;
}
