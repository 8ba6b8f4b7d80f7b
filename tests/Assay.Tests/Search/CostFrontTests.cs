using Assay.Catalog;
using Assay.Search;
using Shouldly;
using Xunit;

namespace Assay.Tests.Search;

public sealed class CostFrontTests
{
    private static TestModel Add(TestCatalog catalog, string id, decimal? price, decimal? score, string benchmark = "quiz")
    {
        var model = catalog.Model("acme/" + id);
        if (price is { } usd) model.Offer($"pine/{id}", usd, usd);
        if (score is { } value) model.Scored(benchmark, value);
        return model;
    }

    private static CostFront Front(TestCatalog catalog, string variant = "quiz|||||percent")
    {
        var snapshot = catalog.Snapshot();
        return CostFront.Of(new Asked(snapshot).Candidates, new(snapshot), variant).ShouldNotBeNull();
    }

    [Fact]
    public void The_front_is_what_no_other_model_beats_and_the_rest_is_counted()
    {
        var catalog = new TestCatalog();
        Add(catalog, "cheap", 1, 50);
        Add(catalog, "same", 1, 50);
        Add(catalog, "worse", 2, 40);
        Add(catalog, "best", 5, 90);
        Add(catalog, "unpriced", null, 95);
        Add(catalog, "free", 0, 99);
        Add(catalog, "unscored", 1, null);
        var front = Front(catalog);
        front.Points.Select(p => $"{p.Candidate.Model.Name} {p.OnFront}").ShouldBe(["cheap True", "same True", "worse False", "best True"]);
        (front.WithoutScore, front.WithoutCost).ShouldBe((1, 2));
    }

    [Fact]
    public void An_error_rate_is_better_when_it_is_less()
    {
        var catalog = new TestCatalog().Say(Subject.Benchmark("errors"), Property.About("higher_is_better"), new ClaimValue.Words("no"));
        Add(catalog, "cheap", 1, 50, "errors");
        Add(catalog, "dear", 2, 60, "errors");
        var front = Front(catalog, "errors|||||percent");
        front.HigherIsBetter.ShouldBeFalse();
        front.Points.Select(p => p.OnFront).ShouldBe([true, false]);
    }

    [Fact]
    public void Only_results_of_one_variant_are_set_against_each_other()
    {
        var catalog = new TestCatalog();
        Add(catalog, "whole", 1, 50);
        Add(catalog, "part", 1, null).Scored("quiz", 80, category: "Counting");
        Front(catalog).Points.Select(p => p.Candidate.Model.Name).ShouldBe(["whole"]);
        var snapshot = catalog.Snapshot();
        CostFront.Of(new Asked(snapshot).Candidates, new(snapshot), "nothing").ShouldBeNull();
        CostFront.Variants(new Asked(snapshot).Candidates, new(snapshot)).ShouldBeEmpty();
    }

    [Fact]
    public void Of_two_sources_the_one_that_goes_before_is_taken_and_not_the_higher()
    {
        var catalog = new TestCatalog();
        Add(catalog, "one", 1, 50).Is(Property.Result, new ClaimValue.Score(new() { Benchmark = "quiz", Value = 99, Unit = "percent" }), source: TestCatalog.From("Forum", SourceRank.Community));
        Front(catalog).Points.ShouldHaveSingleItem().Result.Score.Value.ShouldBe(50);
    }
}
