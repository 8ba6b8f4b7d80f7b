using System.Text.Json.Nodes;
using Assay.Host.Mcp;
using Shouldly;
using Xunit;

namespace Assay.Tests.Mcp;

public sealed class SelectionTests
{
    private static readonly JsonNode View = JsonNode.Parse("""{"id":"a","cost":{"usd":1,"lines":[{"kind":"input","usd":1,"more":2}]},"offers":[{"id":1,"x":1},{"id":2,"x":2},{"id":3,"x":3}],"left":true}""")!;

    [Theory]
    [InlineData("id", """{"id":"a"}""")]
    [InlineData("id,cost(usd)", """{"id":"a","cost":{"usd":1}}""")]
    [InlineData("cost(lines(kind))", """{"cost":{"lines":[{"kind":"input"}]}}""")]
    [InlineData("offers[2](id),none", """{"offers":[{"id":1},{"id":2},{"id":3}]}""")]
    public void A_selection_keeps_what_it_names(string selection, string kept) => Selection.Of(selection).From(View)!.ToJsonString().ShouldBe(kept);

    [Theory]
    [InlineData("id,")]
    [InlineData("cost(usd")]
    [InlineData("offers(id))")]
    public void A_selection_that_breaks_off_is_a_fault_of_the_program(string selection) => Should.Throw<Exception>(() => Selection.Of(selection).From(View));

    [Fact]
    public void What_does_not_fit_is_left_out_and_told()
    {
        var view = new JsonObject { ["id"] = "a", ["offers"] = new JsonArray([.. Enumerable.Range(0, 100).Select(i => (JsonNode)new JsonObject { ["id"] = i, ["text"] = new string('x', 50) })]) };
        var lists = Selection.Of("id,offers[]").Lists.ToArray();
        var brief = view.DeepClone().AsObject();
        Fitting.Brief(brief, lists, 3_000);
        Fitting.Size(brief).ShouldBeLessThan(3_000);
        brief["cut"]![0]!.ToJsonString().ShouldStartWith("""{"list":"offers","from":0,"shown":""");
        brief["cut"]![0]!["total"]!.GetValue<int>().ShouldBe(100);

        var (seen, cursor) = (new List<int>(), (string?)null);
        do
        {
            var page = Fitting.Page(view.DeepClone().AsObject(), lists, cursor, 3_000, out var problem)!;
            problem.ShouldBeNull();
            Fitting.Size(page).ShouldBeLessThan(3_000);
            page["id"]!.GetValue<string>().ShouldBe("a");
            seen.AddRange(page["offers"]!.AsArray().Select(o => o!["id"]!.GetValue<int>()));
            cursor = page["next_cursor"]?.GetValue<string>();
        } while (cursor is not null);
        seen.ShouldBe(Enumerable.Range(0, 100));
    }

    [Fact]
    public void A_list_that_is_not_on_a_page_is_absent_and_one_that_is_empty_is_empty()
    {
        var view = JsonNode.Parse($$"""{"first":[],"second":["{{new string('x', 900)}}","{{new string('y', 900)}}"],"third":[1]}""")!.AsObject();
        var page = Fitting.Page(view, [.. Selection.Of("first[],second[],third[]").Lists], null, 1_900, out _)!;
        page["first"]!.AsArray().ShouldBeEmpty();
        page["second"]!.AsArray().ShouldHaveSingleItem();
        page.ContainsKey("third").ShouldBeFalse();
        page["cut"]!.AsArray().Select(c => c!["list"]!.GetValue<string>()).ShouldBe(["second", "third"]);
    }

    [Fact]
    public void Claims_are_who_says_it_and_when_and_what_nobody_says_is_just_that()
    {
        const string claim = """{"source":"S","url":"u","rank":"vendor","as_of":"2026-01-01","retrieved":null,"value":"7","display":"7","quoted":"7","scope":"model=a","picked":true}""";
        var view = JsonNode.Parse($$$"""{"known":{"state":"known","value":7,"display":"7","claims":[{{{claim}}},{{{claim}}}]},"unknown":{"state":"unknown","value":null,"display":"unknown","why":"no source","claims":[]}}""");
        Evidence.Shorten(view, 1, brief: true);
        view!["known"]!.ToJsonString().ShouldBe("""{"state":"known","value":7,"display":"7","claims":[{"source":"S","url":"u","as_of":"2026-01-01"}],"more_claims":1}""");
        view["unknown"]!.ToJsonString().ShouldBe("""{"state":"unknown","display":"unknown"}""");
    }
}
