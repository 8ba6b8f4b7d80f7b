using Assay.Catalog;
using Assay.Host.Web;
using Shouldly;
using Xunit;

namespace Assay.Tests.Web;

public sealed class SiteAddressesTests
{
    private static readonly CatalogSnapshot Curated = CatalogBuilder.Build(FixedClaims.Curated.LoadClaims(), Site.Today);

    [Fact]
    public void Every_pair_has_one_number()
    {
        var catalog = Curated;
        var site = new SiteAddresses(catalog);
        var pairs = Enumerable.Range(0, (int)site.PairCount).Select(n => site.Pair(n)).ToArray();
        pairs.ShouldAllBe(p => string.CompareOrdinal(p.First.Id, p.Second.Id) < 0);
        pairs.Distinct().Count().ShouldBe(catalog.Models.Count * (catalog.Models.Count - 1) / 2);
        Should.Throw<ArgumentOutOfRangeException>(() => site.Pair(site.PairCount));
    }

    [Fact]
    public void Both_orders_of_a_pair_have_one_address()
    {
        var (first, second) = new SiteAddresses(Curated).Pair(0);
        SiteAddresses.OfPair(second, first).ShouldBe(SiteAddresses.OfPair(first, second));
    }
}
