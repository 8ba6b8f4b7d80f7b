using System.Net;
using Assay.Host.Web.Html;
using Shouldly;
using Xunit;

namespace Assay.Tests.Web;

/// <summary>A page of a past day is of that day throughout, and its links do not leave it.</summary>
public sealed class PinnedDayTests(CuratedSite site)
{
    private const string Day = "2026-01-15";

    public static TheoryData<string> Pages =>
        ["/", "/models", "/models?q=gemma", "/compare", "/compare/gpt-4o-vs-gpt-4o-mini", "/models/openai/gpt-4o", "/providers/openai", "/changes", "/lifecycle", "/benchmarks", "/benchmarks/swe-bench-verified", "/methodology"];

    public static TheoryData<string> Twins =>
        ["/index.json", "/models.json", "/compare/gpt-4o-vs-gpt-4o-mini.json", "/models/openai/gpt-4o.json", "/providers/openai.json", "/changes.json", "/lifecycle.json", "/benchmarks.json", "/benchmarks/swe-bench-verified.json",
            "/api/v1/models", "/api/v1/models/openai/gpt-4o", "/api/v1/compare?models=gpt-4o,gpt-4o-mini", "/api/v1/changes", "/api/v1/lifecycle", "/feed.json", "/feed.atom"];

    private static string On(string address, string day) => $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}asof={day}";

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Says_so_and_keeps_the_day_in_every_link_and_form(string address)
    {
        var page = await site.Page(On(address, Day));
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldContain($"As of {Day}: what sources said by then, and nothing later.");
        page.Html.ShouldContain($"href=\"{address.Replace("&", "&amp;", StringComparison.Ordinal)}\" data-unpinned>Back to today</a>");
        var inner = page.Links.Where(l => l.StartsWith('/') && !l.Contains('.', StringComparison.Ordinal) && l != address).ToArray();
        inner.ShouldNotBeEmpty();
        inner.ShouldAllBe(l => l.Contains($"asof={Day}", StringComparison.Ordinal));
        page.Html.Split("<form").Skip(1).ShouldAllBe(f => f.Split("</form>", StringSplitOptions.None)[0].Contains("name=\"asof\"", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Twins))]
    public async Task Has_nothing_from_a_source_dated_later(string address)
    {
        using var reply = await site.Client.GetAsync(new Uri(On(address, Day), UriKind.Relative));
        reply.StatusCode.ShouldBe(HttpStatusCode.OK);
        if (address.EndsWith(".atom", StringComparison.Ordinal)) return;
        HistoryPagesTests.DatesOf(System.Text.Json.Nodes.JsonNode.Parse(await reply.Content.ReadAsStringAsync())!).ShouldAllBe(d => d.Earliest <= new DateOnly(2026, 1, 15));
    }

    [Theory]
    [InlineData("2030")]
    [InlineData("2026-11-22")]
    [InlineData("soon")]
    public async Task A_day_to_come_or_no_day_is_refused_everywhere(string day)
    {
        foreach (var address in Pages.Where(p => p.Data is not "/methodology").Select(p => p.Data).Concat(Twins.Select(t => t.Data)))
        {
            using var reply = await site.Client.GetAsync(new Uri(On(address, day), UriKind.Relative));
            reply.StatusCode.ShouldBe(HttpStatusCode.BadRequest, address);
            WebUtility.HtmlDecode(await reply.Content.ReadAsStringAsync()).Replace("\\u0027", "'", StringComparison.Ordinal).ShouldContain($"'{day}' is", customMessage: address);
        }
    }

    [Theory]
    [InlineData("2026")]
    [InlineData("2026-11")]
    public async Task A_month_or_year_that_is_not_over_is_today(string period)
    {
        var page = await site.Page($"/models/openai/gpt-4o?asof={period}");
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldNotContain("nothing later");
    }

    [Theory]
    [InlineData("/models/openai/gpt-5", "2024-01-01")]
    [InlineData("/providers/openai", "1990")]
    public async Task What_was_not_known_yet_is_said_to_be_so(string address, string day)
    {
        var page = await site.Page(On(address, day));
        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Text.ShouldContain($"was not known by {day}");
        page.Text.ShouldNotContain("nothing later");
    }

    [Theory]
    [InlineData("/models", "/models?asof=2026")]
    [InlineData("/models?q=a#x", "/models?q=a&asof=2026#x")]
    [InlineData("?page=2", "?page=2&asof=2026")]
    [InlineData("/models?asof=2025", "/models?asof=2025")]
    [InlineData("#e1", "#e1")]
    [InlineData("https://example.org/a", "https://example.org/a")]
    [InlineData("//example.org/a", "//example.org/a")]
    public void An_address_takes_the_day(string href, string pinned) => PinnedLinks.Pinned(href, "2026").ShouldBe(pinned);
}
