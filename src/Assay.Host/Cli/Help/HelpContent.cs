using System.CommandLine;

namespace Assay.Host.Cli.Help;

/// <summary>A part of help: a heading, then lines of a name and what it means, words, or examples.</summary>
public sealed record HelpPart(string Heading)
{
    public IReadOnlyList<(string Name, string Meaning)> Rows { get; init; } = [];
    public IReadOnlyList<string> Words { get; init; } = [];
    public IReadOnlyList<string> Examples { get; init; } = [];
}

/// <summary>What help says of a command, for a terminal and for the manual page alike.</summary>
public static class HelpContent
{
    /// <summary>Commands whose examples stand in the help of the program.</summary>
    private static readonly string[] First = ["models", "compare", "decide", "ask", "eval run"];

    public static string Description(Command command) => command.Description ?? "";

    public static string Usage(Command command) => UsageText.Of(command)["Usage: ".Length..];

    /// <summary>Of the program as a whole.</summary>
    public static IEnumerable<HelpPart> Of(RootCommand root)
    {
        var grouped = CommandGuide.Groups.SelectMany(g => g.Commands).ToHashSet(StringComparer.Ordinal);
        (string, string) Row(Command c) => (c.Name, Description(c));
        foreach (var (title, names) in CommandGuide.Groups)
            yield return new(title) { Rows = [.. names.Select(n => root.Subcommands.FirstOrDefault(c => c.Name == n)).OfType<Command>().Select(Row)] };
        if (root.Subcommands.Where(c => !c.Hidden && !grouped.Contains(c.Name)).ToArray() is { Length: > 0 } more) yield return new("More") { Rows = [.. more.Select(Row)] };
        yield return Everywhere;
        yield return new("Exit codes") { Rows = [.. CommandGuide.ExitCodes.Select(c => (c.Code.ToString(System.Globalization.CultureInfo.InvariantCulture), c.Meaning))] };
        yield return new("Environment and settings") { Rows = CommandGuide.Variables, Words = [CommandGuide.Settings] };
        yield return new("Examples") { Words = [CommandGuide.Names], Examples = [.. First.Select(c => CommandGuide.Examples[c][0])] };
    }

    /// <summary>Of one command.</summary>
    public static IEnumerable<HelpPart> Of(Command command)
    {
        if (command.Subcommands.Count > 0) yield return new("Commands") { Rows = [.. command.Subcommands.Where(c => !c.Hidden).Select(c => (c.Name, Description(c)))] };
        if (command.Arguments.Count > 0) yield return new("Arguments") { Rows = [.. command.Arguments.Select(a => (a.Name, a.Description ?? ""))] };
        if (command.Options.Where(IsOwn).ToArray() is { Length: > 0 } own) yield return new("Options") { Rows = [.. own.Select(Row)] };
        if (CommandGuide.Examples.GetValueOrDefault(Key(command)) is { } examples) yield return new("Examples") { Examples = examples };
        else if (command.Subcommands.Count > 0) yield return new("Examples") { Examples = [.. command.Subcommands.Select(c => CommandGuide.Examples.GetValueOrDefault(Key(c))?[0]).OfType<string>().Take(3)] };
    }

    public static HelpPart Everywhere { get; } = new("Options that every command takes") { Rows = [.. GlobalOptions.All.Select(Row), ("--help, -h", "Tells how a command is used."), ("--version", "Tells the version.")] };

    /// <summary>"eval run".</summary>
    public static string Key(Command command) => UsageText.PathOf(command).Replace("assay", "", StringComparison.Ordinal).Trim();

    private static bool IsOwn(Option option) => !option.Hidden && option is not System.CommandLine.Help.HelpOption && !GlobalOptions.All.Contains(option);

    private static (string, string) Row(Option option) => ($"{option.Name}{(option.ValueType == typeof(bool) ? "" : $" {option.HelpName ?? "VALUE"}")}", option.Description ?? "");
}
