using Assay.Catalog;
using Shouldly;
using Xunit;

namespace Assay.Tests.Web;

public sealed class EscapingTests
{
    private const string Hostile = "<script>alert('x')</script>\"><img src=x onerror=alert(1)>";

    private static Site Shop()
    {
        var catalog = new TestCatalog { Day = Site.Today };
        var source = TestCatalog.From(Hostile, SourceRank.Community, url: "https://example.org/?a=\"><script>alert(2)</script>");
        catalog.Provider("shop", Hostile);
        catalog.Model("acme/hostile", Hostile).Is(Property.ContextWindow, 128_000).Is(Property.Licence, Hostile).Is(Property.Architecture, Hostile).Set(Property.ModalitiesIn, "text", Hostile)
            .Is(Property.Family, "family " + Hostile).Is(Property.Alias, Hostile + "-alias").Is(Property.ClaimOfRank, Hostile).Has(Capability.Vision).Offer("shop/<b>hostile</b>", 1, 2);
        catalog.Add(TestCatalog.Claim(Subject.Model("acme/hostile"), Property.MaxOutput, new ClaimValue.Number(4096), source) with { Quoted = Hostile, Note = Hostile });
        catalog.Say(Subject.Organization("acme"), Property.DisplayName, new ClaimValue.Words(Hostile));
        catalog.Model("acme/plain", "Plain & simple").Is(Property.ContextWindow, 8_192).Offer("shop/plain", 3, 4);
        return new(new FixedClaims(catalog.Claims));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/models")]
    [InlineData("/models?q=%3Cscript%3Ealert(3)%3C/script%3E&sort=%22%3E%3Cimg%3E&filter=%3Cimg%3E%3D1")]
    [InlineData("/models/acme/hostile")]
    [InlineData("/providers/shop")]
    [InlineData("/compare?m=acme/plain&m=acme/hostile")]
    [InlineData("/compare?m=acme/hostile&m=%3Cscript%3Ealert(3)%3C/script%3E")]
    [InlineData("/nothing/%3Cscript%3Ealert(3)%3C/script%3E")]
    public async Task Hostile_names_are_shown_as_text(string address)
    {
        using var site = Shop();
        using var client = site.CreateClient();
        var page = await Page.Get(client, address);
        ((int)page.Status).ShouldBeLessThan(500);
        page.Html.ShouldNotContain("<script>alert");
        page.Html.ShouldNotContain("<img");
        page.Html.ShouldNotContain("<b>");
        page.Html.ShouldNotContain("&amp;amp;");
    }

    [Fact]
    public async Task A_page_of_a_hostile_name_still_shows_it()
    {
        using var site = Shop();
        using var client = site.CreateClient();
        (await Page.Get(client, "/models/acme/hostile")).Text.ShouldContain(Hostile);
        (await Page.Get(client, "/models/acme/plain")).Title.ShouldContain("Plain & simple");
    }

    [Fact]
    public async Task The_markup_for_search_engines_cannot_be_left_by_a_name()
    {
        using var site = Shop();
        using var client = site.CreateClient();
        var page = await Page.Get(client, "/compare?m=acme/plain&m=acme/hostile");
        var start = page.Html.IndexOf("application/ld+json", StringComparison.Ordinal);
        var end = page.Html.IndexOf("</script>", start, StringComparison.Ordinal);
        page.Html[start..end].ShouldNotContain("<");
    }

    [Fact]
    public async Task An_address_that_would_run_a_script_is_no_link()
    {
        var catalog = new TestCatalog { Day = Site.Today };
        catalog.Model("acme/a", "A");
        catalog.Say(Subject.Model("acme/a"), Property.ContextWindow, new ClaimValue.Number(1000), TestCatalog.From("Bad", url: "javascript:alert(1)"));
        using var site = new Site(new FixedClaims(catalog.Claims));
        using var client = site.CreateClient();
        (await Page.Get(client, "/models/acme/a")).Links.ShouldAllBe(l => !l.StartsWith("javascript", StringComparison.OrdinalIgnoreCase));
    }
}
