using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Assay.Adapters.Storage;
using Assay.Adapters.Storage.Arena;
using Assay.Host.Arena;
using Assay.Host.Catalog;
using Assay.Tests.Evaluation.Reports;
using Assay.Tests.Playground;
using Xunit;

[assembly: AssemblyFixture(typeof(Assay.Browser.Tests.Access.FullSite))]

namespace Assay.Browser.Tests.Access;

/// <summary>One site that has something to show on every page: the curated catalogue, turns, battles, votes and runs. It starts when the first test asks for it.</summary>
public sealed class FullSite : IAsyncDisposable
{
    private const string Voter = "0123456789abcdef0123456789abcdef";
    private const string Found = """[{"label":"cup","box":[0.1,0.1,0.4,0.5],"score":0.9},{"label":"pen","box":[0.6,0.6,0.9,0.9],"score":0.4}]""";

    private readonly PlaygroundSite site = new();
    private readonly Lock starting = new();
    private Task<(string Address, Dictionary<string, string> Made)>? started;

    public IServiceProvider Services => site.Services;

    /// <summary>Opens a page of <see cref="EveryPage"/>.</summary>
    internal async Task<Window> Open(Chromium chromium, string path, WindowOptions? options = null)
    {
        var (address, made) = await Started();
        return await chromium.Open(Named(path, made), (options ?? new()) with { At = address, Voter = Voter });
    }

    private static string Named(string path, Dictionary<string, string> made) => Regex.Replace(path, @"\{(\w+)\}", m => made[m.Groups[1].Value]);

    /// <summary>A page of <see cref="EveryPage"/> as text.</summary>
    internal async Task<Assay.Tests.Web.Page> Get(string path)
    {
        var (address, made) = await Started();
        using var client = new HttpClient { BaseAddress = new(address) };
        return await Assay.Tests.Web.Page.Get(client, Named(path, made));
    }

    /// <summary>The site, begun once.</summary>
    public Task Ready() => Started();

    private Task<(string Address, Dictionary<string, string> Made)> Started()
    {
        lock (starting) return started ??= Task.Run(Start);
    }

    private async Task<(string, Dictionary<string, string>)> Start()
    {
        var address = site.Listen();
        var store = Store.Open(Workspace.StorePath(site.Data));
        new SeededRuns(RunSite.First).Write(store);
        new SeededRuns(RunSite.Newer) { Seed = 4, Version = "2" }.Write(store);
        new SeededRuns(RunSite.Stopped) { Seed = 5, Ended = Assay.Evaluation.RunEventKind.Stopped, Asked = 70 }.Write(store);
        SeededReplies.WriteBoxes(store);
        SeededReplies.WriteJudged(store);
        Votes(store);
        using var client = new HttpClient { BaseAddress = new(address) };
        client.DefaultRequestHeaders.Accept.ParseAdd("application/json");
        client.DefaultRequestHeaders.Add("Cookie", $"{Voters.Cookie}={Voter}");
        var made = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["boxes"] = await Turn("detect", Found, Found.Replace("0.4,0.5", "0.45,0.5", StringComparison.Ordinal)),
            ["texts"] = await Turn("ocr", "TOTAL 12.30", "TOTAL 12.80"),
            ["labels"] = await Turn("classify", """[{"label":"receipt","score":0.8},{"label":"letter","score":0.1}]""", "I cannot tell."),
            ["open"] = await Battle(),
            ["voted"] = await Battle(),
        };
        await Post($"/api/v1/arena/battles/{made["voted"]}/vote", new { vote = "left" });
        return (address, made);

        async Task<string> Turn(string task, string first, string second)
        {
            site.Models.Says("acme/owl", first).Says("birch/heron", second);
            return await Post("/api/v1/playground/turns", new { task, image = "sample:receipt", models = new[] { "acme/owl", "birch/heron" } });
        }
        Task<string> Battle()
        {
            site.Models.Says("acme/owl", "A receipt.").Says("birch/heron", "A bill of a shop.");
            return Post("/api/v1/arena/battles", new { task = "caption", image = "sample:receipt", models = new[] { "acme/owl", "birch/heron" } });
        }
        async Task<string> Post(string path, object body)
        {
            using var reply = await client.PostAsJsonAsync(path, body);
            var text = await reply.Content.ReadAsStringAsync();
            if (!reply.IsSuccessStatusCode) throw new InvalidOperationException($"{path}: {text}");
            return JsonNode.Parse(text)!["id"]?.GetValue<string>() ?? "";
        }
    }

    /// <summary>Votes on models of the catalogue and others, for a board with ratings.</summary>
    private void Votes(Store store)
    {
        string[] models = ["gpt-4o", "gemini-2.5-pro", "claude-sonnet-4-5", "owl of nowhere", "a-model-with-a-rather-long-name-instruct-2026-05-preview"];
        var random = new Random(3);
        var lines = Enumerable.Range(0, 400).Select(_ => (A: random.Next(models.Length), B: random.Next(models.Length))).Where(p => p.A != p.B)
            .Select(p => $"{models[p.A]},{models[p.B]},{random.Next(3) switch { 0 => "model_a", 1 => "model_b", _ => "tie" }},ask");
        var file = Path.Combine(site.Data, "votes.csv");
        File.WriteAllLines(file, ["model_a,model_b,winner,task", .. lines]);
        new VoteFiles(store).Import(file);
    }

    public ValueTask DisposeAsync()
    {
        site.Dispose();
        return ValueTask.CompletedTask;
    }
}
