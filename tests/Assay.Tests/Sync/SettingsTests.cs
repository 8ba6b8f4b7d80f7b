using Assay.Adapters.Settings;
using Shouldly;
using Xunit;

namespace Assay.Tests.Sync;

public sealed class SettingsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private SettingsFile Read(string text)
    {
        folder.Write("assay.yaml", text);
        return SettingsFile.Read(folder.Path, folder.In("elsewhere"));
    }

    [Fact]
    public void Without_a_file_every_setting_has_its_default_and_the_server_fetches_nothing()
    {
        var settings = SettingsFile.Read(folder.Path, folder.Path);
        settings.Path.ShouldBeNull();
        settings.Sync.Every.ShouldBeNull();
        settings.Sync.Sources.ShouldBe(Adapters.Sync.SyncSources.All);
        Read("\n").Sync.Every.ShouldBeNull();
    }

    [Fact]
    public void The_data_folder_goes_before_the_working_folder()
    {
        folder.Write("work/assay.yaml", "sync: { every: 2h }");
        SettingsFile.Read(folder.In("data"), folder.In("work")).Sync.Every.ShouldBe(TimeSpan.FromHours(2));
        folder.Write("data/assay.yaml", "sync: { every: 3d }");
        SettingsFile.Read(folder.In("data"), folder.In("work")).Sync.Every.ShouldBe(TimeSpan.FromDays(3));
    }

    [Fact]
    public void An_address_of_the_users_own_takes_the_place_of_the_public_one()
    {
        var sync = Read("sync:\n  every: 15m\n  sources: [models.dev]\n  url:\n    models.dev: http://127.0.0.1:9000/mirror/\n").Sync;
        sync.Every.ShouldBe(TimeSpan.FromMinutes(15));
        sync.Sources.ShouldHaveSingleItem().Files.Select(f => f.Address.AbsoluteUri).ShouldBe(["http://127.0.0.1:9000/mirror/api.json", "http://127.0.0.1:9000/mirror/models.json"]);
        sync.Sources[0].Mirrored.ShouldBeTrue();
    }

    [Theory]
    [InlineData("snyc: {}", "assay.yaml:1: unknown setting 'snyc', perhaps 'sync'; allowed are watch, sync, providers, images")]
    [InlineData("sync: yes", "assay.yaml:1: 'sync' is 'yes'; write a map: every, sources, url")]
    [InlineData("sync:\n  evry: 24h", "assay.yaml:2: unknown key 'evry'; allowed: every, sources, url")]
    [InlineData("sync:\n  every: daily", "assay.yaml:2: 'every' is 'daily'; write minutes, hours or days, from 15m to 365d: 24h")]
    [InlineData("sync:\n  every: 14m", "from 15m to 365d")]
    [InlineData("sync:\n  every: -24h", "from 15m to 365d")]
    [InlineData("sync:\n  every:", "'every' is nothing")]
    [InlineData("sync:\n  sources: models.dev", "'sources' is 'models.dev'; write a list")]
    [InlineData("sync:\n  sources: [modelsdev]", "'modelsdev' is not a source that can be fetched; allowed: ")]
    [InlineData("sync:\n  url: x", "'url' is 'x'; write a map of addresses by source")]
    [InlineData("sync:\n  url: { modelsdev: https://example.org/ }", "unknown source 'modelsdev'; allowed: ")]
    [InlineData("sync:\n  url: { models.dev: http://example.org/ }", "is not an address for models.dev; write one that begins with https://")]
    [InlineData("sync:\n  url: { models.dev: file:///etc/ }", "is not an address for models.dev")]
    [InlineData("sync:\n  url: { models.dev: https://example.org/api.json }", "must end in '/': models.dev is 2 files (api.json, models.json)")]
    [InlineData("sync: {", "not YAML")]
    [InlineData("sync: {}\nsync: {}", "doubled")]
    public void Faults_are_told_with_their_line_and_what_is_allowed(string text, string fault) => Should.Throw<SettingsException>(() => Read(text)).Message.ShouldContain(fault);

    [Fact]
    public void Every_setting_is_in_the_docs()
    {
        var docs = File.ReadAllText(Path.Combine(TestData.Repository, "docs", "sync.md"));
        foreach (var key in (string[])["`every`", "`sources`", "`url`"]) docs.ShouldContain(key);
    }
}
