using System.Text;
using Assay.Adapters.Importers;
using Assay.Adapters.Importers.OwnRuns;
using Assay.Adapters.Storage;
using Assay.Catalog;
using Shouldly;
using Xunit;

namespace Assay.Tests.Importers;

public sealed class OwnRunResultsTests
{
    private static readonly ImportRequest Request = new() { Today = new(2026, 7, 2) };

    private static ScoreResult Score(string? category = null, int items = 100, int answered = 100, int? passed = 80, decimal percent = 80, decimal low = 71, decimal high = 87) => new()
    {
        Category = category, Items = items, Answered = answered, Passed = passed, Percent = percent, Low = low, High = high, MedianSeconds = 1.2m, P95Seconds = 4, UsdPerTask = 0.0002m,
    };

    private static RunResults Run(params ScoreResult[] scores) => new()
    {
        Id = "01jz0000000000000000000000", Date = new(2026, 6, 30), Suite = new("vision-basics", "1", "Vision basics", new string('a', 64)), Settings = "1 repetition", MeasuredBy = "assay eval",
        Models = [new("harbour/heron-12b", scores, "acme/heron-12b"), new("unheard/of", [Score()])],
    };

    private static ParsedSnapshot Parse(params RunResults[] runs) => new OwnRunResults().Parse(OwnRunResults.Write(new() { Format = 1, Runs = runs }), Request);

    private static ParsedSnapshot ParseText(string json) => new OwnRunResults().Parse(new([new SnapshotFile("runs.json", Encoding.UTF8.GetBytes(json))]), Request);

    [Fact]
    public void A_run_becomes_claims_whose_source_is_the_run()
    {
        var parsed = Parse(Run(Score(), Score("Object Counting", 20, 20, 3, 15, 5, 36)));
        parsed.Refusals.ShouldBeEmpty();
        parsed.Snapshot.AsOf.ShouldBe(new DateOnly(2026, 6, 30));
        var results = parsed.Claims.Where(c => c.Property == Property.Result).ToArray();
        results.Length.ShouldBe(3);
        results[0].Source.Url.ShouldBe("/evals/01jz0000000000000000000000");
        results[0].Source.Rank.ShouldBe(SourceRank.Community, "no privilege over anybody's numbers");
        var score = ((ClaimValue.Score)results[0].Value).Value;
        score.Version.ShouldBe("1 (aaaaaaaaaaaa)");
        score.Interval.ShouldBe((71m, 87m));
        score.P95Seconds.ShouldBe(4);
        results[2].Subject.ShouldBe(Subject.Labelled("unheard/of"), "a name that nobody knows is looked up like any label");
    }

    [Fact]
    public void Items_without_an_answer_are_told_and_count_neither_way()
    {
        var claim = Parse(Run(Score(answered: 97))).Claims.First(c => c.Property == Property.Result);
        claim.Note!.ShouldContain("3 of 100 not answered");
        ((ClaimValue.Score)claim.Value).Value.N.ShouldBe(100);
    }

    [Fact]
    public void What_cannot_be_a_score_is_refused_and_the_rest_is_taken()
    {
        var parsed = Parse(Run(Score(answered: 101), Score(passed: 98, answered: 97), Score(low: 81), Score(high: 101), Score(items: 0), Score()));
        parsed.Refusals.Count.ShouldBe(5);
        parsed.Claims.Count(c => c.Property == Property.Result && c.Subject.Kind == SubjectKind.Model).ShouldBe(1);
    }

    [Theory]
    [InlineData("id", "../../etc")]
    [InlineData("suite", "Not An Id")]
    [InlineData("hash", "abc")]
    [InlineData("settings", "a\u202eb")]
    public void A_run_with_a_text_that_cannot_be_one_is_refused(string what, string text)
    {
        var run = Run(Score());
        var parsed = Parse(what switch
        {
            "id" => run with { Id = text }, "suite" => run with { Suite = run.Suite with { Id = text } }, "hash" => run with { Suite = run.Suite with { Hash = text } }, _ => run with { Settings = text },
        });
        parsed.Refusals.ShouldHaveSingleItem();
        parsed.Claims.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("", "not results of eval runs")]
    [InlineData("null", "the file says null")]
    [InlineData("[]", "not results of eval runs")]
    [InlineData("""{"format":2,"runs":[]}""", "written by a newer Assay")]
    [InlineData("""{"format":1,"runs":[],"more":1}""", "not results of eval runs")]
    [InlineData("""{"format":1,"runs":null}""", "not results of eval runs")]
    [InlineData("""{"format":1,"runs":[{"id":"a"}]}""", "not results of eval runs")]
    public void A_file_of_another_form_is_not_read(string json, string says) => Should.Throw<ImportException>(() => ParseText(json)).Message.ShouldContain(says);

    [Fact]
    public void A_run_that_is_gone_takes_its_claims_with_it()
    {
        using var temporary = new TemporaryFolder();
        var claims = new ClaimStore(Store.Open(temporary.In("assay.db")));
        var (with, without) = (Parse(Run(Score())), Parse(Run(Score()) with { Models = [] }));
        claims.Import(with.Snapshot, with.Claims);
        claims.Import(without.Snapshot, without.Claims).Ended.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void They_stand_on_the_pages_of_the_model_with_their_interval()
    {
        var parsed = Parse(Run(Score()));
        var catalog = new TestCatalog();
        catalog.Model("acme/heron-12b", "Heron 12B");
        foreach (var claim in parsed.Claims) catalog.Add(claim);
        var column = Assay.Comparison.VisionEvalTable.Of([catalog.Snapshot().ById("acme/heron-12b")!]).Single().Columns[0]!;
        Assay.Comparison.BenchmarkLead.IntervalOf(column.Overall!.Score)!.Value.High.ShouldBe(87);
    }
}
