using System.Net;
using Assay.Adapters.Images.Fetch;
using Assay.Tests.Sync;
using Microsoft.AspNetCore.Http;
using Shouldly;
using Xunit;

namespace Assay.Tests.Images;

public sealed class SafeFetchTests
{
    private static readonly byte[] Picture = ImageFiles.Png(8, 8);

    /// <summary>Lets through the server of the tests, which is on this machine, and nothing else that is not public.</summary>
    private static readonly FetchRule Here = new() { Ports = [], OwnNames = false, Objection = a => a.Equals(IPAddress.Loopback) ? null : PublicAddress.Objection(a) };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static RequestDelegate Body(byte[] bytes, string? type = "image/png", Action<HttpResponse>? more = null) => async c =>
    {
        if (type is not null) c.Response.ContentType = type;
        more?.Invoke(c.Response);
        await c.Response.Body.WriteAsync(bytes);
    };

    private static RequestDelegate Status(int status) => c =>
    {
        c.Response.StatusCode = status;
        return Task.CompletedTask;
    };

    private static RequestDelegate Redirect(string to) => c =>
    {
        (c.Response.StatusCode, c.Response.Headers.Location) = (302, to);
        return Task.CompletedTask;
    };

    private static async Task<(ImageFetch Fetch, int Requests)> Get(RequestDelegate answer, string path = "a.png", ImageFetchLimits? limits = null, FetchRule? rule = null, Func<Uri, string>? address = null)
    {
        await using var server = await SourceServer.Start();
        server.Answer = answer;
        using var fetch = new SafeFetch(TimeProvider.System, limits, rule ?? Here);
        return (await fetch.Get(address?.Invoke(server.Address) ?? new Uri(server.Address, path).ToString(), Stop), server.Requests.Count);
    }

    private static ImageFetch.Failed Failed(ImageFetch fetch, ImageFetchFault kind, string words)
    {
        var failed = fetch.ShouldBeOfType<ImageFetch.Failed>();
        failed.Message.ShouldContain(words);
        failed.Kind.ShouldBe(kind, failed.Message);
        return failed;
    }

    [Theory]
    [InlineData("image/png")]
    [InlineData("image/jpeg")]
    [InlineData("application/octet-stream")]
    [InlineData(null)]
    public async Task An_image_is_fetched_whatever_the_server_calls_it(string? type) =>
        (await Get(Body(Picture, type))).Fetch.ShouldBeOfType<ImageFetch.Got>().Bytes.ShouldBe(Picture);

    [Fact]
    public async Task Nothing_is_sent_but_what_a_fetch_needs()
    {
        HeaderDictionary sent = [];
        await Get(c =>
        {
            sent = new(c.Request.Headers.ToDictionary(h => h.Key, h => h.Value));
            c.Response.Headers.SetCookie = "a=b";
            return c.Request.Path == "/a.png" ? Redirect("/b.png")(c) : Body(Picture)(c);
        });
        sent.Keys.ShouldBe(["Host", "User-Agent", "Accept", "Accept-Encoding"], ignoreOrder: true);
        sent["Accept-Encoding"].ToString().ShouldBe("identity");
        sent["User-Agent"].ToString().ShouldStartWith("Assay/");
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("picture.png", "not a whole address")]
    [InlineData("file:///etc/passwd", "'file:'")]
    [InlineData("ftp://example.org/a.png", "'ftp:'")]
    [InlineData("data:image/png;base64,AAAA", "'data:'")]
    [InlineData("gopher://example.org/", "'gopher:'")]
    [InlineData("http://user@example.org/a.png", "user name or password")]
    [InlineData("https://user:word@example.org/a.png", "user name or password")]
    [InlineData("http://example.org:22/a.png", "port 22; allowed are 80, 443, 8080, 8443")]
    [InlineData("http://example.org:6379/", "port 6379")]
    [InlineData("http://127.0.0.1/", "loopback")]
    [InlineData("http://[::1]/", "loopback")]
    [InlineData("http://[::ffff:127.0.0.1]/", "mapped")]
    [InlineData("http://[fe80::1%25eth0]/", "")]
    [InlineData("http://169.254.169.254/latest/meta-data/", "metadata")]
    [InlineData("http://[fd00:ec2::254]/", "metadata")]
    [InlineData("http://2130706433/", "hides where it leads")]
    [InlineData("http://0x7f000001/", "hides where it leads")]
    [InlineData("http://017700000001/", "hides where it leads")]
    [InlineData("http://0177.0.0.1/", "hides where it leads")]
    [InlineData("http://0x7f.0.0.1/", "hides where it leads")]
    [InlineData("http://127.1/", "hides where it leads")]
    [InlineData("http://127.0.1/", "hides where it leads")]
    [InlineData("http://134744072/", "hides where it leads")]
    [InlineData("http://127.0.0.1./", "")]
    [InlineData("http://１２７.０.０.１/", "")]
    [InlineData("http://①②⑦.0.0.1/", "")]
    [InlineData("http://localhost/", "'localhost'")]
    [InlineData("http://localhost./", "'localhost'")]
    [InlineData("http://LOCALHOST/", "'localhost'")]
    [InlineData("http://a.localhost/", "'localhost'")]
    [InlineData("http://metadata.google.internal/", "'internal'")]
    [InlineData("http://printer.local/", "'local'")]
    [InlineData("http://example.org\\@127.0.0.1/", "")]
    [InlineData("http://127.0.0.1#@example.org/", "loopback")]
    [InlineData("http://a\nb/", "control character")]
    public async Task An_address_that_leads_elsewhere_is_not_asked(string address, string words)
    {
        using var fetch = new SafeFetch(TimeProvider.System, rule: FetchRule.Public with { Resolve = (_, _) => Task.FromResult(new[] { IPAddress.Loopback }) });
        Failed(await fetch.Get(address, Stop), ImageFetchFault.NotAllowed, words);
    }

