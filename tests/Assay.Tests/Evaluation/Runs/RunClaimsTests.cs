using Assay.Adapters.Runs;
using Assay.Adapters.Storage;
using Assay.Adapters.Storage.Runs;
using Assay.Calls;
using Assay.Catalog;
using Assay.Evaluation;
using Shouldly;
using Xunit;

namespace Assay.Tests.Evaluation.Runs;

/// <summary>A run is a source like any other: what it says holds while it is there.</summary>
public sealed class RunClaimsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly RunStore runs;
    private readonly RunClaims claims;

    public RunClaimsTests()
    {
        runs = new(Store.Open(folder.In("assay.db")));
        claims = new(runs, name => name == "harbour/heron" ? "acme/heron-12b" : null, TimeProvider.System);
    }

    private Claim[] Results => [.. new ClaimStore(runs.Store).LoadClaims().Where(c => c.Property == Property.Result && c.HoldsOn(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime)))];

    /// <summary>Twenty samples in two categories; of the first model the last ones passed, and the last of all has no answer where asked so.</summary>
    private string Run(int passed, int errored = 0, string file = "a")
    {
        var trials = Enumerable.Range(0, 20).SelectMany(i => Enumerable.Range(0, 2).Select(m => new RecordedTrial
        {
            Key = new(m, i, 0), Outcome = i < errored ? new CallOutcome.Failed(new(FailureKind.ProviderError, "500")) : new CallOutcome.Replied("x", StopReason.Complete),
            Score = i < errored ? null : i < errored + passed ? Score.Pass("right") : Score.Fail("wrong"), Scorer = "exact 1",
        }));
        return runs.Import(new()
        {
            Suite = new() { Id = "vision-basics", Version = "1", Title = "Vision basics", Licence = "MIT", Categories = ["Object Counting", "Object Understanding"], DefaultScorer = new("exact") },
            Samples = [.. Enumerable.Range(0, 20).Select(i => new Sample { Place = i, Id = $"s{i}", Category = i % 2 == 0 ? "Object Counting" : "Object Understanding", Input = $"{i}?", Target = ["x"] })],
            Models = ["harbour/heron", "unheard/of"], Settings = new(), Trials = [.. trials], Origin = new("inspect", $"{file}.json", new string(file[0], 64), "inspect_ai 0.3"),
            Created = new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero),
        }).Run;
    }

    [Fact]
    public void A_run_says_overall_and_category_of_each_model_with_interval()
    {
        var id = Run(passed: 12);
        claims.Refresh([id]);
        Results.Length.ShouldBe(6);
        var overall = Results.Single(c => c.Subject == Subject.Model("acme/heron-12b") && ((ClaimValue.Score)c.Value).Value.Category is null);
        var score = ((ClaimValue.Score)overall.Value).Value;
        (score.Passed, score.N, score.Value, score.MeasuredBy).ShouldBe((12, 20, 60, "inspect_ai 0.3"));
        // Wilson, 12 of 20.
        score.Interval!.Value.Low.ShouldBe(38.6582m, 0.001m);
        score.Interval.Value.High.ShouldBe(78.1193m, 0.001m);
        overall.Source.Url.ShouldBe($"/evals/{id}");
    }

    [Fact]
    public void Trials_without_an_answer_widen_the_interval_and_are_told()
    {
        claims.Refresh([Run(passed: 12, errored: 1)]);
        var claim = Results.First(c => c.Subject.Kind == SubjectKind.Model && ((ClaimValue.Score)c.Value).Value.Category is null);
        var score = ((ClaimValue.Score)claim.Value).Value;
        score.Interval!.Value.High.ShouldBeGreaterThan(81.88m, "13 of 20 is possible");
        score.Answered.ShouldBe(19);
        claim.Note!.ShouldContain("1 of 20 not answered");
    }

    [Fact]
    public void Below_ninety_percent_answered_nothing_is_said()
    {
        claims.Refresh([Run(passed: 12, errored: 3)]);
        Results.ShouldBeEmpty();
    }

    [Fact]
    public void A_run_that_is_deleted_takes_its_results_with_it_and_leaves_those_of_others()
    {
        var (first, second) = (Run(passed: 12), Run(passed: 15, file: "b"));
        claims.Refresh([first, second]);
        Results.Length.ShouldBe(12);
        runs.Delete(first);
        claims.Refresh([first]);
        Results.Select(r => r.Source.Url).Distinct().ShouldBe([$"/evals/{second}"]);
    }

    [Fact]
    public void Without_runs_nothing_is_imported()
    {
        claims.Refresh([]);
        new ClaimStore(runs.Store).Snapshots().ShouldBeEmpty();
    }

    public void Dispose() => folder.Dispose();
}
