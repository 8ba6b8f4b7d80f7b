using Assay.Host.Cli.Text;
using Assay.Host.Sync;
using Assay.Units;

namespace Assay.Host.Cli.Documents;

/// <summary>What a sync came to.</summary>
public static class SyncDocument
{
    private const int Examples = 8;

    /// <param name="quiet">Only what needs a person: failures, and what is held back.</param>
    public static Document Of(SyncView view, bool quiet)
    {
        var document = new Document("Sync");
        var trouble = view.Sources.Where(s => s.Result is "failed" or "held").Select(s => new BulletItem(new($"{s.Source}: {s.Detail}", s.Result == "failed" ? Tone.No : Tone.Disputed)));
        if (quiet) return document.Bullets(trouble);
        if (view.DryRun) document.Paragraph(new("Nothing was written (--dry-run). It would have been:", Tone.Strong));
        document.Table(new([new("Source"), new("Result"), new("Added", Number: true), new("Changed", Number: true), new("Left", Number: true), new("Ended", Number: true), new("Refused", Number: true)], [.. view.Sources.Select(Row)]));
        document.Bullets(trouble);
        foreach (var source in view.Sources.Where(s => s.Diff is not null))
        {
            Diff(document, source, source.Diff!);
            SuspiciousPart.Add(document, source.Suspicious);
        }
        return document;
    }

    private static Row Row(SyncSourceView s)
    {
        static Phrase Number(int? number) => new(number is { } known ? Format.Exact(known) : "–");
        var refused = s.Claims is null ? (int?)null : s.Refused.Count;
        return new([new(s.Source), new(s.Result is "unchanged" ? s.Detail : s.Result, s.Result is "failed" ? Tone.No : Tone.Plain), Number(s.Claims?.Added), Number(s.Claims?.Changed), Number(s.Claims?.Left), Number(s.Claims?.Ended), Number(refused)]);
    }

    /// <summary>A first snapshot is all new: that is said in one line.</summary>
    private static void Diff(Document document, SyncSourceView source, SyncDiffView diff)
    {
        document.Heading(3, source.Source);
        if (diff.EntriesBefore == 0)
        {
            document.Paragraph($"The first snapshot: {Words.Plural(diff.EntriesAfter, "entry", "entries")}.");
            return;
        }
        document.Paragraph($"{Words.Plural(diff.EntriesAfter, "entry", "entries")}, {Format.Exact(diff.EntriesBefore)} before; gone: {Format.Exact(diff.EntriesGone)}.");
        document.Bullets(diff.ProvidersLosingHalf.Select(p => (BulletItem)$"{p.Provider}: {Format.Exact(p.Gone)} of its {Words.Plural(p.Before, "offer")} gone"));
        document.Bullets(diff.Changes.GroupBy(c => c.Kind, StringComparer.Ordinal).Select(g => new BulletItem(
            $"{Format.Exact(g.Count())} × {g.Key.Replace('_', ' ')}", null, [.. g.Take(Examples).Select(c => (BulletItem)c.Text), .. More(g.Count())])));
    }

    private static IEnumerable<BulletItem> More(int count) => count > Examples ? [$"and {Format.Exact(count - Examples)} more; --json has all"] : [];
}
