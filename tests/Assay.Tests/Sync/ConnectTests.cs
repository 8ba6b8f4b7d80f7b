using System.Net;
using System.Net.Sockets;
using Assay.Adapters.Storage;
using Assay.Adapters.Sync;
using Shouldly;
using Xunit;

namespace Assay.Tests.Sync;

/// <summary>Addresses where nobody ever takes the connection.</summary>
public sealed class ConnectTests : IDisposable
{
    private readonly Steps steps = new();
    private readonly List<Socket> open = [];

    // Far more for everything after the connection, so that the message tells which time has run out.
    private static readonly FetchLimits Limits = Listing.Quick with { Connect = TimeSpan.FromMilliseconds(300), FirstByte = TimeSpan.FromMinutes(2), Whole = TimeSpan.FromMinutes(4), Retries = 2 };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_that_never_shakes_hands_is_left_after_the_time_for_the_connection()
    {
        // The system answers for a listener that accepts nobody; the handshake of https is the listener's own.
        var port = Listen(backlog: 20);
        var fault = await Should.ThrowAsync<FetchException>(() => Get(new($"https://127.0.0.1:{port}/api.json")));
        fault.Message.ShouldBe($"https://127.0.0.1:{port}/api.json: no connection within 0.3 s (no answer, 0 bytes read).");
        fault.MayPass.ShouldBeTrue();
        steps.All.Count(s => s.Stage == "waiting").ShouldBe(2);
    }

    [Fact]
    public async Task A_server_whose_queue_is_full_is_left_after_the_time_for_the_connection()
    {
        var port = Listen(backlog: 0);
        Assert.SkipUnless(await Fill(port), "The system takes every connection to a full queue: there is no address here that lets one hang.");
        (await Should.ThrowAsync<FetchException>(() => Get(new($"http://127.0.0.1:{port}/api.json")))).Message.ShouldContain("no connection within 0.3 s (no answer, 0 bytes read)");
    }

    [Fact]
    public async Task A_sync_that_finds_nobody_says_so_and_leaves_the_store_as_it_was()
    {
        using var temporary = new TemporaryFolder();
        var store = Store.Open(temporary.In("assay.db"));
        using var web = new WebFetch(Limits with { Retries = 0 }, TimeProvider.System, new Random(1), steps);
        var outcome = await new Syncing(store, web, steps).Sync(Listing.Source.At(new($"https://127.0.0.1:{Listen(backlog: 20)}/")), dryRun: false, Stop);
        outcome.Attempt.Result.ShouldBe(SyncResult.Failed);
        outcome.Attempt.Detail.ShouldContain("no connection within 0.3 s");
        new ClaimStore(store).Snapshots().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_wait_for_a_connection_ends_when_the_caller_stops()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        using var web = new WebFetch(Limits with { Connect = TimeSpan.FromMinutes(2) }, TimeProvider.System, new Random(1), new Stopping(stop));
        var source = Source(new($"https://127.0.0.1:{Listen(backlog: 20)}/api.json"));
        await Should.ThrowAsync<OperationCanceledException>(() => web.Get(source, source.Files[0], null, stop.Token));
    }

    private async Task Get(Uri address)
    {
        using var web = new WebFetch(Limits, TimeProvider.System, new Random(1), steps);
        await web.Get(Source(address), Source(address).Files[0], null, Stop);
    }

    private static SyncSource Source(Uri address) => new() { Feed = "test", Publisher = "Test", Files = [new("api.json", address)], Mirrored = true };

    private int Listen(int backlog)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        open.Add(socket);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        socket.Listen(backlog);
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    /// <summary>Connects until a connection hangs.</summary>
    private async Task<bool> Fill(int port)
    {
        for (var i = 0; i < 10; i++)
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            open.Add(socket);
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(Stop);
            patience.CancelAfter(TimeSpan.FromMilliseconds(500));
            try
            {
                await socket.ConnectAsync(IPAddress.Loopback, port, patience.Token);
            }
            catch (OperationCanceledException)
            {
                return true;
            }
        }
        return false;
    }

    public void Dispose() => open.ForEach(s => s.Dispose());

    /// <summary>Stops as soon as the connection is begun.</summary>
    private sealed class Stopping(CancellationTokenSource stop) : IProgress<SyncStep>
    {
        public void Report(SyncStep value) => stop.CancelAfter(TimeSpan.FromMilliseconds(50));
    }
}
