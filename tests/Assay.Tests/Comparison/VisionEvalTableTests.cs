using Assay.Catalog;
using Assay.Comparison;
using Assay.Statistics;
using Shouldly;
using Xunit;

namespace Assay.Tests.Comparison;

public sealed class VisionEvalTableTests
{
    private static BenchmarkScore Score(int passed, int n, string? category = null, string? settings = null, string benchmark = VisionEvalSuites.Published) =>
        new() { Benchmark = benchmark, Value = 100m * passed / n, Unit = "percent", Passed = passed, N = n, Category = category, Settings = settings };

    private static IReadOnlyList<VisionEvalGroup> Groups(TestCatalog catalog, params string[] ids)
    {
        var snapshot = catalog.Snapshot();
        return VisionEvalTable.Of([.. ids.Select(id => snapshot.ById(id)!)]);
    }

    private static TestCatalog Catalog(params (string Model, BenchmarkScore Score)[] results)
    {
        var catalog = new TestCatalog();
        catalog.Model("acme/a");
        catalog.Model("acme/b");
        foreach (var (model, score) in results) catalog.Say(Subject.Model(model), Property.Result, new ClaimValue.Score(score));
        return catalog;
    }

    [Fact]
    public void Runs_made_differently_do_not_stand_in_one_table()
    {
        var groups = Groups(Catalog(("acme/a", Score(46, 67, settings: "one run")), ("acme/a", Score(37, 67, settings: "another run")), ("acme/b", Score(51, 67, settings: "another run"))), "acme/a", "acme/b");
        groups.Count.ShouldBe(2);
        groups.Single(g => g.Settings == "one run").Columns[1].ShouldBeNull("b was not run so");
        groups.Single(g => g.Settings == "another run").Columns.ShouldAllBe(c => c != null);
    }

    [Fact]
    public void Categories_stand_in_the_order_of_telling_and_those_not_known_last()
    {
        var column = Groups(Catalog(("acme/a", Score(1, 2, "Zeal")), ("acme/a", Score(1, 10, "Object Counting")), ("acme/a", Score(12, 15, "Defect Detection")), ("acme/a", Score(3, 5))), "acme/a")[0].Columns[0]!;
        column.Categories.Select(c => c.Name).ShouldBe(["Defect Detection", "Object Counting", "Zeal"]);
        column.Overall!.Score.Passed.ShouldBe(3);
    }

    [Fact]
    public void Categories_are_told_there_and_not_among_the_benchmarks()
    {
        var catalog = Catalog(("acme/a", Score(3, 5)), ("acme/a", Score(1, 10, "Object Counting")));
        BenchmarkTable.Of([catalog.Snapshot().ById("acme/a")!]).Single.Select(r => r.Sample.Category).ShouldBe([null]);
    }

    [Fact]
    public void Our_own_suite_stands_after_the_published_one() =>
        Groups(Catalog(("acme/a", Score(60, 100, benchmark: VisionEvalSuites.Own)), ("acme/a", Score(46, 67))), "acme/a").Select(g => g.Benchmark).ShouldBe([VisionEvalSuites.Published, VisionEvalSuites.Own]);

    [Fact]
    public void A_model_that_was_not_run_is_told_the_command_that_would()
    {
        var catalog = Catalog();
        catalog.Model("acme/c", "C").Offer("harbour/c-1", 1, 2);
        var snapshot = catalog.Snapshot();
        VisionEvalTable.NotRun(snapshot.ById("acme/c")!).ShouldContain("assay eval run vision-basics --models harbour/c-1");
        VisionEvalTable.NotRun(snapshot.ById("acme/a")!).ShouldContain("No provider is known");
    }

    [Theory]
    [InlineData(50, 67, Band.Middle)]
    [InlineData(3, 4, Band.High)]
    [InlineData(2, 5, Band.Middle)]
    [InlineData(39, 100, Band.Low)]
    public void Bands_are_on_exact_ratios(int passed, int items, Band band) => Bands.Of((double)passed / items).ShouldBe(band);

    [Fact]
    public void A_band_is_told_only_where_items_without_an_answer_could_not_change_it()
    {
        BenchmarkLead.BandOf(Score(30, 100) with { Answered = 95 }).ShouldBe(Band.Low);
        BenchmarkLead.BandOf(Score(36, 100) with { Answered = 95 }).ShouldBe(Band.NotDecided);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void A_score_is_kept_whole_with_and_without_interval_and_times(bool interval, bool times)
    {
        var score = Score(46, 67) with { Interval = interval ? (56.8m, 78.5m) : null, MedianSeconds = times ? 1.25m : null, P95Seconds = times ? 9 : null, Answered = times ? 66 : null };
        var value = new ClaimValue.Score(score);
        ((ClaimValue.Score)ClaimValue.Read(value.Kind, value.Text)).Value.ShouldBe(score);
    }
}
