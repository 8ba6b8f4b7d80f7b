using Assay.Catalog;
using Assay.Host.Catalog;

namespace Assay.Host.Web.Html;

/// <summary>
/// Where in a list of evidence each claim is written out. Sentences rest on claims that stand behind figures too: such a claim is written once, behind the
/// figure, and the sentence names it with a link to that line.
/// </summary>
internal sealed class ClaimAnchors
{
    private readonly Dictionary<Claim, Place> places = new(ReferenceEqualityComparer.Instance);
    private int anchors;

    /// <param name="entry">The entry it is written out in.</param>
    private sealed class Place(int entry)
    {
        public int Entry { get; } = entry;

        /// <summary>0 while nothing leads to it.</summary>
        public int Anchor;
    }

    /// <param name="shown">How many claims of an entry are shown at all.</param>
    public ClaimAnchors(IReadOnlyList<PageEvidence.Entry> entries, Func<PageEvidence.Entry, int> shown)
    {
        foreach (var entry in entries.Where(e => !e.OfSentence)) Add(entry, shown(entry));
        foreach (var entry in entries.Where(e => e.OfSentence)) Add(entry, shown(entry));
    }

    private void Add(PageEvidence.Entry entry, int shown)
    {
        for (var i = 0; i < entry.Claims.Count && i < shown; i++)
        {
            if (entry.Claims[i].Claim is not { } claim || places.TryAdd(claim, new(entry.Number)) || !entry.OfSentence) continue;
            var place = places[claim];
            if (place.Anchor == 0) place.Anchor = ++anchors;
        }
    }

    /// <summary>The number of the line that a sentence leads to in place of writing the claim out; 0 where it is written out in this very entry.</summary>
    public int Elsewhere(PageEvidence.Entry entry, ClaimView claim) => entry.OfSentence && claim.Claim is { } said && places[said] is var place && place.Entry != entry.Number ? place.Anchor : 0;

    /// <summary>The number of the line as something leads to it; 0 where nothing does or it is not the line.</summary>
    public int Of(PageEvidence.Entry entry, ClaimView claim) => claim.Claim is { } said && places[said] is var place && place.Entry == entry.Number ? place.Anchor : 0;
}