    [Theory]
    [InlineData("10.0.0.5", "private")]
    [InlineData("8.8.8.8 127.0.0.1", "loopback")]
    [InlineData("::1", "loopback")]
    public async Task A_name_that_leads_inside_is_refused_without_saying_where_it_led(string addresses, string words)
    {
        using var fetch = new SafeFetch(TimeProvider.System, rule: FetchRule.Public with { Resolve = (_, _) => Task.FromResult(addresses.Split(' ').Select(IPAddress.Parse).ToArray()) });
        var failed = Failed(await fetch.Get("http://rebind.example.org/a.png", Stop), ImageFetchFault.NotAllowed, words);
        foreach (var address in addresses.Split(' ')) failed.Message.ShouldNotContain(address);
    }

    [Fact]
    public async Task A_name_is_looked_up_for_each_connection_and_only_what_was_checked_is_connected_to()
    {
        var lookups = 0;
        var rule = Here with { Resolve = (_, _) => Task.FromResult(new[] { lookups++ == 0 ? IPAddress.Loopback : IPAddress.Parse("192.168.1.1") }) };
        var (fetch, requests) = await Get(Redirect("/again"), rule: rule, address: a => $"http://rebind.example.org:{a.Port}/");
        Failed(fetch, ImageFetchFault.NotAllowed, "private");
        (lookups, requests).ShouldBe((2, 1));
    }

    [Theory]
    [InlineData("http://169.254.169.254/", "metadata")]
    [InlineData("http://[::1]/", "loopback")]
    [InlineData("http://0x7f.1/", "no address that may be asked")]
    [InlineData("file:///etc/passwd", "'file:'")]
    [InlineData("http://user:secret@127.0.0.1/", "user name")]
    public async Task A_redirect_is_held_to_the_same_rule(string to, string words)
    {
        var (fetch, requests) = await Get(Redirect(to));
        Failed(fetch, ImageFetchFault.NotAllowed, words).Message.ShouldNotContain("secret");
        requests.ShouldBe(1);
    }

    [Fact]
    public async Task Five_redirects_are_followed_and_no_more()
    {
        var count = 0;
        RequestDelegate until(int last) => c => count++ < last ? Redirect($"/{count}")(c) : Body(Picture)(c);
        (await Get(until(5))).Fetch.ShouldBeOfType<ImageFetch.Got>().From.AbsolutePath.ShouldBe("/5");
        count = 0;
        var (fetch, requests) = await Get(until(99));
        Failed(fetch, ImageFetchFault.Status, "more than 5 times");
        requests.ShouldBe(6);
    }

    [Fact]
    public async Task What_is_no_image_is_refused_in_words()
    {
        Failed((await Get(Body("<html>"u8.ToArray(), "text/html"))).Fetch, ImageFetchFault.NotAnImage, "of the type 'text/html'");
        Failed((await Get(Body("<!doctype html>"u8.ToArray()))).Fetch, ImageFetchFault.NotAnImage, "web page");
        Failed((await Get(Body("{}"u8.ToArray(), "application/octet-stream"))).Fetch, ImageFetchFault.NotAnImage, "no image format");
        Failed((await Get(Body([]))).Fetch, ImageFetchFault.NotAnImage, "0 bytes");
        Failed((await Get(Body(Picture, more: r => r.Headers.ContentEncoding = "gzip"))).Fetch, ImageFetchFault.NotAnImage, "packed ('gzip')");
        Failed((await Get(Status(404))).Fetch, ImageFetchFault.Status, "answers 404");
    }

    [Fact]
    public async Task A_body_is_counted_whatever_its_length_is_said_to_be()
    {
        var limits = new ImageFetchLimits { MostBytes = 1000 };
        Failed((await Get(Body(new byte[2000], more: r => r.ContentLength = 2000), limits: limits)).Fetch, ImageFetchFault.TooLarge, "2,000 bytes; at most 1,000");
        Failed((await Get(async c => { for (var i = 0; i < 100; i++) await c.Response.Body.WriteAsync(new byte[100]); }, limits: limits)).Fetch, ImageFetchFault.TooLarge, "at most 1,000");
    }

    [Fact]
    public async Task A_server_that_never_ends_is_left_and_a_cut_answer_is_told()
    {
        Failed((await Get(async c => { await c.Response.Body.WriteAsync(Picture.AsMemory(0, 9)); await c.Response.Body.FlushAsync(); await Task.Delay(Timeout.Infinite, c.RequestAborted); }, limits: new() { Whole = TimeSpan.FromMilliseconds(300) })).Fetch, ImageFetchFault.TimedOut, "did not answer in full within 0.3 s");
        Failed((await Get(async c => { c.Response.ContentLength = 5000; await c.Response.Body.WriteAsync(Picture); c.Abort(); })).Fetch, ImageFetchFault.Connection, "broke");
        using var fetch = new SafeFetch(TimeProvider.System, rule: Here);
        Failed(await fetch.Get("http://127.0.0.1:1/", Stop), ImageFetchFault.Connection, "no connection");
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => fetch.Get("http://127.0.0.1:1/", stop.Token));
    }

    [Fact]
    public async Task The_query_which_may_hold_a_key_is_not_told_again()
    {
        var (fetch, _) = await Get(Status(403), "a.png?signature=secret");
        Failed(fetch, ImageFetchFault.Status, "/a.png' answers 403").Message.ShouldNotContain("secret");
    }
}
