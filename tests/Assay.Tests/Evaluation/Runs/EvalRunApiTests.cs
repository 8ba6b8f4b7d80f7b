using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Assay.Adapters.Runs;
using Assay.Adapters.Storage.Runs;
using Assay.Tests.Web;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Assay.Tests.Evaluation;

public sealed class EvalRunApiTests : IAsyncLifetime
{
    private const string At = "/api/v1/evals/runs";
    private SumsSite sums = null!;
    private Site site = null!;
    private TrialServer server = null!;
    private HttpClient client = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        sums = await SumsSite.Start(TimeSpan.FromMilliseconds(30));
        (site, server, client) = (sums.Site, sums.Server, sums.Site.CreateClient());
    }

    public ValueTask DisposeAsync() => sums.DisposeAsync();

    [Fact]
    public async Task A_run_is_started_followed_to_its_end_and_kept()
    {
        var id = await Start(new { suite = "sums", models = new[] { "openai/gpt-4o-mini" }, max_cost = 1, concurrency = 8 });
        var (names, last) = await Follow(id);
        names[^1].ShouldBe("end");
        names.ShouldAllBe(n => n == "progress" || n == "end");
        (last.GetProperty("state").GetString(), last.GetProperty("ended").GetInt32(), last.GetProperty("open").GetInt32(), last.GetProperty("models")[0].GetProperty("passed").GetInt32()).ShouldBe(("finished", 40, 0, 40));
        last.GetProperty("usd").GetDecimal().ShouldBeGreaterThan(0);
        site.Services.GetRequiredService<RunStore>().Results(id).Count.ShouldBe(40);
        // Whoever comes late is told the end at once.
        (await Follow(id)).Names.ShouldBe(["end"]);
    }

    [Fact]
    public async Task A_stopped_run_can_be_gone_on_with()
    {
        var id = await Start(new { suite = "sums", models = new[] { "openai/gpt-4o-mini" }, max_cost = 1, concurrency = 1 });
        while (server.Asked.Count < 3) await Task.Delay(5, Cancelled);
        RunLock.IsHeld(site.Services.GetRequiredService<RunStore>().Store, id).ShouldBeTrue();
        (await client.PostAsync($"{At}/{id}/resume", null, Cancelled)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await client.PostAsync($"{At}/{id}/stop", null, Cancelled)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var stopped = (await Follow(id)).Last;
        stopped.GetProperty("state").GetString().ShouldBe("stopped");
        stopped.GetProperty("open").GetInt32().ShouldBeInRange(1, 37);
        (await client.PostAsync($"{At}/{id}/stop", null, Cancelled)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await client.PostAsJsonAsync($"{At}/{id}/resume", new { concurrency = 16 }, Cancelled)).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await Follow(id)).Last.GetProperty("state").GetString().ShouldBe("finished");
        server.Asked.Values.ShouldAllBe(n => n == 1);
    }

    [Fact]
    public async Task What_cannot_start_is_told_and_nothing_is_sent()
    {
        foreach (var (words, status, body) in new (string, HttpStatusCode, object)[]
        {
            ("max_cost is missing: openai/gpt-4o-mini is not known to be free", HttpStatusCode.BadRequest, new { suite = "sums", models = new[] { "openai/gpt-4o-mini" } }),
            ("No suite has the id", HttpStatusCode.NotFound, new { suite = "../sums", models = new[] { "openai/gpt-4o-mini" }, max_cost = 1 }),
            ("Known suites: sums", HttpStatusCode.BadRequest, new { models = new[] { "openai/gpt-4o-mini" }, max_cost = 1 }),
            ("No model is named", HttpStatusCode.BadRequest, new { suite = "sums", max_cost = 1 }),
            ("is no temperature", HttpStatusCode.BadRequest, new { suite = "sums", models = new[] { "openai/gpt-4o-mini" }, max_cost = 1, temperature = 3 }),
        })
        {
            var answer = await client.PostAsJsonAsync(At, body, Cancelled);
            var text = await answer.Content.ReadAsStringAsync(Cancelled);
            answer.StatusCode.ShouldBe(status, text);
            text.ShouldContain(words);
        }
        using var foreign = new HttpRequestMessage(HttpMethod.Post, At) { Content = JsonContent.Create(new { suite = "sums" }), Headers = { { "Origin", "https://example.org" } } };
        (await client.SendAsync(foreign, Cancelled)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await client.GetAsync($"{At}/none/events", Cancelled)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        server.Asked.ShouldBeEmpty();
        site.Services.GetRequiredService<RunStore>().List().ShouldBeEmpty();
    }

    private async Task<string> Start(object ask)
    {
        var answer = await client.PostAsJsonAsync(At, ask, Cancelled);
        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync(Cancelled));
        var id = (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancelled)).GetProperty("run").GetString()!;
        answer.Headers.Location!.ToString().ShouldBe($"{At}/{id}");
        return id;
    }

    private async Task<(List<string> Names, JsonElement Last)> Follow(string id)
    {
        using var answer = await client.GetAsync($"{At}/{id}/events", HttpCompletionOption.ResponseHeadersRead, Cancelled);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(Cancelled));
        var names = new List<string>();
        var data = "";
        while (await reader.ReadLineAsync(Cancelled) is { } line)
        {
            if (line.StartsWith("event: ", StringComparison.Ordinal)) names.Add(line[7..]);
            if (line.StartsWith("data: ", StringComparison.Ordinal)) data = line[6..];
        }
        return (names, JsonDocument.Parse(data).RootElement);
    }
}
