using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Assay.Tests.Web;

/// <summary>The comparison that the reference page gets wrong in every way: what Assay must say of it.</summary>
public sealed class ScenarioTests(CuratedSite site)
{
    private Task<Page> Page() => site.Page(CuratedSite.Scenario);
    private Task<JsonNode> Json() => site.Json(CuratedSite.Scenario + ".json");

    [Fact]
    public async Task The_banner_says_when_the_model_was_shut_down_and_what_follows_it()
    {
        var html = (await Page()).Html;
        var banner = html[html.IndexOf("<div class=\"banner\"", StringComparison.Ordinal)..];
        banner = banner[..banner.IndexOf("</div>", StringComparison.Ordinal)];
        banner.ShouldContain("GPT-4 Vision Preview was shut down on 2024-12-06");
        banner.ShouldContain("GPT-4o");
        html.IndexOf("class=\"banner\"", StringComparison.Ordinal).ShouldBeLessThan(html.IndexOf("<h2>Verdict</h2>", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_model_that_was_shut_down_is_not_the_pick_and_has_no_current_cost()
    {
        var json = await Json();
        json["verdict"]!["winner"]!.GetValue<string>().ShouldBe("A");
        json["cost"]![1]!["usd_per_month"].ShouldBeNull();
        json["cost"]![1]!["why"]!.GetValue<string>().ShouldContain("2024-12-06");
        json["continue"]!.AsArray().Select(c => c!["model"]!.GetValue<string>()).ShouldContain("openai/gpt-4o");
    }

    [Fact]
    public async Task The_output_price_at_azure_is_disputed_with_both_values_and_their_sources()
    {
        var offer = (await Json())["models"]![1]!["offers"]!.AsArray().Single(o => o!["id"]!.GetValue<string>() == "azure/gpt-4-vision-preview")!;
        var price = offer["prices"]!["output"]!;
        price["state"]!.GetValue<string>().ShouldBe("disputed");
        price["value"]!.GetValue<decimal>().ShouldBe(30);
        var said = price["claims"]!.AsArray().Select(c => (c!["source"]!.GetValue<string>(), c["display"]!.GetValue<string>())).ToArray();
        said.ShouldContain(("Microsoft", "$30.00"));
        said.ShouldContain(("LLM Reference", "$40.00"));
        var offers = (await Page()).Section("offers");
        offers.ShouldContain("$30.00");
        offers.ShouldContain("also said: $40.00");
        (await Page()).Section("provenance").ShouldContain("$30.00 against $40.00");
    }

    [Fact]
    public async Task Vision_is_yes_because_the_maker_says_so_and_the_reference_pages_no_is_shown_as_the_losing_claim()
    {
        var vision = (await Json())["models"]![0]!["capabilities"]!["vision"]!;
        vision["value"]!.GetValue<bool>().ShouldBeTrue();
        vision["display"]!.GetValue<string>().ShouldBe("yes");
        var claims = vision["claims"]!.AsArray();
        claims.Single(c => c!["picked"]!.GetValue<bool>())!["source"]!.GetValue<string>().ShouldBe("Google");
        var losing = claims.Where(c => c!["display"]!.GetValue<string>() == "no").ShouldHaveSingleItem()!;
        losing["source"]!.GetValue<string>().ShouldBe("LLM Reference");
        losing["picked"]!.GetValue<bool>().ShouldBeFalse();
        (await Page()).Section("capabilities").ShouldMatch("(?m)^Vision.*yes");
    }

    [Fact]
    public async Task The_bill_is_of_one_offer_and_its_lines_add_up()
    {
        var json = await Json();
        foreach (var bill in (JsonNode[])[json["cost"]![0]!, json["cost"]![1]!["last_known"]!])
        {
            var offer = bill["offer"]!.GetValue<string>();
            var total = bill["usd_per_month"]!.GetValue<decimal>();
            var lines = bill["lines"]!.AsArray();
            lines.Select(l => l!["kind"]!.GetValue<string>()).ShouldBe(["input", "output"]);
            lines.Sum(l => l!["usd"]!.GetValue<decimal>()).ShouldBe(total);
            var prices = json["models"]!.AsArray().SelectMany(m => m!["offers"]!.AsArray()).Single(o => o!["id"]!.GetValue<string>() == offer)!["prices"]!;
            foreach (var line in lines)
            {
                var price = line!["unit_price"]!.GetValue<decimal>();
                price.ShouldBe(prices[line["kind"]!.GetValue<string>()]!["value"]!.GetValue<decimal>());
                line["usd"]!.GetValue<decimal>().ShouldBe(line["quantity"]!.GetValue<decimal>() * price / 1_000_000m);
            }
        }
        json["cost"]![0]!["usd_per_month"]!.GetValue<decimal>().ShouldBe(64.5m);
        json["cost"]![1]!["last_known"]!["usd_per_month"]!.GetValue<decimal>().ShouldBe(15_500m);
    }

    [Fact]
    public async Task No_offer_is_cheaper_than_the_one_billed()
    {
        var json = await Json();
        var known = json["models"]![0]!["offers"]!.AsArray().Select(o => o!["usd_per_month"]).OfType<JsonNode>().Select(n => n.GetValue<decimal>()).Where(n => n > 0);
        known.Min().ShouldBe(json["cost"]![0]!["usd_per_month"]!.GetValue<decimal>());
    }

    [Theory]
    [InlineData(CuratedSite.Scenario)]
    [InlineData("/compare/gpt-4o-vs-gpt-4o-mini")]
    [InlineData("/compare/gemma-4-26b-a4b-it-vs-gpt-5.2")]
    [InlineData("/compare/gpt-4o-vs-gemini-2.5-pro-vs-claude-sonnet-4-5")]
    public async Task Percentages_are_of_the_dearer_and_lie_between_0_and_100(string address)
    {
        var text = (await site.Page(address)).Text;
        text.ShouldNotContain("4900");
        Regex.Count(text, "% cheaper|% more expensive|x more\\b").ShouldBe(0);
        var lower = Regex.Matches(text, "([\\d.,]+)\\s*% (?:lower|below|less)").Select(m => decimal.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture)).ToArray();
        lower.ShouldNotBeEmpty();
        lower.ShouldAllBe(p => p > 0 && p < 100);
    }

    [Fact]
    public async Task A_rumour_is_marked_as_one_and_kept_out_of_prose()
    {
        var parameters = (await Json())["models"]![1]!["specs"]!["parameters_total"]!;
        parameters["unconfirmed"]!.GetValue<bool>().ShouldBeTrue();
        (await Page()).Section("specs").ShouldMatch("Parameters, total.*unconfirmed");
        (await Page()).Section("overview").ShouldNotContain("1.76T");
        (await Page()).Section("tradeoffs").ShouldNotContain("1.76T");
        (await Page()).Section("deep-dive").ShouldNotContain("1.76T");
    }

    [Fact]
    public async Task No_price_above_nothing_is_shown_as_nothing_and_no_placeholder_date_is_a_release()
    {
        var page = await Page();
        page.Text.ShouldNotMatch("\\$0\\.00(?!\\d)");
        page.Section("specs").ShouldMatch("(?m)^Released.*2025-03-12");
        page.Section("specs").ShouldNotContain("2025-01-01");
    }

    [Fact]
    public async Task An_open_licence_is_not_called_open_source_unless_it_is()
    {
        var page = await Page();
        page.Section("faq").ShouldNotMatch("Gemma 3 12B Instruct is open source");
        page.Section("specs").ShouldContain("Gemma Terms of Use");
    }
}
