using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Assay.Host.Comparison;
using Assay.Host.Evaluation;
using Assay.Tests.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Shouldly;
using Xunit;

namespace Assay.Tests.Described;

public sealed class ProblemTests(CuratedSite site)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("GET", "/api/v1/models?page=x", 400, null, null)]
    [InlineData("GET", "/api/v1/conflicts?class=odd", 400, null, null)]
    [InlineData("POST", "/api/v1/evals/runs", 400, "application/json", "{\"suite\": ")]
    [InlineData("POST", "/api/v1/playground/turns", 400, "application/json", "[]")]
    [InlineData("GET", "/decide/bad-name.json", 404, null, null)]
    [InlineData("GET", "/api/v1/nothing", 404, null, null)]
    [InlineData("GET", "/models/openai/nothing.json", 404, null, null)]
    [InlineData("PATCH", "/api/v1/models", 405, null, null)]
    [InlineData("POST", "/api/v1/compare", 405, "application/json", "{}")]
    [InlineData("POST", "/api/v1/playground/turns", 415, "text/plain", "hello")]
    [InlineData("POST", "/api/v1/evals/runs", 415, "text/plain", "hello")]
    [InlineData("POST", "/api/v1/arena/battles/1/vote", 415, "text/plain", "left")]
    public async Task Each_fault_of_a_request_has_its_status_and_words(string method, string address, int status, string? type, string? body)
    {
        using var request = new HttpRequestMessage(new(method), address) { Content = body is null ? null : new StringContent(body, Encoding.UTF8, type!) };
        using var reply = await site.Plain.SendAsync(request, Stop);
        await IsProblem(reply, status);
    }

    [Fact]
    public async Task A_request_from_a_page_of_another_site_is_refused_with_words()
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, "/api/v1/playground/turns/1");
        request.Headers.Add("Origin", "https://other.example");
        using var reply = await site.Plain.SendAsync(request, Stop);
        (await IsProblem(reply, 403))["detail"]!.GetValue<string>().ShouldContain("'https://other.example'");
    }

    [Fact]
    public async Task A_fault_of_the_program_tells_nothing_of_its_inside()
    {
        using var broken = new Site(FixedClaims.Curated) { Replace = services => services.RemoveAll<ComparisonService>().AddSingleton<ComparisonService>(_ => throw new InvalidOperationException("inside")) };
        using var client = broken.Plain();
        using var reply = await client.GetAsync(new Uri("/api/v1/compare?models=gpt-4o,o3", UriKind.Relative), Stop);
        (await IsProblem(reply, 500)).ToJsonString().ShouldNotContain("inside");
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused_before_it_is_sent()
    {
        using var listening = new Site(FixedClaims.Curated);
        listening.UseKestrel(0);
        listening.StartServer();
        // Until the server has said whether it wants the body.
        using var patient = new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromMinutes(2) };
        using var client = new HttpClient(patient) { BaseAddress = listening.ClientOptions.BaseAddress };
        foreach (var (address, type, bytes) in ((string, string, int)[])[("/api/v1/playground/turns", "application/json", 31_000_000), ("/api/v1/arena/battles", "application/json", 31_000_000), ("/api/v1/evals/runs", "application/json", 31_000_000)])
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(new byte[bytes]) };
            request.Content.Headers.ContentType = new(type);
            request.Headers.ExpectContinue = true;
            using var reply = await client.SendAsync(request, Stop);
            await IsProblem(reply, 413);
        }
    }

    [Fact]
    public async Task Too_many_labels_at_once_are_too_large()
    {
        using var runs = new Evaluation.Reports.RunSite().WithRuns();
        using var labels = new ByteArrayContent(new byte[EvalLabelApi.MostBytes + 1]);
        labels.Headers.ContentType = new("text/csv");
        using var reply = await runs.Plain.PostAsync(new Uri($"/api/v1/evals/runs/{Evaluation.Reports.RunSite.First}/labels", UriKind.Relative), labels, Stop);
        await IsProblem(reply, 413);
    }

    [Theory]
    [InlineData("/decide/bad-name", HttpStatusCode.NotFound, "No model is called 'bad-name'")]
    [InlineData("/decide/gpt-4o-vs-gpt-4o-mini?cached=7", HttpStatusCode.BadRequest, "Cached share '7'")]
    public async Task A_person_gets_a_page_where_a_program_gets_a_problem(string address, HttpStatusCode status, string words)
    {
        var page = await site.Page(address);
        page.Status.ShouldBe(status);
        page.Text.ShouldContain(words);
        using var reply = await site.Plain.GetAsync(new Uri(address.Insert(address.IndexOf('?', StringComparison.Ordinal) is var at and >= 0 ? at : address.Length, ".json"), UriKind.Relative), Stop);
        (await IsProblem(reply, (int)status))["detail"]!.GetValue<string>().ShouldContain(words);
    }

    private static async Task<JsonNode> IsProblem(HttpResponseMessage reply, int status)
    {
        var text = await reply.Content.ReadAsStringAsync(Stop);
        ((int)reply.StatusCode).ShouldBe(status, text);
        reply.Content.Headers.ContentType.ShouldNotBeNull(text).MediaType.ShouldBe("application/problem+json");
        var problem = JsonNode.Parse(text)!;
        problem["status"]!.GetValue<int>().ShouldBe(status);
        problem["title"]!.GetValue<string>().ShouldNotBeEmpty();
        problem["type"]!.GetValue<string>().ShouldNotBeEmpty();
        return problem;
    }
}
