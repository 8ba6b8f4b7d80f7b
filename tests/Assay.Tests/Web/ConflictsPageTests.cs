using System.Net;
using System.Text.Json.Nodes;
using Assay.Adapters.Importers;
using Assay.Catalog;
using Shouldly;
using Xunit;

namespace Assay.Tests.Web;

/// <summary>The page of conflicts with lists of our own making; and how heavy it is with the real ones.</summary>
public sealed class ConflictsPageTests
{
    [Fact]
    public async Task Each_value_stands_with_its_source_and_date_and_what_is_shown_and_why()
    {
        using var site = new Site(Small());
        using var client = site.CreateClient();
        var html = WebUtility.HtmlDecode(await client.GetStringAsync(new Uri("/conflicts", UriKind.Relative)));
        html.ShouldContain("LiteLLM gives $2.00, which models.dev gave until 2026-05-12; models.dev now gives $0.50.");
        html.ShouldContain("href=\"https://models.dev/api.json\"");
        html.ShouldContain(", as of 2026-07-01");
        html.ShouldContain("Shown on pages: ");
        html.ShouldContain("/conflicts?class=max_input");
    }

    [Fact]
    public async Task The_twin_and_the_api_say_the_same_and_page()
    {
        using var site = new Site(Small());
        using var client = site.CreateClient();
        var twin = await client.GetStringAsync(new Uri("/conflicts.json?page_size=2&page=2", UriKind.Relative));
        twin.ShouldBe(await client.GetStringAsync(new Uri("/api/v1/conflicts?page_size=2&page=2", UriKind.Relative)));
        var list = JsonNode.Parse(twin)!;
        list["conflicts"]!.AsArray().Count.ShouldBe(2);
        list["total"]!.GetValue<int>().ShouldBe(list["classes"]!.AsArray().Sum(c => c!["count"]!.GetValue<int>()));
        foreach (var conflict in list["conflicts"]!.AsArray()) conflict!["values"]!.AsArray().Count(v => v!["picked"]!.GetValue<bool>()).ShouldBe(1);
    }

    [Theory]
    [InlineData("/conflicts?class=odd", "'odd' is not a class")]
    [InlineData("/conflicts?asof=yesterday", "'yesterday' is not a date")]
    [InlineData("/api/v1/conflicts?field=colour", "'colour' is not a field")]
    public async Task What_cannot_be_read_is_answered_with_400_and_what_is_allowed(string address, string fault)
    {
        using var site = new Site(Small());
        using var client = site.CreateClient();
        using var reply = await client.GetAsync(new Uri(address, UriKind.Relative));
        reply.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        WebUtility.HtmlDecode((await reply.Content.ReadAsStringAsync()).Replace("\\u0027", "'", StringComparison.Ordinal)).ShouldContain(fault);
    }

    [Fact]
    public async Task A_disputed_figure_and_the_sources_of_a_page_lead_to_its_conflicts()
    {
        using var site = new Site(Small());
        using var client = site.CreateClient();
        var html = await client.GetStringAsync(new Uri("/models/acme/owl-7b", UriKind.Relative));
        html.ShouldContain("/conflicts?offer=freight%2Facme%2Fowl-7b");
        html.ShouldContain("/conflicts?model=acme%2Fowl-7b");
    }

    [Fact]
    public async Task A_page_of_the_real_lists_is_under_100_KB_compressed()
    {
        var catalogs = TestData.Shared("catalogs");
        using var site = new Site(Lists(("models.dev", TestData.Shared("models.dev")), ("litellm", Path.Combine(catalogs, "litellm", "asof-2026-07-01")), ("portkey", Path.Combine(catalogs, "portkey", "asof-2026-07-01"))));
        using var client = site.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/conflicts");
        request.Headers.Add("Accept-Encoding", "br");
        using var reply = await client.SendAsync(request);
        (await reply.Content.ReadAsByteArrayAsync()).Length.ShouldBeInRange(2_000, 100_000);
    }

    private static FixedClaims Small()
    {
        var folder = Path.Combine(Folders.Repository, "tests", "Assay.Tests", "Data", "conflicts-small");
        return Lists(("models.dev", Path.Combine(folder, "api.json")), ("models.dev-history", Path.Combine(folder, "price_history.csv")), ("litellm", Path.Combine(folder, "model_prices_and_context_window.json")));
    }

    private static FixedClaims Lists(params (string Format, string Path)[] lists) => new([.. lists.SelectMany(l => Parse(l.Format, l.Path))]);

    private static IReadOnlyList<Claim> Parse(string format, string path)
    {
        var importer = ImportFormats.Get(format);
        return importer.Parse(importer.Read(path), new() { Today = Site.Today, Date = new(2026, 7, 1) }).Claims;
    }
}
