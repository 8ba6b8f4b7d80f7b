using Assay.Host.Cli.Text;
using Assay.Units;

namespace Assay.Host.Evaluation;

/// <summary>What an import of eval records did.</summary>
internal static class EvalImportDocument
{
    public static Document Of(EvalImportView import)
    {
        var document = new Document("Eval import");
        foreach (var log in import.Logs)
        {
            document.Heading(3, Document.Safe(log.File) + (log.Format is null ? "" : $" ({log.Format})"));
            // The reason stands on standard error, which programs and people look at.
            if (log.Refused is not null) document.Paragraph(new("✗ Refused.", Tone.No));
            document.Bullets(log.Runs.Select(Item));
        }
        if (import.PassedOver > 0) document.Paragraph(new($"{Words.Plural(import.PassedOver, "other file")} passed over: no records, or part of one.", Tone.Quiet));
        return document;
    }

    private static BulletItem Item(ImportedRunView run) => new(
        run.AlreadyThere
            ? new Phrase($"{run.Suite}: the same record was imported before, as run {run.Run}; nothing changed", Tone.Quiet)
            : new Phrase($"run {run.Run}: {run.Suite}, {string.Join(", ", run.Models)}; {Words.Plural(run.Samples, "sample")}, {Words.Plural(run.Trials, "trial")}, {Format.Exact(run.Scored)} scored, {Format.Exact(run.Errored)} without an answer"),
        null,
        run.AlreadyThere ? [] : [.. run.Notes.Select(n => (BulletItem)n)]);
}
