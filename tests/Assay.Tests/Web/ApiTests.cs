using System.Net;
using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Assay.Tests.Web;

public sealed class ApiTests(CuratedSite site)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private async Task<HttpResponseMessage> Send(string method, string address, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new(method), address);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await site.Plain.SendAsync(request, Stop);
    }

    [Theory]
    [InlineData("/api/v1/models?page_size=3")]
    [InlineData("/api/v1/models/openai/gpt-4o")]
    [InlineData("/api/v1/models/openai/nothing")]
    [InlineData("/models.json")]
    [InlineData("/models/openai/gpt-4o")]
    [InlineData("/playground/samples/receipt.png")]
    [InlineData("/playground/images/0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("/feed.atom")]
    [InlineData("/healthz")]
    [InlineData("/site.css")]
    public async Task A_head_has_the_status_and_headers_of_the_get_and_no_body(string address)
    {
        using var get = await Send("GET", address);
        using var head = await Send("HEAD", address);
        head.StatusCode.ShouldBe(get.StatusCode);
        head.Headers.ETag.ShouldBe(get.Headers.ETag);
        head.Content.Headers.ContentType.ShouldBe(get.Content.Headers.ContentType);
        (await head.Content.ReadAsByteArrayAsync(Stop)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Pages_of_other_sites_may_read_the_catalogue_and_nothing_of_the_user()
    {
        foreach (var address in (string[])["/api/v1/models", "/api/v1/compare?models=gpt-4o,o3", "/models.json", "/openapi/v1.json"])
        {
            using var reply = await Send("GET", address, ("Origin", "https://other.example"));
            reply.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["*"], address);
            reply.Headers.Contains("Access-Control-Allow-Credentials").ShouldBeFalse();
            using var asks = await Send("OPTIONS", address, ("Origin", "https://other.example"), ("Access-Control-Request-Method", "GET"), ("Access-Control-Request-Headers", "if-none-match"));
            asks.StatusCode.ShouldBe(HttpStatusCode.NoContent, address);
            asks.Headers.GetValues("Access-Control-Allow-Methods").ShouldBe(["GET, HEAD"]);
        }
        foreach (var address in (string[])["/api/v1/playground/turns", "/playground/history.json", "/api/v1/evals/runs", "/api/v1/arena/leaderboard", "/api/v1/sources", "/api/v1/changes?watch=1", "/healthz"])
        {
            foreach (var method in (string[])["GET", "OPTIONS"])
            {
                using var reply = await Send(method, address, ("Origin", "https://other.example"), ("Access-Control-Request-Method", "GET"));
                reply.Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse($"{method} {address}");
            }
        }
        using var write = await Send("OPTIONS", "/api/v1/playground/turns", ("Origin", "https://other.example"), ("Access-Control-Request-Method", "POST"));
        write.Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse();
        using var written = await Send("POST", "/api/v1/playground/turns", ("Origin", "https://other.example"));
        written.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Links_lead_from_page_to_page_and_keep_the_question()
    {
        using var first = await Send("GET", "/api/v1/models?q=gpt&page_size=5&filter=not+retired");
        first.Headers.GetValues("Link").ShouldHaveSingleItem().ShouldBe("</api/v1/models?q=gpt&page_size=5&filter=not%20retired&page=2>; rel=\"next\"");
        using var second = await Send("GET", "/api/v1/models?q=gpt&page_size=5&filter=not%20retired&page=2");
        second.Headers.GetValues("Link").ShouldHaveSingleItem().ShouldStartWith("</api/v1/models?q=gpt&page_size=5&filter=not%20retired&page=1>; rel=\"prev\"");
        using var all = await Send("GET", "/api/v1/models?page_size=10000");
        all.Headers.Contains("Link").ShouldBeFalse();
        using var conflicts = await Send("GET", "/api/v1/conflicts?page_size=1");
        conflicts.Headers.GetValues("Link").ShouldHaveSingleItem().ShouldContain("page=2");
    }

    [Theory]
    [InlineData("GET", "/api/v1/nothing", 404)]
    [InlineData("GET", "/api/nothing", 404)]
    [InlineData("DELETE", "/api/v1/models", 405)]
    [InlineData("POST", "/api/v1/compare", 405)]
    [InlineData("GET", "/api/v1/models?page=x", 400)]
    [InlineData("GET", "/api/v1/compare?models=nobody-at-all,gpt-4o", 404)]
    public async Task Every_error_is_problem_details(string method, string address, int status)
    {
        using var reply = await Send(method, address);
        ((int)reply.StatusCode).ShouldBe(status);
        reply.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = JsonNode.Parse(await reply.Content.ReadAsStringAsync(Stop))!;
        problem["status"]!.GetValue<int>().ShouldBe(status);
        problem["title"]!.GetValue<string>().ShouldNotBeEmpty();
        problem["type"]!.GetValue<string>().ShouldNotBeEmpty();
    }
}
