using Assay.Host.Cli.Text;
using Assay.Units;

namespace Assay.Host.Cli.Documents;

/// <summary>What an import did.</summary>
public static class ImportDocument
{
    private const int Examples = 3;

    public static Document Of(ImportView import)
    {
        var document = new Document("Import");
        if (import.AlreadyThere) return document.Paragraph($"{import.Format} of {import.AsOf} is already there: the same files were imported before, and nothing changed.");
        document.Paragraph(new($"{import.Format} of {import.AsOf}: {(import.DryRun ? "nothing was written (--dry-run); it would have been" : "imported")}", Tone.Strong));
        var claims = import.Claims;
        document.Bullets(
        [
            $"{Words.Plural(claims.Added, "claim")} added, {Format.Exact(claims.Changed)} changed, {Format.Exact(claims.Left)} left as they were, {Format.Exact(claims.Ended)} ended",
            $"read: {(import.Counts.Count == 0 ? "nothing" : string.Join(", ", import.Counts.Select(c => $"{Format.Exact(c.Number)} {c.What}")))}",
            $"{Words.Plural(import.Refused.Count, "value")} refused",
        ]);
        if (import.Refused.Count > 0) document.Heading(3, "Refused, by reason").Bullets(Reasons(import));
        SuspiciousPart.Add(document, import.Suspicious);
        if (import.Notes.Count > 0) document.Heading(3, "Notes").Bullets(import.Notes.Select(n => (BulletItem)$"{Format.Exact(n.Count)} × {n.Text}; first at {n.FirstExample}"));
        return document;
    }

    private static IEnumerable<BulletItem> Reasons(ImportView import) => import.Refused
        .GroupBy(r => (r.Reason, r.Allowed)).OrderByDescending(g => g.Count()).ThenBy(g => g.Key.Reason, StringComparer.Ordinal)
        .Select(g => new BulletItem(new($"{Format.Exact(g.Count())} × {g.Key.Reason}; {g.Key.Allowed}"), null,
        [
            .. g.Take(Examples).Select(r => (BulletItem)$"{r.What}, {r.Where}: '{r.Value}'"),
            .. g.Count() > Examples ? [(BulletItem)$"and {Format.Exact(g.Count() - Examples)} more; --json lists all"] : Array.Empty<BulletItem>(),
        ]));
}
