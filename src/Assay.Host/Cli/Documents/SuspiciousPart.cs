using Assay.Host.Cli.Text;
using Assay.Units;

namespace Assay.Host.Cli.Documents;

/// <summary>Prices of a snapshot that are far off their neighbours.</summary>
internal static class SuspiciousPart
{
    private const int Most = 20;

    public static void Add(Document document, IReadOnlyList<SuspiciousView> prices)
    {
        if (prices.Count == 0) return;
        document.Heading(3, "Suspicious prices, kept and never the cheapest without a word")
            .Bullets([.. prices.Take(Most).Select(s => (BulletItem)$"{s.Offer}: {s.Text}"), .. prices.Count > Most ? [(BulletItem)$"and {Format.Exact(prices.Count - Most)} more; --json lists all"] : Array.Empty<BulletItem>()]);
    }
}
