using Assay.Host.Catalog.History;
using Assay.Host.Cli.Text;
using Assay.Units;

namespace Assay.Host.Cli.Documents;

/// <summary>Changes as a document: by day, then by model.</summary>
public static class ChangesDocument
{
    public static Document Of(ChangesView view, bool quiet)
    {
        var document = new Document("Changes").Heading(1, "Changes");
        document.Paragraph(Summary(view));
        foreach (var day in view.Changes.GroupBy(c => c.Day))
        {
            document.Heading(2, day.Key);
            foreach (var thing in day.GroupBy(c => c.ModelName ?? c.Subject))
                document.Heading(3, thing.Key).Bullets(Items([.. thing]));
        }
        if (view.Changes.Count < view.Total && !quiet) document.Paragraph(new($"{Words.Plural(view.Total - view.Changes.Count, "more change")}: --limit shows more.", Tone.Quiet));
        return document;
    }

    /// <summary>The address below the last of the lines that were read there.</summary>
    private static IEnumerable<BulletItem> Items(ChangeView[] changes) =>
        changes.Select((c, i) => new BulletItem(Line(c), i + 1 < changes.Length && changes[i + 1].Claims[0].Url == c.Claims[0].Url ? null : c.Claims[0].Url));

    private static string Line(ChangeView change) =>
        $"{(change.SubjectKind == "model" ? "" : change.Subject + ": ")}{Words.Sentence(change.Text)} ({change.Source}, as of {change.Claims[0].AsOf})";

    /// <summary>How many of what in which period; where there are none, when there last was one.</summary>
    public static string Summary(ChangesView view)
    {
        var period = view.Since is null ? $"up to {view.Until}" : $"from {view.Since} to {view.Until}";
        var of = string.Concat(
            view.Kind is null ? "" : $" of kind {view.Kind}", view.Model is null ? "" : $" of {view.Model}", view.Provider is null ? "" : $" at {view.Provider}", view.Watch ? " of what is watched" : "");
        var count = $"{Words.Plural(view.Total, "change")}{of} {period}{(view.DefaultPeriod ? $", the last {ChangeQuery.DefaultDays} days" : "")}.";
        if (view.Total > 0) return count;
        return $"{count} {(view.Newest is { } day ? $"The last one was on {day}." : "None is known: an import of a newer snapshot of a source would bring them.")}";
    }
}
