using Assay.Host.Cli.Text;
using Assay.Units;

namespace Assay.Host.Evaluation;

/// <summary>What came of a run, in short: the end of the command.</summary>
internal static class RunEndDocument
{
    public static Document Of(RunningView v, bool quiet)
    {
        var document = new Document("Run");
        document.Heading(1, $"Run {v.Run}: {v.State}");
        document.Table(new([new("Model"), new("Passed", true), new("Failed", true), new("Graded", true), new("Unscored", true), new("Refused", true), new("No answer", true), new("Not run", true), new("Cached", true), new("Cost", true)],
            [.. v.Models.Select(m => new Row([Document.Safe(m.Model), RunLines.Passed(m), $"{m.Failed}", $"{m.Graded}", $"{m.Unscored}", $"{m.Refused}", $"{m.Errored}", $"{m.Trials - m.Ended}", $"{m.Cached}", RunLines.Cost(m.Usd, m.UnknownCost)]))]));
        if (v.State == "stopped" || !quiet) document.Paragraph(Document.Safe(v.Words ?? ""));
        if (quiet) return document;
        document.Paragraph(v.UnknownCost > 0 && v.Usd == 0 ? $"What {Words.Plural(v.UnknownCost, "trial")} cost cannot be told." : $"It cost {RunLines.Cost(v)}.");
        if (v.InterruptedBefore > 0) document.Paragraph(new($"{Words.Plural(v.InterruptedBefore, "call")} of earlier parts had gone out and brought no answer: they may have been paid for.", Tone.Unknown));
        if (v.Open > 0) document.Paragraph($"{Words.Plural(v.Open, "trial")} without an answer. To ask them: assay eval run --resume {v.Run}");
        document.Paragraph(new($"Scores with intervals and tests: assay eval report {v.Run}, or {v.Page} of assay serve.", Tone.Quiet));
        return document;
    }
}
