using Assay.Catalog.History;
using Assay.Host.Catalog;
using Assay.Units;

namespace Assay.Host.Web.Html;

/// <summary>
/// The evidence behind the figures of one page. A figure asks for a number and links to it; the page's last section lists what stands
/// behind each number. One title is one entry, however often the figure is shown.
/// </summary>
public sealed class PageEvidence
{
    private readonly Dictionary<string, int> byKey = new(StringComparer.Ordinal);
    private readonly List<Entry> entries = [];
    private readonly Dictionary<string, string> ages = new(StringComparer.Ordinal);

    public sealed record Entry(int Number, string Title, string? Why, string? Exact, IReadOnlyList<ClaimView> Claims, bool Disputed)
    {
        /// <summary>Whether its claims are of several things, each of which it names.</summary>
        public bool OfSentence => Claims is [{ Property: not null }, ..];
    }

    public IReadOnlyList<Entry> Entries => entries;

    /// <summary>The day the page stands for; ages are counted from it.</summary>
    public DateOnly Day { get; set; }

    /// <summary>The past of the catalogue, for lines over time; null where the page shows none.</summary>
    public CatalogHistory? History { get; set; }

    /// <summary>", 12 days old"; empty where the date is too coarse or ahead.</summary>
    public string AgeOf(ClaimView claim)
    {
        if (ages.TryGetValue(claim.AsOf, out var age)) return age;
        return ages[claim.AsOf] = PartialDate.TryParse(claim.AsOf, out var date) && date.Latest <= Day ? ", " + Words.Age(date.Latest, Day) : "";
    }

    /// <param name="title">What the figure is: "GPT-5.2 · Context window".</param>
    /// <param name="why">How the value was picked or worked out; null where the claim is the value.</param>
    /// <param name="disputed">Whether sources disagree on it.</param>
    /// <param name="key">What makes it one entry, where the title is shortened; null: the title.</param>
    public int Number(string title, IReadOnlyList<ClaimView> claims, string? why = null, string? exact = null, string? key = null, bool disputed = false)
    {
        key ??= title;
        if (byKey.TryGetValue(key, out var number)) return number;
        number = entries.Count + 1;
        entries.Add(new(number, title, why, exact, claims, disputed));
        return byKey[key] = number;
    }

    /// <summary>The number of a fact that sources disagree on: that of the figure with the same claims where the page shows it.</summary>
    public int OfConflict(string title, IReadOnlyList<ClaimView> claims, string why)
    {
        foreach (var entry in entries)
            if (entry.Claims.Count == claims.Count && !entry.OfSentence && Same(entry.Claims, claims)) return entry.Number;
        return Number(title, claims, why, disputed: true);
    }

    private static bool Same(IReadOnlyList<ClaimView> some, IReadOnlyList<ClaimView> others)
    {
        for (var i = 0; i < some.Count; i++)
            if (some[i].Claim is null || !ReferenceEquals(some[i].Claim, others[i].Claim)) return false;
        return true;
    }
}
