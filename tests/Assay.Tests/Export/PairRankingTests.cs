using Assay.Catalog;
using Assay.Comparison;
using Assay.Tests.Web;
using Shouldly;
using Xunit;

namespace Assay.Tests.Export;

public sealed class PairRankingTests
{
    private static readonly CatalogSnapshot Curated = CatalogBuilder.Build(FixedClaims.Curated.LoadClaims(), Site.Today);

    [Fact]
    public void The_same_catalogue_gives_the_same_pairs_in_the_same_order() =>
        Ids(PairRanking.Top(CatalogBuilder.Build([.. FixedClaims.Curated.LoadClaims().Reverse()], Site.Today), 300)).ShouldBe(Ids(PairRanking.Top(Curated, 300)));

    [Fact]
    public void Each_pair_comes_once_with_the_lesser_id_first()
    {
        var top = PairRanking.Top(Curated, 500);
        top.Count.ShouldBe(500);
        top.ShouldAllBe(p => string.CompareOrdinal(p.First.Id, p.Second.Id) < 0);
        top.Distinct().Count().ShouldBe(500);
    }

    [Fact]
    public void More_pairs_than_there_are_gives_all_and_none_gives_none()
    {
        PairRanking.Top(Curated, 100_000).Count.ShouldBe(Curated.Models.Count * (Curated.Models.Count - 1) / 2);
        PairRanking.Top(Curated, 0).ShouldBeEmpty();
        PairRanking.Top(CatalogBuilder.Build([], Site.Today), 10).ShouldBeEmpty();
    }

    [Fact]
    public void Models_that_many_serve_and_measure_go_first()
    {
        var first = PairRanking.Top(Curated, 20).SelectMany(p => new[] { p.First, p.Second }).Distinct().ToArray();
        var rest = Curated.Models.Except(first).ToArray();
        first.Average(m => m.Results.Count).ShouldBeGreaterThan(rest.Average(m => m.Results.Count));
        first.Average(m => m.Offers.Count).ShouldBeGreaterThan(rest.Average(m => m.Offers.Count));
    }

    private static string[] Ids(IEnumerable<(Model First, Model Second)> pairs) => [.. pairs.Select(p => $"{p.First.Id} {p.Second.Id}")];
}
