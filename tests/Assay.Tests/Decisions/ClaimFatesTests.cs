using Assay.Catalog;
using Assay.Decisions;
using Shouldly;
using Xunit;

namespace Assay.Tests.Decisions;

public sealed class ClaimFatesTests
{
    private static readonly Subject Owl = Subject.Model("acme/owl");

    private static ClaimStatement Says(Property property, ClaimValue value, string publisher = "Maker", string? url = null, string? quoted = null) =>
        ClaimStatement.Of(TestCatalog.Claim(Owl, property, value, TestCatalog.From(publisher, url: url)) with { Quoted = quoted });

    private static ClaimStatement Window(decimal tokens, string publisher = "Maker", string? url = null, string? quoted = null) => Says(Property.ContextWindow, new ClaimValue.Number(tokens), publisher, url, quoted);

    [Fact]
    public void A_claim_holds_is_reworded_changes_or_ends()
    {
        ClaimStatement[] then = [Window(1000, "A"), Window(2000, "B", quoted: "2K"), Window(3000, "C"), Window(4000, "D")];
        ClaimStatement[] now = [Window(3500, "C"), Window(2000, "B", "https://b.example/new", "2,000"), Window(1000, "A")];
        var fates = ClaimFates.Of(then, now);
        fates.Fates.ShouldBe([(ClaimFate.Holds, 2), (ClaimFate.Reworded, 1), (ClaimFate.Changed, 0), (ClaimFate.Ended, null)]);
        fates.New.ShouldBeEmpty();
    }

    [Fact]
    public void Another_source_is_new_and_never_takes_the_place_of_one_that_went()
    {
        var fates = ClaimFates.Of([Window(1000, "A")], [Window(1000, "B")]);
        fates.Fates.ShouldBe([(ClaimFate.Ended, null)]);
        fates.New.ShouldBe([0]);
    }

    [Fact]
    public void Of_two_pages_of_one_publisher_each_is_held_against_itself()
    {
        ClaimStatement[] then = [Window(1000, url: "https://m.example/1"), Window(2000, url: "https://m.example/2")];
        ClaimStatement[] now = [Window(2500, url: "https://m.example/2"), Window(1000, url: "https://m.example/1")];
        ClaimFates.Of(then, now).Fates.ShouldBe([(ClaimFate.Holds, 1), (ClaimFate.Changed, 0)]);
    }

    [Fact]
    public void A_second_result_or_name_is_new_and_changes_none()
    {
        static ClaimStatement Score(decimal value, string benchmark) => Says(Property.Result, new ClaimValue.Score(new() { Benchmark = benchmark, Value = value, Unit = "percent" }));
        static ClaimStatement Alias(string name) => Says(Property.Alias, new ClaimValue.Words(name));
        var fates = ClaimFates.Of([Score(50, "quiz"), Alias("owl")], [Score(50, "quiz"), Score(60, "exam"), Alias("owl"), Alias("eule")]);
        fates.Fates.ShouldBe([(ClaimFate.Holds, 0), (ClaimFate.Holds, 2)]);
        fates.New.ShouldBe([1, 3]);
        ClaimFates.Of([Score(50, "quiz")], [Score(55, "quiz")]).Fates.ShouldBe([(ClaimFate.Changed, 0)]);
    }
}
