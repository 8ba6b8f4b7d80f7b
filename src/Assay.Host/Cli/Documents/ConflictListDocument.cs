using Assay.Host.Catalog;
using Assay.Host.Catalog.Conflicts;
using Assay.Host.Cli.Text;
using Assay.Units;

namespace Assay.Host.Cli.Documents;

/// <summary>Where sources disagree: how often, by class, and each with its values and evidence.</summary>
public static class ConflictListDocument
{
    public static Document Of(ConflictListView list, bool quiet)
    {
        var document = new Document("Conflicts");
        if (list.Total == 0) return document.Paragraph($"No sources disagree on this, as of {list.AsOf}.");
        if (!quiet)
        {
            document.Table(new([new("Class"), new("Conflicts", Number: true), new("What it is")],
                [.. list.Classes.Where(c => c.Count > 0).Select(c => new Row([new(c.Class), new(Format.Exact(c.Count)), new(c.Meaning)]))]));
        }
        foreach (var offer in list.Conflicts.GroupBy(c => c.Offer)) document.Heading(3, offer.Key).Bullets(offer.Select(Item));
        if (quiet) return document;
        var more = list.Total - list.Conflicts.Count;
        return document.Paragraph(new($"{Words.Plural(list.Total, "conflict")}, as of {list.AsOf}{(more == 0 ? "" : $"; {Format.Exact(more)} more: --limit {list.Total} shows all")}.", Tone.Quiet));
    }

    private static BulletItem Item(OfferConflictView conflict) => new(
        new($"{conflict.Label}: ≠ {string.Join(" against ", conflict.Values.Select(v => v.Display))} ({conflict.ClassLabel.ToLowerInvariant()})", Tone.Disputed), null,
        [
            conflict.Evidence, .. conflict.Values.SelectMany(v => v.Claims, (v, c) => Claim(v.Display, c)), .. conflict.Supporting.Select(c => Claim($"beside it: {c.Display}", c)),
            $"picked: {conflict.Values.First(v => v.Picked).Display}; {conflict.Policy}",
        ]);

    private static BulletItem Claim(string display, ClaimView claim) => new(new($"{display}: {claim.Source}, as of {claim.AsOf}{(claim.Note is null ? "" : $"; {claim.Note}")}", Tone.Quiet), claim.Url);
}
