using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Shouldly;
using Xunit;

namespace Assay.Tests.Web;

/// <summary>A key is planted in the environment and a provider sends it back in answers, faults and headers; then everything is searched for it.</summary>
public sealed partial class KeysStayTests : IAsyncLifetime
{
    private const string Variable = "PLANTED_KEY_OF_A_TEST", Key = "sk-planted-4f1d9c7be2a84d0b";
    private readonly ConcurrentQueue<string> logged = [];
    private readonly Site site;
    private readonly WebApplication provider;
    private int asked;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public KeysStayTests()
    {
        Environment.SetEnvironmentVariable(Variable, Key);
        site = new(FixedClaims.Curated)
        {
            Replace = services =>
            {
                services.RemoveAll<TimeProvider>().AddSingleton(TimeProvider.System);
                services.AddSingleton<ILoggerProvider>(new Collector(logged));
                services.Configure<LoggerFilterOptions>(o => o.MinLevel = LogLevel.Trace);
            },
        };
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        provider = builder.Build();
        provider.Run(Answer);
    }

    /// <summary>One model says the key, the other refuses it in words.</summary>
    private async Task Answer(HttpContext context)
    {
        using var asks = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: Cancelled);
        var told = context.Request.Headers.Authorization.ToString();
        if (told.Contains(Key, StringComparison.Ordinal)) Interlocked.Increment(ref asked);
        context.Response.Headers["x-request"] = told;
        if (asks.RootElement.GetProperty("model").GetString() == "gpt-4o")
        {
            context.Response.StatusCode = 401;
            await context.Response.WriteAsJsonAsync(new { error = new { message = $"The key {told} is not one of ours." } }, Cancelled);
            return;
        }
        var streams = asks.RootElement.TryGetProperty("stream", out var stream) && stream.GetBoolean();
        context.Response.ContentType = streams ? "text/event-stream" : "application/json";
        await context.Response.WriteAsync(streams
            ? $"data: {{\"choices\":[{{\"index\":0,\"delta\":{{\"content\":\"You sent {told}, 4\"}}}}]}}\n\ndata: {{\"choices\":[{{\"index\":0,\"delta\":{{}},\"finish_reason\":\"stop\"}}]}}\n\ndata: [DONE]\n\n"
            : $"{{\"choices\":[{{\"index\":0,\"message\":{{\"role\":\"assistant\",\"content\":\"You sent {told}, 4\"}},\"finish_reason\":\"stop\"}}],\"usage\":{{\"prompt_tokens\":3,\"completion_tokens\":3}}}}", Cancelled);
    }

    public async ValueTask InitializeAsync()
    {
        await provider.StartAsync(Cancelled);
        var suite = Directory.CreateDirectory(Path.Combine(site.Data, "suites", "sums")).FullName;
        await File.WriteAllTextAsync(Path.Combine(suite, "suite.yaml"), "id: sums\nversion: \"1\"\ntitle: Sums\nlicence: MIT\ncategories: [plus]\ndefault_scorer: number\nparameters: { max_output_tokens: 50 }\n", Cancelled);
        await File.WriteAllTextAsync(Path.Combine(suite, "samples.jsonl"), """{"id":"s","category":"plus","input":"2 + 2?","target":"4"}""" + "\n", Cancelled);
        await File.WriteAllTextAsync(Path.Combine(site.Data, "assay.yaml"), $"providers:\n  openai: {{ protocol: openai-chat, base_url: {provider.Urls.Single()}/v1, api_key_env: {Variable}, models: [gpt-4o-mini, gpt-4o] }}\n", Cancelled);
    }

    [Fact]
    public async Task A_planted_key_is_in_no_page_log_database_export_or_error()
    {
        using var client = site.CreateClient();
        var seen = new List<(string Where, string Text)>();
        async Task<string> Take(string where, Task<HttpResponseMessage> asking)
        {
            using var answer = await asking;
            var text = await answer.Content.ReadAsStringAsync(Cancelled);
            seen.Add((where, answer.Headers + "\n" + text));
            return text;
        }

        string[] models = ["openai/gpt-4o-mini", "openai/gpt-4o"];
        var turn = Id().Match(await Take("turn", client.PostAsJsonAsync("/api/v1/playground/turns", new { task = "chat", prompt = "What did I send?", models }, Cancelled))).Groups[1].Value;
        var battle = Id().Match(await Take("battle", client.PostAsJsonAsync("/api/v1/arena/battles", new { task = "chat", prompt = "What did I send?", models }, Cancelled))).Groups[1].Value;
        var run = Id().Match(await Take("run", client.PostAsJsonAsync("/api/v1/evals/runs", new { suite = "sums", models, max_cost = 1 }, Cancelled))).Groups[1].Value;
        await Take("events of the run", client.GetAsync($"/api/v1/evals/runs/{run}/events", Cancelled));
        asked.ShouldBeGreaterThanOrEqualTo(6, "the key went where it belongs, each time");

        string[] paths =
        [
            "/", "/playground", "/playground/history", $"/playground/{turn}", $"/playground/{turn}.json", $"/api/v1/playground/turns/{turn}", $"/api/v1/playground/turns/{turn}/export.json", $"/api/v1/playground/turns/{turn}/export.md",
            $"/playground/{turn}/lanes/0/request", $"/playground/{turn}/lanes/0/reply", $"/playground/{turn}/lanes/1/reply", "/api/v1/playground/models", "/arena", $"/arena/battles/{battle}", "/arena/leaderboard", $"/api/v1/arena/battles/{battle}",
            "/evals", "/evals.json", $"/evals/{run}", $"/evals/{run}.json", $"/evals/{run}/samples/s", $"/evals/{run}/samples/s.json", "/sources", "/status/500", $"/{Variable}",
            .. ((string[])["json", "csv", "junit", "markdown", "html", "inspect&model=openai/gpt-4o-mini"]).Select(f => $"/api/v1/evals/runs/{run}/export?format={f}"),
        ];
        foreach (var path in paths) await Take(path, client.GetAsync(path, Cancelled));
        await Take("bad turn", client.PostAsJsonAsync("/api/v1/playground/turns", new { task = "no such", models }, Cancelled));

        (turn.Length, battle.Length, run.Length).ShouldBe((26, 26, 26));
        seen.Count(s => s.Text.Contains("You sent", StringComparison.Ordinal)).ShouldBeGreaterThan(8, "the answers themselves are there");
        foreach (var (where, text) in seen) text.Contains(Key, StringComparison.Ordinal).ShouldBeFalse(where);
        logged.ShouldNotBeEmpty();
        logged.ShouldAllBe(line => !line.Contains(Key));
        foreach (var (where, bytes) in Database()) Encoding.UTF8.GetString(bytes).Contains(Key, StringComparison.Ordinal).ShouldBeFalse(where);
        foreach (var file in Directory.EnumerateFiles(site.Data, "*", SearchOption.AllDirectories))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            (await reader.ReadToEndAsync(Cancelled)).Contains(Key, StringComparison.Ordinal).ShouldBeFalse(file);
        }
    }

    /// <summary>Every value of every table; what is packed, unpacked.</summary>
    private List<(string Where, byte[] Bytes)> Database()
    {
        using var connection = new SqliteConnection($"Data Source={Directory.EnumerateFiles(site.Data, "*.db").Single()};Pooling=False");
        connection.Open();
        List<string> Names(string sql)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            using var rows = command.ExecuteReader();
            var names = new List<string>();
            while (rows.Read()) names.Add(rows.GetString(0));
            return names;
        }

        var values = new List<(string, byte[])>();
        foreach (var table in Names("select name from sqlite_master where type = 'table'"))
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"select * from \"{table}\"";
            using var rows = command.ExecuteReader();
            while (rows.Read())
                for (var i = 0; i < rows.FieldCount; i++)
                {
                    var where = $"{table}.{rows.GetName(i)}";
                    if (rows.GetValue(i) is string text) values.Add((where, Encoding.UTF8.GetBytes(text)));
                    else if (rows.GetValue(i) is byte[] bytes) values.Add((where, rows.GetName(i) == "brotli" ? Unpack(bytes) : bytes));
                }
        }
        values.Select(v => v.Item1).ShouldContain("blob.brotli");
        values.Select(v => v.Item1).ShouldContain("eval_answer.text");
        return values;
    }

    private static byte[] Unpack(byte[] packed)
    {
        using var stream = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var all = new MemoryStream();
        stream.CopyTo(all);
        return all.ToArray();
    }

    [GeneratedRegex("\"(?:id|run)\":\"([0-9a-z]{26})\"")]
    private static partial Regex Id();

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        await provider.DisposeAsync();
        Environment.SetEnvironmentVariable(Variable, null);
    }

    private sealed class Collector(ConcurrentQueue<string> into) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
        public bool IsEnabled(LogLevel logLevel) => true;
        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => into.Enqueue($"{formatter(state, exception)} {exception}");
        public void Dispose()
        {
        }
    }
}
