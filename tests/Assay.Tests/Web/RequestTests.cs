using System.Net;
using Shouldly;
using Xunit;

namespace Assay.Tests.Web;

public sealed class RequestTests(CuratedSite site)
{
    private async Task<(HttpStatusCode Status, string? Location)> Ask(string address)
    {
        using var reply = await site.Plain.GetAsync(new Uri(address, UriKind.Relative));
        return (reply.StatusCode, reply.Headers.Location?.ToString());
    }

    [Theory]
    [InlineData("/compare/gemma-3-12b-vs-gpt-4v?in=5M&diff=1", CuratedSite.Scenario + "?in=5M&diff=1")]
    [InlineData("/compare/gemma-3-12b-instruct-vs-gpt-4-vision-preview", CuratedSite.Scenario)]
    [InlineData("/compare/GEMMA-3-12B-IT-vs-GPT-4-Vision-Preview", CuratedSite.Scenario)]
    public async Task Other_names_lead_to_the_canonical_address_and_keep_the_query(string asked, string canonical) =>
        (await Ask(asked)).ShouldBe((HttpStatusCode.MovedPermanently, canonical));

    [Theory]
    [InlineData("/compare/no-such-thing-vs-gpt-4o?in=5M", "/compare?m=no-such-thing&m=gpt-4o&in=5M")]
    [InlineData("/compare/openai%2Fgpt-4o-vs-no-such-thing", "/compare?m=openai%2Fgpt-4o&m=no-such-thing")]
    public async Task A_name_that_means_nothing_leads_to_the_picker_with_all_that_was_asked(string asked, string picker) =>
        (await Ask(asked)).ShouldBe((HttpStatusCode.Redirect, picker));

