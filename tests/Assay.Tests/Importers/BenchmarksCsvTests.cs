using Assay.Adapters.Importers;
using Assay.Adapters.Storage;
using Assay.Catalog;
using Shouldly;
using Xunit;

namespace Assay.Tests.Importers;

public sealed class BenchmarksCsvTests
{
    private static readonly BenchmarksCsv Importer = new();
    private static readonly Lazy<ParsedSnapshot> Small = new(() => Importer.Parse(Importer.Read(Path.Combine(TestData.Folder, "benchmarks-small")), new() { Today = new(2026, 7, 2) }));

    private static BenchmarkScore Score(string benchmark, int place = 0) => Small.Value.Claims.Where(c => c.Property == Property.Result).Select(c => ((ClaimValue.Score)c.Value).Value).Where(s => s.Benchmark == benchmark).ElementAt(place);

    [Fact]
    public void A_small_table_becomes_claims_refusals_and_notes() => TestData.ShouldBeGolden(ClaimText.Of(Small.Value), "benchmarks-small/golden.txt");

    [Fact]
    public void Every_row_is_a_result_an_item_count_or_refused()
    {
        int Count(string what) => Small.Value.Counts.Single(c => c.What == what).Number;
        (Count("results") + Count("item counts") + Count("refused")).ShouldBe(Count("rows"));
    }

    [Fact]
    public void Fractions_are_told_by_the_whole_benchmark_and_never_by_one_row()
    {
        (Score("owlbench").Value, Score("owlbench").Unit).ShouldBe((50m, "percent"));
        (Score("owlbench", 1).Value, Score("owlbench", 1).Unit).ShouldBe((100m, "percent"));
        (Score("rating").Value, Score("rating").Unit).ShouldBe((2071m, "score"));
        Small.Value.Refusals.Count(r => r.What.StartsWith("Mixed", StringComparison.Ordinal) && r.Reason.Contains("scale cannot be told", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public void Passed_items_are_worked_out_only_where_one_number_alone_prints_so()
    {
        (Score("aider-polyglot").Passed, Score("aider-polyglot").N).ShouldBe((80, 225));
        (Score("aider-polyglot", 1).Passed, Score("aider-polyglot", 1).N).ShouldBe((null, 3000));
        (Score("lechmazur-generalization").Passed, Score("lechmazur-generalization").N).ShouldBe((579, 649));
        (Score("terminal-bench").Passed, Score("terminal-bench").N).ShouldBe((32, 80));
        (Score("lechmazur-nyt-connections").Passed, Score("lechmazur-nyt-connections").N).ShouldBe((null, 940));
    }

    [Fact]
    public void Intervals_are_kept_as_printed()
    {
        Score("arena").Interval.ShouldBe((1195m, 1206m));
        Score("arena", 1).Interval.ShouldBe((1299m, 1321m));
        Score("metr-horizon").Interval.ShouldBe((5.5m, 22.25m));
        ClaimValue.Read('b', new ClaimValue.Score(Score("metr-horizon")).Text).ShouldBe(new ClaimValue.Score(Score("metr-horizon")));
    }

    [Fact]
    public void A_models_release_is_not_taken_for_the_day_of_the_measurement()
    {
        Score("metr-horizon").Date.ShouldBeNull();
        Small.Value.Claims.Single(c => c.Value is ClaimValue.Score { Value.Benchmark: "metr-horizon" }).From.ShouldBe(Small.Value.Snapshot.AsOf);
    }

    [Fact]
    public void Text_that_is_not_the_table_is_refused_whole()
    {
        using var temporary = new TemporaryFolder();
        Should.Throw<ImportException>(() => Parse(temporary.Write("a.csv", "model,score\nowl,1\n"))).Message.ShouldContain("the heading is 'model,score'");
        Should.Throw<ImportException>(() => Parse(temporary.Write("b.csv", string.Join(',', Header) + "\n\"Aider"))).Message.ShouldContain("a quoted field does not end");
        Should.Throw<ImportException>(() => Importer.Read(temporary.In("nothing.csv"))).Message.ShouldContain("There is no file");
    }

    [Fact]
    public void The_real_table_is_imported_row_for_row_and_again_changes_nothing()
    {
        var folder = TestData.Shared("benchmarks");
        using var temporary = new TemporaryFolder();
        var store = Store.Open(temporary.In("assay.db"));
        var first = new Importing(store).Import(Importer, folder, new DateOnly(2026, 7, 2));
        first.Parsed!.Counts.ShouldBe([new("rows", 6865), new("results", 6437), new("item counts", 428), new("refused", 0)]);
        first.Parsed.Claims.Count(c => c.Property == Property.Result).ShouldBe(6437);
        first.Parsed.Claims.Select(c => c.Value).OfType<ClaimValue.Score>().Where(s => s.Value.Unit == "percent").ShouldAllBe(s => s.Value.Value >= 0 && s.Value.Value <= 100);
        new Importing(store).Import(Importer, folder, new DateOnly(2026, 7, 2)).AlreadyThere.ShouldBeTrue();
        new Importing(store).Import(Importer, folder, new DateOnly(2026, 7, 3)).Claims.ShouldBe(new ImportCounts(0, 0, first.Claims.Added, 0));
    }

    private static readonly string[] Header = ["benchmark", "split", "model_label", "metric", "score", "unit", "date", "source_repo", "source_commit", "source_path", "row_source_url", "extra"];

    private static void Parse(string path) => Importer.Parse(Importer.Read(path), new() { Today = new(2026, 7, 2) });
}
