using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Assay.Evaluation.Schemas;
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

    [Theory]
    [InlineData("/api/v1/models", "/api/v1/models?page_size=20")]
    [InlineData("/api/v1/models/{org}/{model}", "/api/v1/models/openai/gpt-4o")]
    [InlineData("/api/v1/models/{org}/{model}", "/api/v1/models/google/gemma-3-12b-it")]
    [InlineData("/api/v1/compare", "/api/v1/compare?models=gpt-4o,gemma-3-12b-it,o3")]
    [InlineData("/api/v1/compare", "/api/v1/compare?models=gemma-3-12b-it,gpt-4-vision-preview")]
    [InlineData("/api/v1/benchmarks", "/api/v1/benchmarks")]
    [InlineData("/api/v1/benchmarks/{id}", "/api/v1/benchmarks/swe-bench-verified")]
    [InlineData("/api/v1/changes", "/api/v1/changes?since=2024")]
    [InlineData("/api/v1/lifecycle", "/api/v1/lifecycle")]
    [InlineData("/api/v1/conflicts", "/api/v1/conflicts")]
    [InlineData("/api/v1/sources", "/api/v1/sources")]
    [InlineData("/api/v1/playground/models", "/api/v1/playground/models")]
    [InlineData("/api/v1/playground/turns", "/api/v1/playground/turns")]
    [InlineData("/api/v1/arena/leaderboard", "/api/v1/arena/leaderboard")]
    [InlineData("/api/v1/evals/runs", "/api/v1/evals/runs")]
    public async Task An_answer_is_as_its_description_says(string route, string address)
    {
        var document = await site.Json("/openapi/v1.json");
        document["openapi"]!.GetValue<string>().ShouldStartWith("3.1");
        document["servers"]![0]!["url"]!.GetValue<string>().ShouldBe("/");
        var described = document["paths"]![route]!["get"]!["responses"]!["200"]!["content"]!["application/json"]!["schema"]!.DeepClone().AsObject();
        var parts = Checkable(document["components"]!["schemas"]!.DeepClone()).AsObject();
        var whole = Checkable(described).AsObject();
        whole["$defs"] = parts;
        var schema = JsonSchema.Read(whole.ToJsonString(), out var why);
        why.ShouldBeNull();
        using var answer = JsonDocument.Parse(await site.Plain.GetStringAsync(new Uri(address, UriKind.Relative), Stop));
        schema!.Fault(answer.RootElement).ShouldBeNull();
    }

    /// <summary>As our checker reads it: references into <c>$defs</c>, and without words that say nothing of the form.</summary>
    private static JsonNode Checkable(JsonNode node)
    {
        if (node is JsonArray all)
            foreach (var one in all.OfType<JsonNode>()) Checkable(one);
        if (node is not JsonObject thing) return node;
        foreach (var (name, value) in thing.ToArray())
        {
            if (name == "$ref") thing[name] = value!.GetValue<string>().Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal);
            else if (name is "format" or "example" && value is JsonValue) thing.Remove(name);
            else if (value is not null) Checkable(value);
        }
        return node;
    }
}
