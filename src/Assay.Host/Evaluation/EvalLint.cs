using System.CommandLine;
using Assay.Host.Cli;
using Assay.Host.Cli.Text;
using Assay.Units;

namespace Assay.Host.Evaluation;

/// <summary><c>assay eval lint</c>: known attacks on a suite, through its own scorers.</summary>
internal sealed class EvalLint : Command
{
    private readonly Argument<string> Suite = new("SUITE") { Description = "A folder with suite.yaml and samples.jsonl, or the id of a suite." };

    public EvalLint(Surroundings surroundings) : base("lint", "Runs known attacks on a suite and names samples whose score would not mean what it says.")
    {
        Arguments.Add(Suite);
        SetAction((parse, cancellationToken) => Task.FromResult(Run(new(parse, surroundings), parse.GetValue(Suite)!, cancellationToken)));
    }

    private static int Run(CommandRun run, string folder, CancellationToken cancellationToken)
    {
        var view = LintView.Of(Directory.Exists(folder) ? folder : new SuiteFinder(run.DataFolder, () => run.Settings.Read().Images).Folder(folder) ?? folder, cancellationToken);
        if (run.Json) run.WriteJson(view, SuiteToolsJson.Default.LintView);
        else run.Write(Document(view, run.Quiet));
        return view.Errors == 0 ? ExitCode.Done : ExitCode.BadInput;
    }

    private static Document Document(LintView view, bool quiet)
    {
        var document = new Document("Lint");
        if (!quiet && view.Suite is not null) document.Paragraph($"{view.Suite}: {Words.Plural(view.Samples, "sample")}, suite {view.Hash}.");
        document.Bullets(view.Findings.Where(f => !quiet || f.Severity == "error").Select(Finding));
        return document.Paragraph(new(view.Errors + view.Warnings == 0 ? "Nothing found." : $"{Words.Plural(view.Errors, "error")}, {Words.Plural(view.Warnings, "warning")}.", Tone.Strong));
    }

    private static BulletItem Finding(LintFindingView finding) => new(
        new($"{(finding.Severity == "error" ? "✗" : "!")} {finding.Where} {finding.Kind}{(finding.Sample is null ? "" : $" ({finding.Sample})")}: {finding.What}", finding.Severity == "error" ? Tone.No : Tone.Unknown), null, finding.Fix.Length == 0 ? null : [finding.Fix]);
}
