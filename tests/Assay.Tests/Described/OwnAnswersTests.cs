using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Assay.Adapters.Storage;
using Assay.Host.Catalog;
using Assay.Tests.Evaluation.Reports;
using Assay.Tests.Playground;
using Shouldly;
using Xunit;

namespace Assay.Tests.Described;

/// <summary>What is the user's own (turns, battles, runs), asked as its description says; no provider is called.</summary>
public sealed class OwnAnswersTests : IDisposable
{
    private readonly PlaygroundSite site = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => site.Dispose();

    private async Task<DescribedApi> Api()
    {
        new SeededRuns(RunSite.First).Write(Store.Open(Workspace.StorePath(site.Data)));
        new SeededRuns(RunSite.Second) { Seed = 2 }.Write(Store.Open(Workspace.StorePath(site.Data)));
        return new(JsonNode.Parse(await site.Client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative), Stop))!);
    }

    private async Task<HttpResponseMessage> Send(string method, string address, HttpContent? body = null)
    {
        using var request = new HttpRequestMessage(new(method.ToUpperInvariant()), address) { Content = body };
        request.Headers.Accept.ParseAdd("application/json");
        return await site.Client.SendAsync(request, Stop);
    }

    private static JsonContent Chat => JsonContent.Create(new { task = "chat", prompt = "Who are you?", models = (string[])["acme/owl", "birch/heron"] });

    [Fact]
    public async Task Every_read_answers_as_its_schema_says()
    {
        var api = await Api();
        using var turn = await Send("POST", "/api/v1/playground/turns", Chat);
        (await api.Fault(api.One("StartTurn"), turn)).ShouldBeNull();
        using var battle = await Send("POST", "/api/v1/arena/battles", Chat);
        (await api.Fault(api.One("StartBattle"), battle)).ShouldBeNull();
        var ids = new[] { (Part: "/playground/", Id: await Id(turn)), (Part: "/arena/", Id: await Id(battle)) };
        var faults = new List<string>();
        var read = api.Operations.Where(o => o.Method == "get" && !o.OfTheCatalogue).ToArray();
        read.Length.ShouldBeGreaterThan(20);
        foreach (var operation in read)
        {
            string? Value(string name) => name switch
            {
                "run" => RunSite.First, "against" => RunSite.Second, "sample" => "q00003", "category" => "Counting",
                "id" => ids.First(i => operation.Path.Contains(i.Part, StringComparison.Ordinal)).Id,
                "model" or "a" or "passed_by" when operation.Path.Contains("/evals", StringComparison.Ordinal) => SeededRuns.Three[0].Name,
                "b" or "failed_by" when operation.Path.Contains("/evals", StringComparison.Ordinal) => SeededRuns.Three[1].Name,
                _ => null,
            };
            foreach (var with in operation.Parameters.Where(p => !DescribedOperation.InPath(p)).Select(DescribedOperation.NameOf).Prepend(""))
            {
                // A model is chosen for one of the forms only.
                if (operation.Name == "ExportRun" && with == "model") continue;
                var address = operation.Address(Value, with);
                using var reply = await Send("GET", address);
                if (reply.StatusCode is not HttpStatusCode.OK) faults.Add($"{address}: {(int)reply.StatusCode} {await reply.Content.ReadAsStringAsync(Stop)}");
                else if (await api.Fault(operation, reply) is { } fault) faults.Add($"{address}: {fault}");
                if (reply.Headers.ETag is not null || reply.Headers.Contains("Access-Control-Allow-Origin")) faults.Add($"{address} may be read by others.");
            }
        }
        faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_write_answers_as_its_schema_says()
    {
        var api = await Api();
        using var turn = await Send("POST", "/api/v1/playground/turns", Chat);
        using var battle = await Send("POST", "/api/v1/arena/battles", Chat);
        var (turnId, battleId) = (await Id(turn), await Id(battle));
        (string Name, string Address, HttpContent? Body, HttpStatusCode Status)[] writes =
        [
            ("Vote", $"/api/v1/arena/battles/{battleId}/vote", Example(api, "Vote"), HttpStatusCode.OK), ("Vote", $"/api/v1/arena/battles/{battleId}/vote", JsonContent.Create(new { vote = "up" }), HttpStatusCode.BadRequest),
            ("Vote", "/api/v1/arena/battles/nothing/vote", Example(api, "Vote"), HttpStatusCode.NotFound), ("StopBattle", $"/api/v1/arena/battles/{battleId}/stop", null, HttpStatusCode.NoContent),
            ("StopTurn", $"/api/v1/playground/turns/nothing/stop", null, HttpStatusCode.NotFound), ("StopLane", $"/api/v1/playground/turns/nothing/lanes/0/stop", null, HttpStatusCode.NotFound),
            ("DeleteTurn", $"/api/v1/playground/turns/{turnId}", null, HttpStatusCode.NoContent), ("DeleteTurn", $"/api/v1/playground/turns/{turnId}", null, HttpStatusCode.NotFound),
            ("StartTurn", "/api/v1/playground/turns", JsonContent.Create(new { task = "paint" }), HttpStatusCode.BadRequest), ("StartBattle", "/api/v1/arena/battles", JsonContent.Create(new { task = "paint" }), HttpStatusCode.BadRequest),
            ("StartRun", "/api/v1/evals/runs", JsonContent.Create(new { suite = "nothing" }), HttpStatusCode.NotFound), ("StartRun", "/api/v1/evals/runs", JsonContent.Create(new { }), HttpStatusCode.BadRequest),
            ("ResumeRun", "/api/v1/evals/runs/nothing/resume", Example(api, "ResumeRun"), HttpStatusCode.NotFound), ("StopRun", $"/api/v1/evals/runs/{RunSite.First}/stop", null, HttpStatusCode.NotFound),
            ("PutLabels", $"/api/v1/evals/runs/{RunSite.First}/labels?by=Ada", new StringContent("sample,model,label\nq00003,local/owl,pass\n", Encoding.UTF8, "text/csv"), HttpStatusCode.OK),
            ("PutLabels", $"/api/v1/evals/runs/{RunSite.First}/labels", new StringContent("nothing\n", Encoding.UTF8, "text/csv"), HttpStatusCode.BadRequest),
        ];
        foreach (var (name, address, body, status) in writes)
        {
            var operation = api.One(name);
            using var reply = await Send(operation.Method, address, body);
            reply.StatusCode.ShouldBe(status, $"{name}: {await reply.Content.ReadAsStringAsync(Stop)}");
            (await api.Fault(operation, reply)).ShouldBeNull(name);
        }
        writes.Select(w => w.Name).Concat(["StartTurn", "StartBattle"]).Distinct().ShouldBe(api.Operations.Where(o => o.Method != "get").Select(o => o.Name), ignoreOrder: true);
    }

    private static StringContent Example(DescribedApi api, string name) =>
        new(api.One(name).It["requestBody"]!["content"]!["application/json"]!["example"]!.ToJsonString(), Encoding.UTF8, "application/json");

    private static async Task<string> Id(HttpResponseMessage reply) => JsonNode.Parse(await reply.Content.ReadAsStringAsync(Stop))!["id"]!.GetValue<string>();
}
