using Assay.Adapters.Calls;
using Assay.Adapters.Protocols;
using Assay.Adapters.Settings;
using Assay.Catalog;
using Shouldly;
using Xunit;

namespace Assay.Tests.Calls;

/// <summary>What is kept from one call to the next is never older than what it was made of.</summary>
public sealed class KeptTests : IDisposable
{
    private static readonly string[] Speaks = [.. WireProtocols.Ids];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private KeptSettings Settings => new(new(folder.Path, folder.In("elsewhere")));

    [Fact]
    public void Settings_are_read_again_when_the_file_has_changed_and_only_then()
    {
        var settings = Settings;
        var without = settings.Read();
        without.Path.ShouldBeNull();
        settings.Read().ShouldBeSameAs(without);
        folder.Write("assay.yaml", "providers:\n  one: { protocol: ollama, base_url: http://127.0.0.1:1 }\n");
        var first = settings.Read();
        first.Providers.All.ShouldHaveSingleItem().Id.ShouldBe("one");
        settings.Read().ShouldBeSameAs(first);
        folder.Write("assay.yaml", "providers:\n  another: { protocol: ollama, base_url: http://127.0.0.1:1 }\n");
        settings.Read().Providers.All.ShouldHaveSingleItem().Id.ShouldBe("another");
        File.Delete(folder.In("assay.yaml"));
        settings.Read().Providers.All.ShouldBeEmpty();
    }

    [Fact]
    public void An_edit_of_the_same_length_is_seen_by_its_date()
    {
        folder.Write("assay.yaml", "providers:\n  one: {}\n");
        var settings = Settings;
        settings.Read().Providers.All[0].Id.ShouldBe("one");
        folder.Write("assay.yaml", "providers:\n  two: {}\n");
        File.SetLastWriteTimeUtc(folder.In("assay.yaml"), new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        settings.Read().Providers.All[0].Id.ShouldBe("two");
    }

    [Fact]
    public void A_file_with_faults_is_told_each_time_until_it_is_mended()
    {
        var settings = Settings;
        folder.Write("assay.yaml", "providers: yes\n");
        Should.Throw<SettingsException>(() => settings.Read());
        Should.Throw<SettingsException>(() => settings.Read());
        folder.Write("assay.yaml", "providers: {}\n");
        settings.Read().Providers.All.ShouldBeEmpty();
    }

    [Fact]
    public void A_route_is_the_same_until_a_variable_the_settings_or_the_catalogue_changes()
    {
        var variables = new Dictionary<string, string> { ["KEY"] = "sk-first-1234" };
        ProviderSettings settings = new() { All = [new("mock") { Protocol = "openai-chat", BaseUrl = "http://127.0.0.1:1/${PATH_OF}", ApiKeyEnv = "KEY" }] };
        var endpoints = new Endpoints(() => settings, name => variables.GetValueOrDefault(name));
        var catalog = new TestCatalog().Snapshot();
        ProviderRoute Route() => endpoints.Find("mock", catalog, Speaks).ShouldNotBeNull();

        Route().Readiness.ShouldBe(Readiness.NeedsAddress);
        variables["PATH_OF"] = "v1";
        var first = Route();
        first.Endpoint!.Base!.AbsoluteUri.ShouldBe("http://127.0.0.1:1/v1");
        Route().ShouldBeSameAs(first);
        variables["KEY"] = "sk-second-1234";
        Route().Endpoint!.Key.ShouldBe("sk-second-1234");
        Route().Secrets.Clean("sk-first-1234 sk-second-1234").ShouldBe("sk-first-1234 [removed]");
        settings = new() { All = [settings.All[0] with { BaseUrl = "http://127.0.0.1:2" }] };
        Route().Endpoint!.Base!.Port.ShouldBe(2);
        catalog = new TestCatalog().Provider("mock", "The Mock", "openai-chat").Snapshot();
        Route().Name.ShouldBe("The Mock");
        variables.Clear();
        Route().Readiness.ShouldBe(Readiness.NeedsKey);
        settings = new();
        catalog = new TestCatalog().Snapshot();
        endpoints.Find("mock", catalog, Speaks).ShouldBeNull();
    }

    [Fact]
    public void An_offer_is_found_by_what_its_provider_calls_it()
    {
        var catalog = new TestCatalog();
        catalog.Model("acme/one").Offer("p/one", 1, 2).Offer("p/one#region=eu", 3, 4).Offer("q/one", 5, 6);
        var snapshot = catalog.Snapshot();
        snapshot.OffersAt("p", "one").Select(o => o.Id.ToString()).ShouldBe(["p/one", "p/one#region=eu"], ignoreOrder: true);
        snapshot.OffersAt("p", "One").ShouldBeEmpty();
        snapshot.OffersAt("nobody", "one").ShouldBeEmpty();
    }

    [Fact]
    public void What_was_asked_of_a_recording_stays_when_its_memory_goes_back()
    {
        var recording = new Recording(["secret-123"]);
        recording.Sent("POST", "https://x.example/?a=secret-123", [new("x", "secret-123")], "a secret-123"u8.ToArray());
        recording.Received(new byte[5_000]);
        recording.Received("and secret-123"u8);
        var exchange = recording.Exchange.ShouldNotBeNull();
        recording.Close();
        new Recording([]).Received(Enumerable.Repeat((byte)'z', 9_000).ToArray());
        exchange.Reply!.Value.Length.ShouldBe(5_000 + "and [removed]".Length);
        exchange.Reply.Value.Span.EndsWith("and [removed]"u8).ShouldBeTrue();
        exchange.Reply.Value.Span.Contains((byte)'z').ShouldBeFalse();
        (exchange.Address, exchange.RequestHeaders[0].Value).ShouldBe(("https://x.example/?a=[removed]", "[removed]"));
        exchange.Request.Span.SequenceEqual("a [removed]"u8).ShouldBeTrue();
    }
}
