using System.Text.Json.Nodes;
using Assay.Catalog;
using Assay.Decisions;
using Assay.Units;
using Shouldly;
using Xunit;

namespace Assay.Tests.Decisions;

public sealed class CanonicalJsonTests
{
    // Made with Python's json and hashlib.
    [Fact]
    public void Text_and_hash_are_those_of_another_program()
    {
        var node = JsonNode.Parse("""{ "b": [1, 2.50, null, true], "a": "x\n\"\\\u00e9<\ud83d\ude00\u0001", "é": {}, "Z": [] }""");
        CanonicalJson.Text(node).ShouldBe("""{"Z":[],"a":"x\n\"\\é<😀\u0001","b":[1,2.5,null,true],"é":{}}""");
        CanonicalJson.Hash(node).ShouldBe("bbe0ae5e2fa4bd85626e536b807a4c07f4aa4c6949ad873e1d70297dfc868ec4");
    }

    [Theory]
    [InlineData("1.0", "1")]
    [InlineData("-0", "0")]
    [InlineData("1e3", "1000")]
    [InlineData("1.5E-3", "0.0015")]
    [InlineData("800000000.000", "800000000")]
    public void A_number_has_one_form(string written, string form) => CanonicalJson.Text(JsonNode.Parse(written)).ShouldBe(form);

    [Fact]
    public void A_number_that_cannot_be_held_is_named() => Should.Throw<FormatException>(() => CanonicalJson.Text(JsonNode.Parse("1e400"))).Message.ShouldContain("'1e400'");

    [Fact]
    public void Order_and_blanks_do_not_matter_and_everything_else_does()
    {
        static string Hash(string json) => CanonicalJson.Hash(JsonNode.Parse(json));
        Hash("""{"a":1,"b":[1,2]}""").ShouldBe(Hash("""{ "b": [ 1, 2.0 ], "a": 1 }"""));
        foreach (var other in (string[])["""{"a":1,"b":[2,1]}""", """{"a":"1","b":[1,2]}""", """{"a":1,"b":[1,2],"c":null}"""]) Hash(other).ShouldNotBe(Hash("""{"a":1,"b":[1,2]}"""));
    }

    [Fact]
    public void The_hash_of_a_claim_is_that_of_another_program_and_knows_no_days()
    {
        var source = TestCatalog.From("OpenRouter", SourceRank.Provider, "2026-05-13", "https://openrouter.ai/google/gemma-3-12b-it");
        var claim = TestCatalog.Claim(Subject.Offer("openrouter/google/gemma-3-12b-it"), Property.Price(PriceKind.Input), new ClaimValue.Number(0.04m), source) with { Quoted = "$0.04 / 1M “input”" };
        ClaimStatement.Of(claim).Hash.ShouldBe("eb321aa313daa85f1f35efa3bff8bf28f9951e06c616c8af6024e980656fdbb9");
        ClaimStatement.Of(claim with { Quoted = null, Source = source with { Url = null } }).Hash.ShouldBe("2b9c325c51477629367cc681a6061d84e4cc348399e6ce78b4f1e5fdf266663f");
        ClaimStatement.Of(claim with { Source = source with { AsOf = PartialDate.Parse("2026-11-01"), Retrieved = new(2026, 11, 2) }, Note = "later", To = new(2027, 1, 1) }).Hash.ShouldBe(ClaimStatement.Of(claim).Hash);
        ClaimStatement.Of(claim with { Value = new ClaimValue.Number(0.05m) }).Hash.ShouldNotBe(ClaimStatement.Of(claim).Hash);
    }
}
