using System.CommandLine;
using System.CommandLine.Parsing;
using Assay.Catalog;

namespace Assay.Host.Cli;

/// <summary>What is wrong with a command line: the word, what is allowed, what was probably meant, and how the command is written.</summary>
public static class UsageErrors
{
    /// <summary>Null when the command line can be run.</summary>
    public static string? Of(ParseResult parse)
    {
        var command = parse.CommandResult.Command;
        var unknown = Unknown(parse).ToArray();
        string[] faults = unknown.Length > 0 ? unknown : [.. parse.Errors.Select(e => Sentence(e, command)).Distinct(StringComparer.Ordinal)];
        return faults.Length == 0 ? null : string.Join('\n', [.. faults, UsageText.Of(command), $"'{PathOf(command)} --help' tells all."]);
    }

    private static string PathOf(Command command) => UsageText.PathOf(command);

    private static IEnumerable<string> Unknown(ParseResult parse)
    {
        var command = parse.CommandResult.Command;
        // The parser hands an unknown option to any argument that has room for it.
        if (!parse.Tokens.Any(t => t.Type is TokenType.DoubleDash))
            foreach (var word in parse.CommandResult.Children.OfType<ArgumentResult>().SelectMany(a => a.Tokens).Select(t => t.Value).Where(IsOption))
                yield return UnknownOption(word, command);
        foreach (var word in parse.UnmatchedTokens)
            yield return IsOption(word) ? UnknownOption(word, command) : command.Subcommands.Count > 0 ? UnknownCommand(word, command) : TooMany(word, command);
    }

    private static bool IsOption(string word) => word.Length > 1 && word[0] == '-';

    private static string UnknownOption(string word, Command command)
    {
        var name = word.Split('=')[0];
        var allowed = command.Options.Concat(GlobalOptions.All).Select(o => o.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        return $"'{name}' is not an option of '{PathOf(command)}'.{Nearest(name, allowed)} Allowed: {string.Join(", ", allowed)}.";
    }

    private static string UnknownCommand(string word, Command command)
    {
        string[] allowed = [.. command.Subcommands.Select(c => c.Name)];
        return $"'{word}' is not a command of {PathOf(command)}.{Nearest(word, allowed)} Allowed: {string.Join(", ", allowed)}.";
    }

    private static string TooMany(string word, Command command) =>
        $"'{word}' is one word too many: '{PathOf(command)}' takes {(command.Arguments.Count == 0 ? "options only" : string.Join(' ', command.Arguments.Select(a => a.Name)))}. A name with blanks goes in quotes.";

    internal static string Nearest(string word, IEnumerable<string> allowed)
    {
        var near = allowed.Select(a => (Name: a, Distance: NearestNames.Distance(word, a))).Where(x => x.Distance <= Math.Max(2, x.Name.Length / 3)).OrderBy(x => x.Distance).Take(2).Select(x => x.Name).ToArray();
        return near.Length == 0 ? "" : $" Nearest: {string.Join(", ", near)}.";
    }

    private static string Sentence(ParseError error, Command command) => error.SymbolResult switch
    {
        OptionResult { Tokens.Count: 0 } option => $"'{option.Option.Name}' needs a value. {option.Option.Description}",
        OptionResult { Tokens.Count: > 1 } option => $"'{option.Option.Name}' is given more than once: give it one value. {option.Option.Description}",
        ArgumentResult { Tokens.Count: 0, Argument: var argument } when argument.Arity.MinimumNumberOfValues > 0 => $"{argument.Name} is missing. {argument.Description}",
        CommandResult when command.Subcommands.Count > 0 => $"No command is given. Allowed: {string.Join(", ", command.Subcommands.Select(c => c.Name))}.",
        CommandResult when command.Arguments.FirstOrDefault(a => a.Arity.MinimumNumberOfValues > 0) is { } argument => $"{argument.Name} is missing. {argument.Description}",
        _ => error.Message,
    };
}
