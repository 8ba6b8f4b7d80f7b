using System.Text.Encodings.Web;
using Assay.Catalog;
using Assay.Catalog.History;
using Assay.Charts;
using Assay.Comparison;

namespace Assay.Host.Web.Html;

/// <summary>How a number got where it is: a small line over time and the same in words, for an entry of evidence.</summary>
internal static class PastHtml
{
    private const int Shown = 6;

    /// <summary>Null where its source gives the number without a history of at least two.</summary>
    public static string? Of(Claim? claim, CatalogHistory history, DateOnly day)
    {
        if (claim is not { Value: ClaimValue.Number, Unconfirmed: false }) return null;
        var periods = history.Log.Of(new Voice(claim.Subject, claim.Property, claim.Source.Publisher));
        if (periods.Count < 2 || !periods.All(p => p.Claim.Value is ClaimValue.Number)) return null;
        return $"<p class=\"past\">{Sparkline.Svg([.. Steps(periods)], day)} {HtmlEncoder.Default.Encode(Words(claim.Source.Publisher, periods))}</p>";
    }

    private static string Words(string publisher, IReadOnlyList<Period> periods)
    {
        var from = Math.Max(0, periods.Count - Shown);
        var earlier = from == 0 ? "" : $"{Units.Words.Plural(from, "earlier value")}, then ";
        return $"{publisher} over time: {earlier}{string.Join(", ", periods.Skip(from).Select((p, i) => $"{ClaimText.Display(p.Claim)} {(from + i == 0 ? "first known" : "from")} {p.From:yyyy-MM-dd}"))}{(periods[^1].To is { } end ? $", until {end:yyyy-MM-dd}" : "")}.";
    }

    private static IEnumerable<Step> Steps(IReadOnlyList<Period> periods)
    {
        for (var i = 0; i < periods.Count; i++)
        {
            yield return new(periods[i].From, ((ClaimValue.Number)periods[i].Claim.Value).Value);
            if (periods[i].To is { } end && !(i + 1 < periods.Count && periods[i + 1].From == end)) yield return new(end, null);
        }
    }
}
