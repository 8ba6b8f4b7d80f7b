using Assay.Adapters.Settings;
using Assay.Adapters.Storage;
using Assay.Adapters.Sync;
using Assay.Host.Catalog;
using Assay.Host.Sync;
using Assay.Host.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Shouldly;
using Xunit;

namespace Assay.Tests.Sync;

public sealed class SyncScheduleTests
{
    private static readonly DateTimeOffset Noon = new(2026, 7, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private static SyncAttempt Attempt => new() { Feed = "x", At = Noon, Result = SyncResult.Imported, Detail = "", Address = "" };

    [Fact]
    public void A_source_is_due_at_once_then_after_the_interval_and_sooner_after_a_failure()
    {
        SyncSchedule.Due(null, 0, Day).ShouldBe(DateTimeOffset.MinValue);
        SyncSchedule.Due(Attempt, 0, Day).ShouldBe(Noon + Day);
        SyncSchedule.Due(Attempt, 1, Day).ShouldBe(Noon.AddMinutes(5));
        SyncSchedule.Due(Attempt, 3, Day).ShouldBe(Noon.AddMinutes(20));
        SyncSchedule.Due(Attempt, 12, Day).ShouldBe(Noon + Day);
        SyncSchedule.Due(Attempt, 5000, Day).ShouldBe(Noon + Day);
    }

    [Fact]
    public async Task A_round_fetches_what_is_due_and_nothing_else()
    {
        using var folder = new TemporaryFolder();
        await using var server = await SourceServer.Start();
        server.Serve(Listing.Json(10));
        var store = Store.Open(folder.In("assay.db"));
        using var web = new WebFetch(Listing.Quick, TimeProvider.System, new Random(1), new Steps());
        var settings = new SyncSettings { Every = TimeSpan.FromHours(24), Sources = [Listing.Source.At(server.Address)] };
        using var schedule = new SyncSchedule(store, settings, web, TimeProvider.System, NullLogger<SyncSchedule>.Instance);

        (await schedule.RunDue(TestContext.Current.CancellationToken)).ShouldBe(TimeSpan.FromHours(1));
        new ClaimStore(store).Snapshots().Count.ShouldBe(1);
        server.Requests.Clear();
        await schedule.RunDue(TestContext.Current.CancellationToken);
        server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task After_failures_the_next_try_is_soon()
    {
        using var folder = new TemporaryFolder();
        await using var server = await SourceServer.Start();
        var store = Store.Open(folder.In("assay.db"));
        using var web = new WebFetch(Listing.Quick, TimeProvider.System, new Random(1), new Steps());
        using var schedule = new SyncSchedule(store, new() { Every = Day, Sources = [Listing.Source.At(server.Address)] }, web, TimeProvider.System, NullLogger<SyncSchedule>.Instance);
        (await schedule.RunDue(TestContext.Current.CancellationToken)).ShouldBeInRange(TimeSpan.FromMinutes(4.9), TimeSpan.FromMinutes(5));
        new SyncLog(store).FailuresInARow("models.dev").ShouldBe(1);
    }

    [Fact]
    public async Task A_server_with_a_schedule_shows_what_it_fetched_without_a_restart()
    {
        using var folder = new TemporaryFolder();
        await using var server = await SourceServer.Start();
        server.Serve(Listing.Json(7));
        var workspace = new Workspace(folder.Path, Path.Combine(TestData.Folder, "cli-catalog"), TimeProvider.System);
        var settings = new SyncSettings { Every = Day, Sources = [Listing.Source.At(server.Address)] };
        await using var app = WebApp.Build(["--urls=http://127.0.0.1:0"], () => workspace, TimeProvider.System, builder =>
        {
            builder.Logging.ClearProviders();
            SyncSchedule.Add(builder.Services, workspace.Store, settings);
        }, Path.Combine(TestData.Repository, "src", "Assay.Host"));
        await app.StartAsync(TestContext.Current.CancellationToken);
        var live = app.Services.GetRequiredService<LiveCatalog>();
        for (var i = 0; i < 150 && live.Current.Models.All(m => m.Offers.All(o => o.Id.Provider != "shop")); i++) await Task.Delay(100, TestContext.Current.CancellationToken);
        live.Current.Models.SelectMany(m => m.Offers).Count(o => o.Id.Provider == "shop").ShouldBe(7);
        await app.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task What_goes_wrong_is_logged_and_the_server_stands()
    {
        using var folder = new TemporaryFolder();
        var store = Store.Open(folder.In("assay.db"));
        using var web = new WebFetch(Listing.Quick, TimeProvider.System, new Random(1), new Steps());
        // A source that no importer reads is a fault of the program's, which no fetch foresees.
        var source = new SyncSource { Feed = "x", Publisher = "X", Files = [] };
        var log = new Lines();
        using var schedule = new SyncSchedule(store, new() { Every = Day, Sources = [source] }, web, TimeProvider.System, log);
        await schedule.StartAsync(TestContext.Current.CancellationToken);
        for (var i = 0; i < 100 && log.All.Count == 0; i++) await Task.Delay(50, TestContext.Current.CancellationToken);
        log.All.ShouldHaveSingleItem().ShouldBe("The sync could not run; next try in 5 minutes");
        schedule.ExecuteTask!.IsCompleted.ShouldBeFalse();
        await schedule.StopAsync(TestContext.Current.CancellationToken);
    }

    private sealed class Lines : ILogger<SyncSchedule>
    {
        public List<string> All { get; } = [];

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
        public bool IsEnabled(LogLevel logLevel) => true;
        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => All.Add(formatter(state, exception));
    }
}
