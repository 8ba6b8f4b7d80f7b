using System.Net;
using Assay.Catalog;
using Assay.Tests.Web;
using Assay.Host.Publishing.Cards;
using Assay.Tests.Images;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Assay.Tests.Publishing;

public sealed class CardTests(PublishedSite site)
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    private readonly HttpClient client = site.Plain;

    private Task<HttpResponseMessage> Get(string address) => client.GetAsync(new Uri(address, UriKind.Relative), Stop);

    [Theory]
    [InlineData("/cards/site")]
    [InlineData("/cards/models/openai/gpt-4o")]
    [InlineData("/cards/gpt-4o-vs-gpt-4o-mini")]
    [InlineData("/cards/gpt-4o-vs-gemini-2.5-pro-vs-claude-sonnet-4-5-vs-gemma-3-12b-it-vs-gpt-5.2-vs-gpt-4o-mini")]
    public async Task A_card_is_a_drawing_and_a_picture_that_others_may_keep_for_an_hour(string card)
    {
        using var drawing = await Get(card + ".svg");
        drawing.StatusCode.ShouldBe(HttpStatusCode.OK);
        drawing.Content.Headers.ContentType!.MediaType.ShouldBe("image/svg+xml");
        drawing.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["*"]);
        drawing.Headers.CacheControl!.MaxAge.ShouldBe(TimeSpan.FromHours(1));
        drawing.Headers.CacheControl.Public.ShouldBeTrue();
        drawing.Headers.ETag.ShouldNotBeNull();

        using var picture = await Get(card + ".png");
        if (!site.Services.GetRequiredService<CardPictures>().CanRaster)
        {
            // The head names the drawing there.
            picture.StatusCode.ShouldBe(HttpStatusCode.Redirect);
            picture.Headers.Location!.ToString().ShouldBe(card + ".svg");
            return;
        }
        picture.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        var bytes = await picture.Content.ReadAsByteArrayAsync(Stop);
        bytes.Length.ShouldBeInRange(10_000, 300_000);
        // Width and height stand in the first chunk.
        (System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(16)), System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(20))).ShouldBe((1200, 630));
        (await (await Get(card + ".png")).Content.ReadAsByteArrayAsync(Stop)).ShouldBe(bytes);
    }

    [Fact]
    public async Task Heads_name_what_this_machine_can_make()
    {
        var page = await Page.Get(client, "/models/openai/gpt-4o");
        var can = TestImages.Work.Library.Library is not null;
        if (can) page.Meta("og:image").ShouldBe(PublishedSite.Root + "/cards/models/openai/gpt-4o.png");
        using var card = await Get(new Uri(page.Meta("og:image")!).AbsolutePath);
        card.Content.Headers.ContentType!.MediaType.ShouldBe(page.Meta("og:image:type"));
    }

    [Theory]
    [InlineData("/cards/gpt-4o-mini-vs-gpt-4o.svg?in=1M", HttpStatusCode.MovedPermanently, "/cards/gpt-4o-vs-gpt-4o-mini.svg?in=1M")]
    [InlineData("/cards/models/openai/gpt-4o-2024-11-20.svg", null, null)]
    [InlineData("/cards/gpt-4o-vs-nothing-like-this.svg", HttpStatusCode.NotFound, null)]
    [InlineData("/cards/gpt-4o.svg", HttpStatusCode.BadRequest, null)]
    [InlineData("/cards/models/openai/none.png", HttpStatusCode.NotFound, null)]
    [InlineData("/cards/site.svg?asof=soon", HttpStatusCode.BadRequest, null)]
    [InlineData("/cards/gpt-4o-vs-gpt-4o-mini.svg?in=many", HttpStatusCode.BadRequest, null)]
    public async Task A_card_has_one_address_and_other_names_lead_there_or_to_an_error(string address, HttpStatusCode? status, string? location)
    {
        using var reply = await Get(address);
        if (status is null) ((int)reply.StatusCode).ShouldBeLessThan(500);
        else reply.StatusCode.ShouldBe(status.Value);
        if (location is not null) reply.Headers.Location!.ToString().ShouldBe(location);
    }

    [Fact]
    public async Task A_name_in_a_script_that_the_pen_lacks_is_written_as_the_id()
    {
        static TestCatalog Of(string name)
        {
            var catalog = new TestCatalog { Day = Site.Today };
            catalog.Model("acme/a", name).Is(Property.ContextWindow, 1_000);
            catalog.Model("acme/b", "B").Is(Property.ContextWindow, 2_000);
            return catalog;
        }
        static async Task<string> Card(string name, string address)
        {
            using var bare = new Site(new FixedClaims(Of(name).Claims));
            using var asking = bare.Plain();
            return await asking.GetStringAsync(new Uri(address, UriKind.Relative), Stop);
        }
        foreach (var address in (string[])["/cards/a-vs-b.svg", "/cards/models/acme/a.svg"])
        {
            (await Card("通义千问", address) == await Card("acme/a", address)).ShouldBeTrue(address);
            (await Card("Modèle", address) == await Card("acme/a", address)).ShouldBeFalse(address);
        }
    }

    [Fact]
    public async Task What_nobody_says_is_drawn_as_unknown()
    {
        var catalog = new TestCatalog { Day = Site.Today };
        catalog.Model("acme/a", "A").Is(Property.ContextWindow, 1_000);
        catalog.Model("acme/b", "B");
        using var bare = new Site(new FixedClaims(catalog.Claims));
        using var asking = bare.Plain();
        var card = await asking.GetStringAsync(new Uri("/cards/models/acme/b.svg", UriKind.Relative), Stop);
        // Letters are strokes: the word is there as often as it is not known, in the words of the embed.
        card.Length.ShouldBeGreaterThan(1_000);
        var embed = await Page.Get(asking, "/embed/models/acme/b");
        embed.Text.ShouldContain("Context window | unknown");
        embed.Text.ShouldContain("Cost a month | unknown");
        embed.Html.ShouldNotContain("$0");
    }
}
