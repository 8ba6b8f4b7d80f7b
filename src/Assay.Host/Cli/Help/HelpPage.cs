using System.CommandLine;
using System.Text;
using Assay.Host.Cli.Text;

namespace Assay.Host.Cli.Help;

/// <summary>Help at a terminal: no line wider than it, examples and addresses excepted.</summary>
public static class HelpPage
{
    private const int Indent = 2, Gap = 2, WidestName = 22;

    public static string Of(Command command, int width)
    {
        var page = new StringBuilder();
        Paragraph(page, HelpContent.Description(command), "", width);
        page.Append('\n');
        Paragraph(page, $"Usage: {HelpContent.Usage(command)}", "", width);
        foreach (var part in command is RootCommand root ? HelpContent.Of(root) : HelpContent.Of(command)) Part(page, part, width);
        page.Append('\n');
        var more = command.Subcommands.Count > 0 ? $"'{UsageText.PathOf(command)} COMMAND --help' tells more of one." : "'assay --help' lists all commands, exit codes and the options that every command takes.";
        Paragraph(page, more, "", width);
        return page.ToString();
    }

    private static void Part(StringBuilder page, HelpPart part, int width)
    {
        page.Append('\n').Append(part.Heading).Append(":\n");
        var blank = new string(' ', Indent);
        var names = Math.Min(WidestName, part.Rows.Select(r => r.Name.Length).DefaultIfEmpty().Max());
        foreach (var (name, meaning) in part.Rows) Row(page, blank + name, Indent + names + Gap, meaning, width);
        foreach (var words in part.Words) Paragraph(page, words, blank, width);
        foreach (var example in part.Examples) page.Append(blank).Append(example).Append('\n');
    }

    /// <summary>A name too wide for its column has a line of its own.</summary>
    private static void Row(StringBuilder page, string name, int column, string meaning, int width)
    {
        var lines = LineBreaks.Wrap(meaning, width - column);
        page.Append(name);
        if (name.Length + Gap > column) page.Append('\n').Append(' ', column);
        else page.Append(' ', column - name.Length);
        page.AppendJoin("\n" + new string(' ', column), lines).Append('\n');
    }

    private static void Paragraph(StringBuilder page, string text, string before, int width)
    {
        foreach (var line in LineBreaks.Wrap(text, width - before.Length)) page.Append(before).Append(line).Append('\n');
    }
}
