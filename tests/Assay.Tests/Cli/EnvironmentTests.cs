using System.Text.Json;
using Assay.Adapters.Settings;
using Assay.Host.Cli;
using Shouldly;
using Xunit;

namespace Assay.Tests.Cli;

public sealed class EnvironmentTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private SettingsFile Read(params (string Name, string Value)[] variables) =>
        SettingsFile.Read(folder.Path, folder.Path, variables.ToDictionary(v => v.Name, v => v.Value));

    [Fact]
    public void Variables_say_what_the_file_can_say()
    {
        var settings = Read(("ASSAY_WATCH", "openai/gpt-4o, provider:azure"), ("ASSAY_SYNC_EVERY", "15m"), ("ASSAY_SYNC_SOURCES", "models.dev"), ("ASSAY_SYNC_URL", "models.dev=http://127.0.0.1:9000/"));
        settings.Watch.Select(w => (w.Text, w.Where)).ShouldBe([("openai/gpt-4o", "ASSAY_WATCH"), ("provider:azure", "ASSAY_WATCH")]);
        settings.Sync.Every.ShouldBe(TimeSpan.FromMinutes(15));
        settings.Sync.Sources.ShouldHaveSingleItem().Files[0].Address.AbsoluteUri.ShouldBe("http://127.0.0.1:9000/api.json");
    }

    [Fact]
    public void A_variable_takes_the_place_of_its_key_and_leaves_the_others()
    {
        folder.Write("assay.yaml", "watch: [a]\nsync:\n  every: 24h\n  sources: [litellm]\n");
        var settings = Read(("ASSAY_SYNC_EVERY", "12h"), ("ASSAY_WATCH", ""));
        settings.Sync.Every.ShouldBe(TimeSpan.FromHours(12));
        settings.Sync.Sources.ShouldHaveSingleItem().Feed.ShouldBe("litellm");
        settings.Watch.ShouldHaveSingleItem().Where.ShouldEndWith("assay.yaml:1");
    }

    [Theory]
    [InlineData("ASSAY_SYNC_EVERY", "often", "ASSAY_SYNC_EVERY: 'every' is 'often'; write minutes, hours or days, from 15m to 365d: 24h")]
    [InlineData("ASSAY_SYNC_SOURCES", "models.dev,modelsdev", "ASSAY_SYNC_SOURCES: 'modelsdev' is not a source that can be fetched; allowed: ")]
    [InlineData("ASSAY_SYNC_URL", "models.dev", "ASSAY_SYNC_URL: 'models.dev' is not SOURCE=ADDRESS: write models.dev=https://")]
    [InlineData("ASSAY_SYNC_URL", "models.dev=ftp://x/", "ASSAY_SYNC_URL: 'ftp://x/' is not an address for models.dev; write one that begins with https://")]
    [InlineData("ASSAY_WATCH", "a,,b", "ASSAY_WATCH: an entry of 'watch' is nothing; it must be a model")]
    public void A_fault_names_the_variable_the_value_and_what_is_allowed(string name, string value, string fault) =>
        Should.Throw<SettingsException>(() => Read((name, value))).Message.ShouldStartWith(fault);

    [Fact]
    public async Task Doctor_tells_what_is_set_and_names_what_means_nothing()
    {
        using var assay = new AssayProcess { Variables = { ["ASSAY_WATCH"] = "acme/owl-7b", ["ASSAY_SINK_EVERY"] = "1h", ["ASSAY_COLOUR"] = "red" } };
        var answer = await assay.Run("doctor", "--json");
        answer.ExitCode.ShouldBe(ExitCode.Done);
        using var json = JsonDocument.Parse(answer.Output);
        json.RootElement.GetProperty("checks").EnumerateArray().Single(c => c.GetProperty("name").GetString() == "settings").GetProperty("text").GetString()!.ShouldEndWith("from the environment: ASSAY_WATCH");
        string[] notes = [.. json.RootElement.GetProperty("notes").EnumerateArray().Select(n => n.GetString()!)];
        notes.ShouldContain("The variable ASSAY_SINK_EVERY is no setting of this program and does nothing; perhaps ASSAY_SYNC_EVERY is meant.");
        notes.ShouldContain(n => n.StartsWith("The variable ASSAY_COLOUR is no setting of this program and does nothing: settings are ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_faulty_variable_fails_the_check_of_doctor_and_the_command_that_needs_it()
    {
        using var assay = new AssayProcess { Variables = { ["ASSAY_SYNC_EVERY"] = "1s" } };
        (await assay.Run("doctor")).Output.ShouldContain("✗ failed · settings");
        var sync = await assay.Run("sync", "models.dev");
        sync.ExitCode.ShouldBe(ExitCode.BadInput);
        sync.Error.ShouldStartWith("ASSAY_SYNC_EVERY: 'every' is '1s'");
    }

    [Fact]
    public void Every_variable_is_in_the_docs()
    {
        var docs = File.ReadAllText(Path.Combine(TestData.Repository, "docs", "settings.md"));
        foreach (var name in EnvironmentSettings.Names) docs.ShouldContain($"| `{name}` |");
    }
}
