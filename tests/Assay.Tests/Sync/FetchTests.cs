using System.IO.Compression;
using System.Text;
using Assay.Adapters.Sync;
using Microsoft.AspNetCore.Http;
using Shouldly;
using Xunit;

namespace Assay.Tests.Sync;

public sealed class FetchTests
{
    private readonly Steps steps = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private async Task<(Fetched? Answer, string Problem, int Requests)> Get(RequestDelegate answer, Validator? known = null, FetchLimits? limits = null, long most = 1_000_000, bool archive = false, Func<SyncSource, SyncSource>? change = null)
    {
        await using var server = await SourceServer.Start();
        server.Answer = answer;
        var source = new SyncSource { Feed = "test", Publisher = "Test", Files = [new("x.json", new(server.Address, "x.json"))], Mirrored = true, MostBytes = most, Folders = archive ? ["data"] : [] };
        source = change?.Invoke(source) ?? source;
        using var web = new WebFetch(limits ?? Listing.Quick, TimeProvider.System, new Random(1), steps);
        try
        {
            return (await web.Get(source, source.Files[0], known, Stop), "", server.Requests.Count);
        }
        catch (FetchException e)
        {
            return (null, e.Message, server.Requests.Count);
        }
    }

    private static RequestDelegate Json(string text = "{\"a\":1}") => async c =>
    {
        c.Response.ContentType = "application/json; charset=utf-8";
        c.Response.Headers.ETag = "\"v1\"";
        c.Response.Headers.LastModified = "Wed, 01 Jul 2026 10:00:00 GMT";
        await c.Response.WriteAsync(text);
    };

    private static RequestDelegate Status(int status, Action<HttpResponse>? more = null) => c =>
    {
        c.Response.StatusCode = status;
        more?.Invoke(c.Response);
        return Task.CompletedTask;
    };

    /// <summary>One answer after the other; the last one stays.</summary>
    private static RequestDelegate InTurn(params RequestDelegate[] answers)
    {
        var next = 0;
        return c => answers[Math.Min(next++, answers.Length - 1)](c);
    }

    private static RequestDelegate Packed(string encoding, byte[] bytes, string type = "application/json") => async c =>
    {
        c.Response.ContentType = type;
        if (encoding.Length > 0) c.Response.Headers.ContentEncoding = encoding;
        await c.Response.Body.WriteAsync(bytes);
    };

