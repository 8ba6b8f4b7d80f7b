using System.Text.Json;
using Assay.Host.Cli;
using Shouldly;
using Xunit;

namespace Assay.Tests.Cli;

public sealed class DoctorTests
{
    [Fact]
    public async Task A_sound_installation_passes_and_is_told_in_full()
    {
        using var assay = new AssayProcess();
        var answer = await assay.Run("doctor");
        answer.ExitCode.ShouldBe(ExitCode.Done);
        foreach (var part in (string[])["✓ ok · data folder", "✓ ok · store", "schema version", "✓ ok · SQLite", "4 models", "All checks passed."]) answer.Output.ShouldContain(part);
        using var json = JsonDocument.Parse((await assay.Run("doctor", "--json")).Output);
        json.RootElement.GetProperty("healthy").GetBoolean().ShouldBeTrue();
        json.RootElement.GetProperty("catalogue").GetProperty("offers").GetInt32().ShouldBe(4);
        json.RootElement.GetProperty("feeds")[0].GetProperty("feed").GetString().ShouldBe("assay");
    }

    [Fact]
    public async Task A_store_that_is_none_fails_its_check_and_ends_with_1()
    {
        using var assay = new AssayProcess();
        await File.WriteAllTextAsync(Path.Combine(assay.Data, "assay.db"), string.Concat(Enumerable.Repeat("this is no database ", 100)), TestContext.Current.CancellationToken);
        var answer = await assay.Run("doctor");
        answer.ExitCode.ShouldBe(ExitCode.Negative);
        answer.Output.ShouldContain("✗ failed · store");
        (await assay.Run("doctor", "--quiet")).Output.ShouldNotContain("✓ ok");
    }

    [Fact]
    public async Task A_catalogue_that_is_not_there_fails_its_check()
    {
        using var assay = new AssayProcess { Catalog = "/no/such/catalogue" };
        var answer = await assay.Run("doctor");
        answer.ExitCode.ShouldBe(ExitCode.Negative);
        answer.Output.ShouldContain("ASSAY_CATALOG");
    }

    [Fact]
    public async Task Whose_models_can_be_called_is_told_by_the_name_of_the_variable_and_never_its_value()
    {
        using var assay = new AssayProcess();
        await File.WriteAllTextAsync(Path.Combine(assay.Data, "assay.yaml"), "providers:\n  mock: { protocol: openai-chat, base_url: 'http://127.0.0.1:9000/v1' }\n  mine: { protocol: ollama, base_url: 'https://x.example', api_key_env: PATH }\n  far: { protocol: gemini, base_url: 'https://x.example', api_key_env: NO_SUCH_KEY_IS_SET }\n", TestContext.Current.CancellationToken);
        var answer = await assay.Run("doctor");
        answer.Output.ShouldContain("models can be called at mock: At http://127.0.0.1:9000/v1, without a key.");
        answer.Output.ShouldContain("(NO_SUCH_KEY_IS_SET)");
        using var json = JsonDocument.Parse((await assay.Run("doctor", "--json")).Output);
        var mine = json.RootElement.GetProperty("providers").EnumerateArray().Single(p => p.GetProperty("id").GetString() == "mine");
        mine.GetProperty("variable").GetString().ShouldBe("PATH");
        mine.GetRawText().ShouldNotContain("/bin");
        await File.WriteAllTextAsync(Path.Combine(assay.Data, "assay.yaml"), "providers:\n  mock: { protocol: smtp }\n", TestContext.Current.CancellationToken);
        var broken = await assay.Run("doctor");
        broken.ExitCode.ShouldBe(ExitCode.Negative);
        broken.Output.ShouldContain("assay.yaml:2:");
    }
}
