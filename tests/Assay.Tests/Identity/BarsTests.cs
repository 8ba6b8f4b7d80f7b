using Assay.Bench.Identity;
using Assay.Catalog;
using Assay.Catalog.Identity;
using Shouldly;
using Xunit;

namespace Assay.Tests.Identity;

/// <summary>The bars the matcher holds on labelled offers, with the curated catalogue and no link of a source.</summary>
public sealed class BarsTests
{
    private static readonly Lazy<ModelMatcher> Matcher = new(() => CatalogBuilder.Build(Web.FixedClaims.Curated.LoadClaims(), TestCatalog.Today).Matcher);

    [Fact]
    public void Offers_of_our_own_set_are_put_to_their_models()
    {
        var rows = Decided(Path.Combine(TestData.Folder, "identity-cases.csv"));
        rows.Length.ShouldBe(650);
        Hold(IdentityScore.Of(rows), 0.995, 0.97);
    }

    [Fact]
    public void Offers_of_the_labelled_set_are_put_to_their_models()
    {
        var rows = Decided(Path.Combine(TestData.Shared("gold"), "gold_dev.csv"));
        Hold(IdentityScore.Of(rows), 0.995, 0.97);
        IdentityScore.Of([.. rows.Where(r => !r.Label.Unsure)]).ReleaseAccuracy.ShouldNotBeNull().ShouldBeGreaterThan(0.9);
    }

    [Fact]
    public void Names_that_look_alike_and_mean_different_models_stay_apart()
    {
        var folder = TestData.Shared("gold");
        var decisions = Decided(Path.Combine(folder, "gold_dev.csv")).ToDictionary(r => r.Label.RowId, r => r.Decision, StringComparer.Ordinal);
        var (merged, found) = IdentityScore.OfPairs(decisions, LabelledOffer.ReadPairs(Path.Combine(folder, "pairs_dev.csv")));
        merged.ShouldBeLessThanOrEqualTo(0.01);
        found.ShouldBeGreaterThan(0.97);
    }

    private static void Hold(IdentityScore score, double precision, double recall)
    {
        var errors = string.Join('\n', score.Errors);
        score.Precision.ShouldBeGreaterThanOrEqualTo(precision, errors);
        score.Recall.ShouldBeGreaterThanOrEqualTo(recall, errors);
        score.GroupAccuracy.ShouldBeGreaterThanOrEqualTo(0.95, errors);
        score.KindAccuracy.ShouldBeGreaterThanOrEqualTo(0.95, errors);
    }

    private static (LabelledOffer Label, MatchDecision Decision)[] Decided(string path)
    {
        var labels = LabelledOffer.Read(path);
        return [.. labels.Zip(Matcher.Value.Match([.. labels.Select(l => l.Offer)]))];
    }
}
