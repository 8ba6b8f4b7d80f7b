using System.CommandLine;
using System.Text;

namespace Assay.Host.Cli.Help;

/// <summary>The same as a manual page in roff, with every command.</summary>
public static class ManPage
{
    public static string Of(RootCommand root)
    {
        var page = new StringBuilder();
        page.Append(".TH ASSAY 1 \"\" \"Assay ").Append(Text(ProgramVersion.Short)).Append("\" \"User Commands\"\n.nh\n.ad l\n");
        page.Append(".SH NAME\nassay \\- ").Append(Text("compare AI models on evidence")).Append('\n');
        page.Append(".SH SYNOPSIS\n.B assay\n").Append(Text("COMMAND [options]")).Append('\n');
        page.Append(".SH DESCRIPTION\n").Append(Text(HelpContent.Description(root))).Append('\n').Append(Text(CommandGuide.Names)).Append('\n');
        foreach (var part in HelpContent.Of(root)) Part(page, ".SH", part, upper: true);
        page.Append(".SH COMMANDS IN FULL\n");
        foreach (var command in InOrder(root)) One(page, command);
        return page.ToString();
    }

    private static void One(StringBuilder page, Command command)
    {
        page.Append(".SS ").Append(Text(UsageText.PathOf(command))).Append('\n').Append(Text(HelpContent.Description(command))).Append("\n.PP\n").Append(Text(HelpContent.Usage(command))).Append('\n');
        foreach (var part in HelpContent.Of(command).Where(p => p.Heading != "Commands")) Part(page, ".PP\n.I", part, upper: false);
        foreach (var under in command.Subcommands.Where(c => !c.Hidden)) One(page, under);
    }

    private static IEnumerable<Command> InOrder(RootCommand root)
    {
        string[] order = [.. CommandGuide.Groups.SelectMany(g => g.Commands)];
        return root.Subcommands.Where(c => !c.Hidden).OrderBy(c => Array.IndexOf(order, c.Name) is >= 0 and var place ? place : int.MaxValue);
    }

    private static void Part(StringBuilder page, string macro, HelpPart part, bool upper)
    {
        page.Append(macro).Append(' ').Append(Text(upper ? part.Heading.ToUpperInvariant() : part.Heading)).Append('\n');
        foreach (var (name, meaning) in part.Rows) page.Append(".TP\n.B ").Append(Text(name)).Append('\n').Append(Text(meaning)).Append('\n');
        foreach (var words in part.Words) page.Append(".PP\n").Append(Text(words)).Append('\n');
        if (part.Examples.Count > 0) page.Append(".PP\n.nf\n").AppendJoin('\n', part.Examples.Select(Text)).Append("\n.fi\n");
    }

    /// <summary>Signs that roff would take for its own; a line may not begin with one of its marks.</summary>
    private static string Text(string text)
    {
        var escaped = Units.Visible.Of(text).Replace("\\", "\\e", StringComparison.Ordinal).Replace("-", "\\-", StringComparison.Ordinal).Replace("…", "...", StringComparison.Ordinal)
            .Replace("'", "\\(aq", StringComparison.Ordinal).Replace("\"", "\\(dq", StringComparison.Ordinal);
        // Other letters by their number: not every roff reads UTF-8.
        escaped = string.Concat(escaped.Select(c => c is '“' ? "\\(lq" : c is '”' ? "\\(rq" : c > '~' ? $"\\[u{(int)c:X4}]" : c.ToString()));
        return escaped.StartsWith('.') ? "\\&" + escaped : escaped;
    }
}
