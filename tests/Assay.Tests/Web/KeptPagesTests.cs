using System.Text;
using Assay.Catalog;
using Assay.Host.Catalog;
using Assay.Host.Web;
using Assay.Tests.Calls;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Shouldly;
using Xunit;

namespace Assay.Tests.Web;

public sealed class KeptPagesTests
{
    private readonly Changing source = new();
    private readonly ManualTime time = new();
    private readonly KeptPages pages;
    private int made;

    public KeptPagesTests() => pages = new(new LiveCatalog(source, time), most: 100_000);

    [Fact]
    public async Task An_answer_is_made_once()
    {
        var first = await Ask("/models");
        (await Ask("/models")).ShouldBe(first);
        made.ShouldBe(1);
    }

    [Fact]
    public async Task Headers_come_with_it()
    {
        await Ask("/models");
        var context = await AskWhole("/models");
        context.Response.Headers.ETag.ToString().ShouldBe("\"1\"");
        context.Response.Headers.ContentSecurityPolicy.ToString().ShouldBe("default-src 'none'");
        context.Response.ContentType.ShouldBe("text/html");
        context.Response.ContentLength.ShouldBe(Said(context).Length);
        made.ShouldBe(1);
    }

    [Theory]
    [InlineData("/models?page=2", "", "")]
    [InlineData("/models/a", "", "")]
    [InlineData("/models", "br", "")]
    [InlineData("/models", "", "other.example")]
    public async Task Addresses_encodings_and_hosts_have_answers_of_their_own(string address, string encoding, string host)
    {
        await Ask("/models");
        await AskWhole(address, c =>
        {
            c.Request.Headers.AcceptEncoding = encoding;
            c.Request.Host = new(host);
        });
        made.ShouldBe(2);
    }

    [Fact]
    public async Task They_go_with_their_catalogue()
    {
        await Ask("/models");
        source.Now = 2;
        time.Advance(TimeSpan.FromSeconds(3));
        (await Ask("/models")).ShouldEndWith("2");
        made.ShouldBe(2);
    }

    [Fact]
    public async Task They_go_with_their_day()
    {
        await Ask("/models");
        time.Advance(TimeSpan.FromDays(1));
        await Ask("/models");
        made.ShouldBe(2);
    }

    [Fact]
    public async Task Answers_not_of_the_catalogue_are_made_each_time()
    {
        await AskWhole("/playground", ofTheCatalogue: false);
        await AskWhole("/playground", ofTheCatalogue: false);
        made.ShouldBe(2);
    }

    [Theory]
    [InlineData(404, false)]
    [InlineData(400, false)]
    [InlineData(200, true)]
    public async Task Errors_and_answers_with_cookies_are_not_kept(int status, bool cookie)
    {
        for (var i = 0; i < 2; i++)
            await AskWhole("/models", also: c =>
            {
                c.Response.StatusCode = status;
                if (cookie) c.Response.Headers.SetCookie = "who=me";
            });
        made.ShouldBe(2);
    }

    [Fact]
    public async Task Who_may_have_seen_it_is_not_sent_it_again()
    {
        await Ask("/models");
        await AskWhole("/models", c => c.Request.Headers.IfNoneMatch = "\"1\"");
        made.ShouldBe(2);
    }

    [Fact]
    public async Task A_failure_reaches_whoever_handles_it_and_leaves_nothing_behind()
    {
        var context = Request("/models");
        var outward = context.Features.Get<IHttpResponseBodyFeature>();
        await Should.ThrowAsync<InvalidOperationException>(() => pages.Find(context, c => pages.Keep(c, _ => throw new InvalidOperationException())));
        context.Features.Get<IHttpResponseBodyFeature>().ShouldBeSameAs(outward);
        await Ask("/models");
        made.ShouldBe(1);
    }

    [Fact]
    public async Task What_is_asked_for_stays_and_what_is_not_goes()
    {
        await Ask("/often");
        for (var i = 0; i < 500; i++)
        {
            await Ask("/seldom/" + i);
            if (i % 10 == 0) await Ask("/often");
        }
        made.ShouldBe(501);
        await Ask("/seldom/0");
        made.ShouldBe(502);
    }

    private async Task<string> Ask(string address) => Said(await AskWhole(address));

    private async Task<HttpContext> AskWhole(string address, Action<HttpContext>? asked = null, Action<HttpContext>? also = null, bool ofTheCatalogue = true)
    {
        var context = Request(address);
        asked?.Invoke(context);
        await pages.Find(context, c =>
        {
            c.SetEndpoint(new(null, ofTheCatalogue ? new(new OfTheCatalogueAttribute()) : null, null));
            return pages.Keep(c, async known =>
            {
                made++;
                (known.Response.ContentType, known.Response.Headers.ETag, known.Response.Headers.ContentSecurityPolicy) = ("text/html", $"\"{source.Now}\"", "default-src 'none'");
                also?.Invoke(known);
                await known.Response.WriteAsync($"{known.Request.Path} {source.Now}");
            });
        });
        return context;
    }

    private static DefaultHttpContext Request(string address)
    {
        var (path, query) = address.Split('?') is [var p, var q] ? (p, "?" + q) : (address, "");
        return new() { Request = { Method = "GET", Path = path, QueryString = new(query) }, Response = { Body = new MemoryStream() } };
    }

    private static string Said(HttpContext context) => Encoding.UTF8.GetString(((MemoryStream)context.Response.Body).ToArray());

    private sealed class Changing : ICatalogSource
    {
        public long Now { get; set; } = 1;
        public long Version() => Now;
        public IReadOnlyList<Claim> LoadClaims() => [];
    }
}