    [Fact]
    public async Task A_twin_asked_for_a_day_before_a_model_says_so()
    {
        using var reply = await site.Plain.GetAsync(new Uri("/api/v1/compare?models=gemma-3-12b-it,gpt-4-vision-preview&as_of=2024-01-01", UriKind.Relative));
        reply.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await reply.Content.ReadAsStringAsync()).ShouldContain("was not known by 2024-01-01");
    }

    [Fact]
    public async Task The_start_page_has_a_twin()
    {
        var json = await site.Plain.GetStringAsync(new Uri("/index.json", UriKind.Relative));
        json.ShouldContain("\"verdict\":");
        json.ShouldContain("/compare/gemma-3-12b-it-vs-gpt-4-vision-preview");
    }

    [Fact]
    public async Task A_provider_page_refuses_traffic_it_cannot_read() => (await Ask("/providers/openai?in=lots")).Status.ShouldBe(HttpStatusCode.BadRequest);

    [Theory]
    [InlineData("/compare?m=google/gemma-3-12b-it&m=openai/gpt-4-vision-preview", CuratedSite.Scenario)]
    [InlineData("/compare?m=gemma-3-12b&m=&m=gpt-4v&in=5M&diff=1", CuratedSite.Scenario + "?in=5M&diff=1")]
    [InlineData("/compare?m=openrouter/google/gemma-3-12b-it&m=gpt-4-vision-preview", CuratedSite.Scenario)]
    public async Task The_picker_leads_to_the_comparison(string asked, string comparison) =>
        (await Ask(asked)).ShouldBe((HttpStatusCode.Redirect, comparison));

    [Fact]
    public async Task A_canonical_address_is_named_by_the_page()
    {
        var page = await site.Page(CuratedSite.Scenario + "?in=5M");
        page.Html.ShouldContain($"<link rel=\"canonical\" href=\"http://localhost{CuratedSite.Scenario}\">");
    }

    [Fact]
    public async Task A_model_page_asked_by_another_name_leads_to_its_own() =>
        (await Ask("/models/openai/gpt-4v?in=5M")).Location.ShouldBeOneOf("/models/openai/gpt-4-vision-preview?in=5M", null);

    [Fact]
    public async Task An_unknown_name_is_404_with_the_nearest_names_and_keeps_the_other()
    {
        var page = await site.Page("/compare?m=gemma-3-12b-itt&m=gpt-4o");
        page.Status.ShouldBe(HttpStatusCode.NotFound);
        page.Text.ShouldContain("No model is called ‘gemma-3-12b-itt’");
        page.Links.ShouldContain("/compare?m=gemma-3-12b-it&m=gpt-4o");
        page.Html.ShouldContain("value=\"gpt-4o\"");
        page.Html.ShouldContain("value=\"gemma-3-12b-itt\"");
    }

    [Fact]
    public async Task An_unknown_name_in_a_permalink_is_404_with_the_nearest_names()
    {
        var page = await site.Page("/compare/gemma-3-12b-itt-vs-gpt-4o?in=5M");
        page.Status.ShouldBe(HttpStatusCode.NotFound);
        page.Links.ShouldContain(l => l.Contains("gemma-3-12b-it&", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_ambiguous_name_lists_its_candidates()
    {
        using var shop = new Site(new FixedClaims(new TestCatalog().With("one/twin", "Twin of One").With("two/twin", "Twin of Two").With("two/other", "Other").Claims));
        using var client = shop.CreateClient();
        var page = await Page.Get(client, "/compare?m=twin&m=other");
        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Text.ShouldContain("‘twin’ means several models");
        page.Text.ShouldContain("one/twin");
        page.Text.ShouldContain("two/twin");
        using var reply = await client.GetAsync(new Uri("/api/v1/compare?models=twin,other", UriKind.Relative));
        reply.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await reply.Content.ReadAsStringAsync()).ShouldContain("one/twin");
    }

    [Theory]
    [InlineData("/compare?m=gpt-4o", "Only 'GPT-4o' is given: name at least 2 models.")]
    [InlineData("/compare?m=gpt-4o&m=gpt-4o", "'GPT-4o' is given twice")]
    [InlineData("/compare?m=gpt-4o&m=gpt-4o-mini&m=gpt-4&m=gpt-5&m=gpt-5.1&m=gpt-5.2&m=o3", "7 models are given: compare at most 6 at a time.")]
    [InlineData("/compare/gpt-4o", "Only 'GPT-4o' is given: name at least 2 models.")]
    [InlineData("/compare/gpt-4o-vs-gpt-4o", "'GPT-4o' is given twice")]
    public async Task Too_few_too_many_or_the_same_twice_is_said_and_can_be_mended(string address, string sentence)
    {
        var page = await site.Page(address);
        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Text.ShouldContain(sentence);
        page.Html.ShouldContain("value=\"gpt-4o\"");
    }

    [Theory]
    [InlineData("models=gpt-4o")]
    [InlineData("models=gpt-4o,gpt-4o")]
    [InlineData("models=gpt-4o,gpt-4o-mini,gpt-4,gpt-5,gpt-5.1,gpt-5.2,o3")]
    [InlineData("models=gpt-4o,gpt-4o-mini&baseline=gpt-5")]
    [InlineData("models=gpt-4o,gpt-4o-mini&baseline=nothing")]
    public async Task The_api_refuses_the_same_with_a_sentence(string query)
    {
        using var reply = await site.Client.GetAsync(new Uri("/api/v1/compare?" + query, UriKind.Relative));
        reply.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var problems = System.Text.Json.Nodes.JsonNode.Parse(await reply.Content.ReadAsStringAsync())!["problems"]!.AsArray();
        problems.ShouldHaveSingleItem()!.GetValue<string>().ShouldEndWith(".");
    }

    [Theory]
    [InlineData("in", "many")]
    [InlineData("in", "-5")]
    [InlineData("in", "1e400")]
    [InlineData("in", "800 M tokens")]
    [InlineData("in", "99999999999999999999999")]
    [InlineData("in", "NaN")]
    [InlineData("out", "∞")]
    [InlineData("out", "-1M")]
    [InlineData("requests", "some")]
    [InlineData("requests", "-1")]
    [InlineData("cached", "1.5")]
    [InlineData("cached", "130%")]
    [InlineData("cached", "-0.1")]
    [InlineData("batch", "half")]
    [InlineData("batch", "2")]
    [InlineData("images", "a few")]
    [InlineData("images", "-1")]
    [InlineData("asof", "yesterday")]
    [InlineData("asof", "2025-13-01")]
    [InlineData("asof", "2025-02-30")]
    [InlineData("in", "<script>alert(1)</script>")]
    [InlineData("asof", "\"><img src=x>")]
    public async Task Nonsense_in_a_field_is_refused_with_the_value_named_and_kept(string field, string value)
    {
        var page = await site.Page($"{CuratedSite.Scenario}?{field}={Uri.EscapeDataString(value)}");
        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Section("overview").ShouldContain($"'{value}' is not");
        page.Field(field).ShouldBe(value);
        page.Html.ShouldNotContain("<script>alert");
        page.Html.ShouldNotContain("<img");
        page.Section("overview").ShouldContain("$64.50");
        using var twin = await site.Client.GetAsync(new Uri($"{CuratedSite.Scenario}.json?{field}={Uri.EscapeDataString(value)}", UriKind.Relative));
        twin.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("in")]
    [InlineData("out")]
    [InlineData("requests")]
    [InlineData("cached")]
    [InlineData("batch")]
    [InlineData("images")]
    [InlineData("asof")]
    public async Task The_field_at_fault_is_marked_and_no_other(string field)
    {
        var page = await site.Page($"{CuratedSite.Scenario}?{field}=what");
        foreach (var other in (string[])["in", "out", "requests", "cached", "batch", "images", "asof"]) page.Invalid(other).ShouldBe(other == field, other);
    }

    [Fact]
    public async Task Several_faults_are_all_named_at_once()
    {
        var overview = (await site.Page($"{CuratedSite.Scenario}?in=a&out=b&cached=c")).Section("overview");
        overview.ShouldContain("'a'");
        overview.ShouldContain("'b'");
        overview.ShouldContain("'c'");
    }

    [Theory]
    [InlineData("in=0&out=0")]
    [InlineData("in=1&out=0")]
    [InlineData("in=9000000000000000000&out=9000000000000000000")]
    [InlineData("cached=1&batch=1")]
    [InlineData("cached=100%25&images=1000")]
    [InlineData("requests=0")]
    [InlineData("asof=0001-01-01")]
    [InlineData("asof=9999-12-31")]
    [InlineData("asof=1999")]
    public async Task The_edges_of_what_is_allowed_do_not_break_a_page(string query) =>
        ((int)(await site.Page($"/compare/gpt-4o-vs-gpt-4o-mini?{query}")).Status).ShouldBeLessThan(500);
}

internal static class TestCatalogs
{
    public static TestCatalog With(this TestCatalog catalog, string id, string name)
    {
        catalog.Model(id, name);
        return catalog;
    }
}
