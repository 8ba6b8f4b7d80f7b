using System.Net;
using System.Xml.Linq;
using Assay.Catalog;
using Assay.Drawing.Published;
using Assay.Tests.Web;
using Shouldly;
using Xunit;

namespace Assay.Tests.Publishing;

public sealed class BadgeTests
{
    private static Site Shop()
    {
        var catalog = new TestCatalog { Day = Site.Today };
        catalog.Provider("shop", "Shop");
        catalog.Model("acme/cheap", "Cheap").Is(Property.ContextWindow, 8_192).Is(Property.Licence, "mit").Offer("shop/cheap", 1, 2).Scored("quiz", 61.5m);
        catalog.Model("acme/dear", "Dear").Offer("shop/dear", 3, 4);
        catalog.Model("acme/silent", "Silent");
        catalog.Model("acme/gone", "Gone").Retired("2026-01-15").Offer("shop/gone", 1, 1);
        catalog.Model("acme/twin", "Twin").Offer("shop/twin", 1, 2);
        catalog.Say(Subject.Benchmark("quiz"), Property.DisplayName, new ClaimValue.Words("Quiz"));
        return new(new FixedClaims(catalog.Claims));
    }

    private static async Task<string> Words(string address)
    {
        using var site = Shop();
        using var client = site.CreateClient();
        var root = XDocument.Parse(await client.GetStringAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken)).Root!;
        // What is read aloud is what is drawn.
        var drawn = root.Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value).ToArray();
        root.Attribute("aria-label")!.Value.ShouldBe($"{drawn[0]}: {drawn[1]}, {drawn[2]}");
        root.Descendants().Single(e => e.Name.LocalName == "a").Attribute("href")!.Value.ShouldStartWith("http://localhost/");
        return root.Attribute("aria-label")!.Value;
    }

    [Theory]
    [InlineData("models/acme/cheap/context", "Cheap · context window: 8K, as of 2026-11-21")]
    [InlineData("models/acme/cheap/context-window", "Cheap · context window: 8K, as of 2026-11-21")]
    [InlineData("models/acme/cheap/price", "Cheap · price of 1M tokens: $1.00 in, $2.00 out, in doubt, as of 2026-11-21")]
    [InlineData("models/acme/cheap/cost", "Cheap · cost a month at 800M in, 250M out: $1,300, in doubt, as of 2026-11-21")]
    [InlineData("models/acme/cheap/cost", "Cheap · cost a month at 1M in, 0 out: $1.00, in doubt, as of 2026-11-21", "?in=1M&out=0")]
    [InlineData("models/acme/cheap/licence", "Cheap · licence: mit, as of 2026-11-21")]
    [InlineData("models/acme/cheap/quiz", "Cheap · Quiz: 61.5 %, as of 2026-11-21")]
    [InlineData("models/acme/dear/quiz", "Dear · Quiz: unknown, as of 2026-11-21")]
    [InlineData("models/acme/silent/context", "Silent · context window: unknown, as of 2026-11-21")]
    [InlineData("models/acme/silent/price", "Silent · price of 1M tokens: unknown, as of 2026-11-21")]
    [InlineData("models/acme/silent/cost", "Silent · cost a month at 800M in, 250M out: unknown, as of 2026-11-21")]
    [InlineData("models/acme/silent/lifecycle", "Silent · lifecycle: unknown, as of 2026-11-21")]
    [InlineData("models/acme/gone/lifecycle", "Gone · lifecycle: retired, ended on 2026-01-15, as of 2026-11-21")]
    [InlineData("models/acme/gone/price", "Gone · price of 1M tokens: no current cost, as of 2026-11-21")]
    [InlineData("cheap-vs-dear", "Cheap or Dear: cheaper: Cheap, $1,300 a month, in doubt, as of 2026-11-21")]
    [InlineData("cheap-vs-silent", "Cheap or Silent: cheaper: unknown, as of 2026-11-21")]
    [InlineData("cheap-vs-gone", "Cheap or Gone: cheaper: Cheap, the only one that can be called, as of 2026-11-21")]
    [InlineData("cheap-vs-twin", "Cheap or Twin: cheaper: the same, $1,300 a month, in doubt, as of 2026-11-21")]
    [InlineData("cheap-vs-dear-vs-twin", "3 models, Cheap among them: cheapest: Cheap and Twin, $1,300 a month, in doubt, as of 2026-11-21")]
    public async Task A_badge_says_what_is_known_and_as_of_when(string badge, string words, string query = "") => (await Words($"/embed/badge/{badge}.svg{query}")).ShouldBe(words);

    [Fact]
    public async Task What_a_badge_cannot_be_of_is_answered_with_what_it_can()
    {
        using var site = Shop();
        using var client = site.Plain();
        using var reply = await client.GetAsync(new Uri("/embed/badge/models/acme/cheap/charm.svg", UriKind.Relative), TestContext.Current.CancellationToken);
        reply.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("cost, price, lifecycle, context");
        using var turned = await client.GetAsync(new Uri("/embed/badge/dear-vs-cheap.svg", UriKind.Relative), TestContext.Current.CancellationToken);
        turned.Headers.Location!.ToString().ShouldBe("/embed/badge/cheap-vs-dear.svg");
    }

    [Fact]
    public void A_long_part_is_cut_and_what_acts_is_text()
    {
        var badge = new Badge(new string('W', 500), "</text><script>alert(1)</script>", "2026-07-02", "https://example.org/?a=1&b=\"");
        var root = XDocument.Parse(badge.Svg()).Root!;
        root.Descendants().Select(e => e.Name.LocalName).ShouldNotContain("script");
        decimal.Parse(root.Attribute("width")!.Value, System.Globalization.CultureInfo.InvariantCulture).ShouldBeLessThan(1200);
    }
}