    internal static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var stream = new GZipStream(packed, CompressionLevel.Fastest)) stream.Write(bytes);
        return packed.ToArray();
    }

    [Fact]
    public async Task A_file_comes_with_what_tells_its_state_and_the_request_says_who_asks()
    {
        string agent = "", accepted = "";
        var (answer, _, _) = await Get(c =>
        {
            (agent, accepted) = (c.Request.Headers.UserAgent.ToString(), c.Request.Headers.AcceptEncoding.ToString());
            return Json()(c);
        });
        var body = answer.ShouldBeOfType<Fetched.Body>();
        Encoding.UTF8.GetString(body.Bytes).ShouldBe("{\"a\":1}");
        body.Validator.ShouldBe(new Validator("\"v1\"", "Wed, 01 Jul 2026 10:00:00 GMT"));
        agent.ShouldStartWith("Assay/0.1.0 (");
        accepted.ShouldBe("gzip");
        steps.All.Select(s => s.Stage).ShouldBe(["connecting", "fetching"]);
        steps.All[^1].Bytes.ShouldBe(7);
    }

    [Fact]
    public async Task What_we_have_is_asked_for_conditionally_and_304_means_it_still_is()
    {
        string? tag = null, since = null;
        var (answer, _, requests) = await Get(c =>
        {
            (tag, since) = (c.Request.Headers.IfNoneMatch, c.Request.Headers.IfModifiedSince);
            return Status(304)(c);
        }, new("\"v1\"", "Wed, 01 Jul 2026 10:00:00 GMT"));
        answer.ShouldBeOfType<Fetched.NotModified>();
        (tag, since, requests).ShouldBe(("\"v1\"", "Wed, 01 Jul 2026 10:00:00 GMT", 1));
    }

    [Theory]
    [InlineData(400, 1)]
    [InlineData(403, 1)]
    [InlineData(404, 1)]
    [InlineData(410, 1)]
    [InlineData(408, 4)]
    [InlineData(429, 4)]
    [InlineData(500, 4)]
    [InlineData(503, 4)]
    public async Task A_status_that_may_pass_is_tried_three_times_more_and_others_never(int status, int requests)
    {
        var got = await Get(Status(status));
        got.Requests.ShouldBe(requests);
        got.Problem.ShouldContain($"HTTP {status}, 0 bytes read");
        got.Problem.ShouldStartWith("http://127.0.0.1:");
    }

    [Fact]
    public async Task A_failure_that_passes_leaves_the_file() => (await Get(InTurn(Status(500), Status(502), Json()))).Answer.ShouldBeOfType<Fetched.Body>();

    [Fact]
    public async Task A_pause_that_the_server_asks_for_is_kept_in_seconds()
    {
        var began = TimeProvider.System.GetTimestamp();
        (await Get(InTurn(Status(429, r => r.Headers.RetryAfter = "1"), Json()))).Answer.ShouldBeOfType<Fetched.Body>();
        TimeProvider.System.GetElapsedTime(began).ShouldBeGreaterThan(TimeSpan.FromSeconds(0.95));
    }

    [Fact]
    public async Task A_pause_that_the_server_asks_for_is_kept_as_a_date()
    {
        var at = DateTimeOffset.UtcNow.AddSeconds(2);
        (await Get(InTurn(Status(503, r => r.Headers.RetryAfter = at.ToString("R")), Json()))).Answer.ShouldBeOfType<Fetched.Body>();
        DateTimeOffset.UtcNow.ShouldBeGreaterThan(at.AddSeconds(-1));
    }

    [Fact]
    public async Task A_pause_too_long_is_left_for_the_next_sync() => (await Get(Status(429, r => r.Headers.RetryAfter = "3600"))).Requests.ShouldBe(1);

    [Fact]
    public void Waits_are_random_below_a_bound_that_doubles()
    {
        var limits = new FetchLimits { Delay = TimeSpan.FromSeconds(2) };
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            var waits = Enumerable.Range(0, 200).Select(seed => limits.Wait(attempt, null, new Random(seed)).TotalSeconds).ToArray();
            waits.Max().ShouldBeInRange(0.9 * Math.Pow(2, attempt), Math.Pow(2, attempt));
            waits.Min().ShouldBeLessThan(0.1 * Math.Pow(2, attempt));
        }
        limits.Wait(1, TimeSpan.FromSeconds(7), new Random(1)).ShouldBe(TimeSpan.FromSeconds(7));
    }

    [Fact]
    public async Task A_server_that_hangs_is_left_after_the_time_for_the_first_byte()
    {
        var got = await Get(c => Task.Delay(Timeout.Infinite, c.RequestAborted), limits: Listing.Quick with { FirstByte = TimeSpan.FromMilliseconds(150) });
        got.Problem.ShouldContain("no answer within 0.2 s");
        got.Requests.ShouldBe(4);
    }

    [Fact]
    public async Task A_server_that_drips_is_left_after_the_time_for_the_whole()
    {
        var got = await Get(async c =>
        {
            c.Response.ContentType = "application/json";
            for (var i = 0; i < 1000; i++)
            {
                await c.Response.WriteAsync("[", c.RequestAborted);
                await c.Response.Body.FlushAsync(c.RequestAborted);
                await Task.Delay(20, c.RequestAborted);
            }
        }, limits: Listing.Quick with { Whole = TimeSpan.FromSeconds(3), Retries = 0 });
        got.Problem.ShouldContain("not complete within 3 s");
        got.Problem.ShouldNotContain(" 0 bytes");
    }

    [Fact]
    public async Task An_answer_cut_off_is_said_with_the_bytes_that_came()
    {
        var got = await Get(async c =>
        {
            c.Response.ContentType = "application/json";
            c.Response.ContentLength = 5000;
            await c.Response.WriteAsync("{\"half\":");
            await c.Response.Body.FlushAsync();
            await Task.Delay(200);
            c.Abort();
        });
        got.Problem.ShouldContain("cut off");
        got.Problem.ShouldContain("8 bytes read");
        got.Requests.ShouldBe(4);
    }

    [Theory]
    [InlineData("text/html", "{}", "of the type 'text/html'")]
    [InlineData("image/png", "{}", "of the type 'image/png'")]
    [InlineData("application/json", "<!doctype html><p>Sign in", "HTML, where JSON")]
    [InlineData("text/plain", "  \n<html>", "HTML, where JSON")]
    [InlineData("text/plain", "Not found", "not JSON")]
    [InlineData("application/json", "", "empty")]
    public async Task Content_of_another_kind_is_refused_at_once(string type, string text, string problem)
    {
        var got = await Get(Packed("", Encoding.UTF8.GetBytes(text), type));
        got.Problem.ShouldContain(problem);
        got.Requests.ShouldBe(1);
    }

    [Fact]
    public async Task Packed_answers_are_unpacked_and_cut_ones_refused()
    {
        var text = Encoding.UTF8.GetBytes("{\"a\":\"" + string.Concat(Enumerable.Range(0, 5000).Select(i => i.ToString())) + "\"}");
        var packed = Gzip(text);
        (await Get(Packed("gzip", packed))).Answer.ShouldBeOfType<Fetched.Body>().Bytes.ShouldBe(text);
        foreach (var kept in (int[])[packed.Length / 2, packed.Length - 3])
            (await Get(Packed("gzip", packed[..kept]))).Problem.ShouldContain("broken gzip", customMessage: $"{kept} of {packed.Length} bytes");
        (await Get(Packed("br", packed))).Problem.ShouldContain("packed as 'br'");
    }

    [Fact]
    public async Task A_few_kilobytes_that_unpack_to_more_than_is_taken_are_refused()
    {
        var bomb = Gzip(new byte[50_000_000]);
        bomb.Length.ShouldBeLessThan(1_000_000);
        (await Get(Packed("gzip", bomb))).Problem.ShouldContain("unpacks to more than the 1,000,000 bytes");
    }

    [Fact]
    public async Task A_long_answer_is_refused_before_it_is_read_where_its_length_is_told()
    {
        var got = await Get(async c =>
        {
            c.Response.ContentType = "application/json";
            c.Response.ContentLength = 200_000_000;
            await c.Response.WriteAsync("{");
            await c.Response.Body.FlushAsync();
        });
        got.Problem.ShouldContain("200,000,000 bytes long; at most 1,000,000");
        got.Requests.ShouldBe(1);
    }

    [Fact]
    public async Task A_long_answer_is_left_at_the_limit_where_its_length_is_not_told()
    {
        var got = await Get(async c =>
        {
            c.Response.ContentType = "application/json";
            var part = new byte[100_000];
            part.AsSpan().Fill((byte)'[');
            for (var i = 0; i < 2000 && !c.RequestAborted.IsCancellationRequested; i++) await c.Response.Body.WriteAsync(part, c.RequestAborted);
        });
        got.Problem.ShouldContain("longer than the 1,000,000 bytes");
        steps.All.Max(s => s.Bytes).ShouldBeLessThanOrEqualTo(1_000_000);
    }

    [Theory]
    [InlineData("http://example.org/x.json", "is not https")]
    [InlineData("https://example.org/x.json", "is on another host than 127.0.0.1")]
    [InlineData("http://10.0.0.1/x.json", "is not https")]
    [InlineData("https://169.254.169.254/latest", "is on another host")]
    [InlineData("http://localhost/x.json", "is on another host")]
    [InlineData("file:///etc/passwd", "is not https")]
    [InlineData("https://a:b@127.0.0.1/x", "has a user name in it")]
    public async Task A_redirect_elsewhere_is_not_followed(string to, string objection)
    {
        var got = await Get(Status(302, r => r.Headers.Location = to));
        got.Problem.ShouldContain(objection);
        got.Problem.ShouldContain("it redirects to '");
        got.Requests.ShouldBe(1);
    }

    [Fact]
    public async Task Redirects_on_the_same_host_are_followed_up_to_five()
    {
        (await Get(InTurn(Status(301, r => r.Headers.Location = "/y"), Status(307, r => r.Headers.Location = "/z"), Json()))).Answer.ShouldBeOfType<Fetched.Body>();
        var got = await Get(Status(302, r => r.Headers.Location = "/again"));
        got.Problem.ShouldContain("more than 5 redirects");
        got.Requests.ShouldBe(6);
    }

    [Fact]
    public async Task Http_is_not_asked_where_the_user_did_not_name_the_address()
    {
        var got = await Get(Json(), change: s => s with { Mirrored = false });
        got.Problem.ShouldContain("is not https");
        got.Requests.ShouldBe(0);
    }

    [Fact]
    public async Task No_server_is_said_to_be_no_connection()
    {
        var got = await Get(Json(), change: s => s with { Files = [new("x.json", new("http://127.0.0.1:1/x.json"))] });
        got.Problem.ShouldContain("no connection");
        got.Problem.ShouldContain("(no answer, 0 bytes read)");
    }
}
