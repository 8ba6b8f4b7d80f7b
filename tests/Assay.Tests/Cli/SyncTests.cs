using System.Text.Json;
using Assay.Host.Cli;
using Assay.Tests.Sync;
using Shouldly;
using Xunit;

namespace Assay.Tests.Cli;

public sealed class SyncTests : IAsyncLifetime
{
    private readonly AssayProcess assay = new();
    private SourceServer server = null!;

    public async ValueTask InitializeAsync()
    {
        server = await SourceServer.Start();
        await File.WriteAllTextAsync(Path.Combine(assay.Data, "assay.yaml"), $"sync: {{ url: {{ models.dev: {server.Address} }} }}\n");
        server.Serve(Listing.Json(10));
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        assay.Dispose();
    }

    private static string OneLine(Answer answer) => string.Join(' ', answer.Output.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));

    private Task<Answer> Sync(params string[] args) => assay.Run(["sync", "models.dev", .. args]);

    [Fact]
    public async Task A_sync_shows_its_steps_on_standard_error_and_the_table_on_standard_output()
    {
        var first = await Sync();
        first.ExitCode.ShouldBe(ExitCode.Done);
        first.Error.ShouldBe($"models.dev: connecting {server.Address}api.json\nmodels.dev: connecting {server.Address}models.json\nmodels.dev: parsing\nmodels.dev: importing\n", StringCompareShould.IgnoreLineEndings);
        first.Output.ShouldContain("The first snapshot: 11 entries.");
        var again = await Sync();
        again.ExitCode.ShouldBe(ExitCode.Done);
        again.Output.ShouldContain("unchanged since");
        var quiet = await Sync("--quiet");
        (quiet.Output + quiet.Error).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_dry_run_shows_the_difference_in_words_and_writes_nothing()
    {
        await Sync();
        server.Serve(Listing.Json(9, 1, ",\"new\":{\"id\":\"new\",\"name\":\"New\"}"));
        var dry = await Sync("--dry-run");
        dry.ExitCode.ShouldBe(ExitCode.Done);
        TestData.ShouldBeGolden(dry.Output, "../Golden/cli/sync-dry-run.txt");
        using var json = JsonDocument.Parse((await Sync("--dry-run", "--json")).Output);
        var source = json.RootElement.GetProperty("sources")[0];
        source.GetProperty("result").GetString().ShouldBe("imported");
        source.GetProperty("claims").GetProperty("changed").GetInt32().ShouldBe(9);
        var change = source.GetProperty("diff").GetProperty("changes").EnumerateArray().First(c => c.GetProperty("kind").GetString() == "price");
        (change.GetProperty("subject").GetString(), change.GetProperty("property").GetString(), change.GetProperty("by").GetString()).ShouldBe(("shop/m1", "price.input", "50 % lower"));
    }

    [Fact]
    public async Task What_is_held_back_ends_with_1_is_told_everywhere_and_confirmed_by_its_hash()
    {
        await Sync();
        server.Serve(Listing.Json(4));
        var held = await Sync();
        held.ExitCode.ShouldBe(ExitCode.Negative);
        held.Output.ShouldContain("held");
        var hash = OneLine(held).Split("--confirm ")[1].Split('\'')[0];
        OneLine(await Sync("--quiet")).ShouldContain("entries are gone, 6 of 11");
        var doctor = await assay.Run("doctor");
        doctor.ExitCode.ShouldBe(ExitCode.Negative);
        doctor.Output.ShouldContain("✗ failed · sync of models.dev");
        (await assay.Run("sources")).Output.ShouldContain("held");

        var wrong = await Sync("--confirm", "000000");
        wrong.ExitCode.ShouldBe(ExitCode.BadInput);
        wrong.Error.ShouldContain(hash);
        (await Sync("--confirm", hash)).ExitCode.ShouldBe(ExitCode.Done);
        (await assay.Run("doctor")).ExitCode.ShouldBe(ExitCode.Done);
    }

    [Fact]
    public async Task A_failure_ends_with_4_and_is_kept()
    {
        server.Answer = c => { c.Response.StatusCode = 404; return Task.CompletedTask; };
        var failed = await Sync();
        failed.ExitCode.ShouldBe(ExitCode.Outside);
        OneLine(failed).ShouldContain("HTTP 404, 0 bytes read");
        (await assay.Run("sources")).Output.ShouldContain("failed");
        (await assay.Run("doctor")).Output.ShouldContain("note: The last sync of models.dev");
    }

    [Theory]
    [InlineData(ExitCode.BadInput, "'modelsdev' is not a source that can be fetched. Allowed: ", "modelsdev")]
    [InlineData(ExitCode.BadInput, "'assay' is not a source that can be fetched. It comes with the program", "assay")]
    [InlineData(ExitCode.BadInput, "No snapshot of models.dev is held back", "models.dev", "--confirm", "abcdef")]
    public async Task Bad_input_is_told_with_what_is_allowed(int code, string fault, params string[] args)
    {
        var answer = await assay.Run(["sync", .. args]);
        answer.Error.ShouldContain(fault);
        answer.ExitCode.ShouldBe(code);
    }

    [Fact]
    public async Task Faulty_settings_end_with_3_and_the_line()
    {
        await File.WriteAllTextAsync(Path.Combine(assay.Data, "assay.yaml"), "sync:\n  every: often\n", TestContext.Current.CancellationToken);
        var answer = await Sync();
        answer.ExitCode.ShouldBe(ExitCode.BadInput);
        answer.Error.ShouldContain("assay.yaml:2: 'every' is 'often'");
    }

    [Fact]
    public async Task Sources_lists_what_there_is_and_what_was_never_fetched()
    {
        await Sync();
        using var json = JsonDocument.Parse((await assay.Run("sources", "--json")).Output);
        var sources = json.RootElement.GetProperty("sources").EnumerateArray().ToDictionary(s => s.GetProperty("source").GetString()!);
        sources["models.dev"].GetProperty("offers").GetInt32().ShouldBe(10);
        sources["models.dev"].GetProperty("last").GetProperty("result").GetString().ShouldBe("imported");
        sources["models.dev"].GetProperty("sha256").GetString()!.Length.ShouldBe(64);
        sources["assay"].GetProperty("claims").GetInt32().ShouldBeGreaterThan(20);
        sources["assay"].GetProperty("past_claims").GetInt32().ShouldBeGreaterThanOrEqualTo(0);
        sources["assay"].GetProperty("last").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task A_sync_lists_a_price_a_hundred_times_off_and_it_is_not_the_cheapest()
    {
        const string Owl = "\"freight\":{\"id\":\"freight\",\"name\":\"Freight\",\"models\":{\"acme/stork-1\":{\"id\":\"acme/stork-1\",\"name\":\"Stork 1\",\"cost\":{\"input\":3,\"output\":12}},"
            + "\"acme/owl-7b-fp8\":{\"id\":\"acme/owl-7b-fp8\",\"name\":\"Owl 7B\",\"cost\":{\"input\":2,\"output\":2}}}}";
        var list = Path.Combine(assay.Data, "model_prices_and_context_window.json");
        await File.WriteAllTextAsync(list, """
            { "freight/acme/stork-1": { "litellm_provider": "freight", "mode": "chat", "input_cost_per_token": 3e-08, "output_cost_per_token": 1.2e-05 },
              "freight/acme/owl-7b-fp8": { "litellm_provider": "freight", "mode": "chat", "input_cost_per_token": 2e-08, "output_cost_per_token": 2e-06 } }
            """, TestContext.Current.CancellationToken);
        (await assay.Run("import", "litellm", list)).ExitCode.ShouldBe(ExitCode.Done);
        server.Serve($"{{{Owl}}}");

        var dry = await Sync("--dry-run");
        dry.Output.ShouldContain("Suspicious prices, kept and never the cheapest without a word");
        OneLine(dry).ShouldContain("freight/acme/stork-1: its input price of $3.00 is 100× above the $0.03 that LiteLLM gives");
        OneLine(dry).ShouldContain("freight/acme/owl-7b-fp8: its input price of $2.00 is 100× above the $0.02 that LiteLLM gives");
        using var json = JsonDocument.Parse((await Sync("--json")).Output);
        json.RootElement.GetProperty("sources")[0].GetProperty("suspicious").EnumerateArray().Select(s => s.GetProperty("usd").GetDecimal()).ShouldBe([2, 3]);
        OneLine(await assay.Run("show", "freight/acme/stork-1")).ShouldContain("cannot be believed");
    }

    [Fact]
    public void Progress_on_a_terminal_is_one_line_that_is_gone_in_the_end()
    {
        using var error = new StringWriter();
        using (var progress = new ProgressText(error, terminal: true, quiet: false))
        {
            progress.Report(new("models.dev", "fetching", "x", 1_200_000, 2_400_000));
            progress.Report(new("models.dev", "fetching", "x", 2_400_000, null));
        }
        error.ToString().ShouldBe("\r\u001b[2Kmodels.dev: 1.2 MB of 2.4 MB\r\u001b[2Kmodels.dev: 2.4 MB\r\u001b[2K");
    }
}
