using System.Threading.Channels;
using Assay.Adapters.Storage;
using Assay.Adapters.Storage.Runs;

namespace Assay.Adapters.Runs;

/// <summary>
/// Writes down a run as it happens. One task writes; what comes while it commits goes into the next commit together. So a call waits for the commit that
/// holds its row and not for one of its own, and memory is bounded by how much may stand in line.
/// </summary>
internal sealed class RunJournal : IAsyncDisposable
{
    private const int MostInLine = 1024;
    private const int MostTogether = 512;

    private readonly Channel<Entry> line = Channel.CreateBounded<Entry>(new BoundedChannelOptions(MostInLine) { SingleReader = true });
    private readonly Store store;
    private readonly string run;
    private readonly Task writing;

    public RunJournal(Store store, string run)
    {
        (this.store, this.run) = (store, run);
        writing = Task.Run(Write);
    }

    /// <summary>Null while it can write; else what the store said.</summary>
    public Exception? Fault { get; private set; }

    /// <summary>Told once, when the store refuses.</summary>
    public Action? Failed { get; init; }

    /// <summary>Writes, and waits until it is committed.</summary>
    /// <exception cref="StoreException">The store refused.</exception>
    public async Task<long> Kept(Func<TrialWriter, long> write)
    {
        var done = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        await Put(new(write, done));
        return await done.Task;
    }

    /// <summary>Writes with the next commit; waits only for a place in line.</summary>
    /// <exception cref="StoreException">The store refused.</exception>
    public ValueTask Later(Action<TrialWriter> write) => Put(new(
        w =>
        {
            write(w);
            return 0;
        }, null));

    /// <summary>Everything that was put in line is committed when this ends.</summary>
    public async ValueTask DisposeAsync()
    {
        line.Writer.TryComplete();
        await writing;
    }

    private async ValueTask Put(Entry entry)
    {
        try
        {
            if (!line.Writer.TryWrite(entry)) await line.Writer.WriteAsync(entry);
        }
        catch (ChannelClosedException e)
        {
            throw new StoreException(Fault?.Message ?? "The run has ended: nothing more is kept.", e);
        }
    }

    private async Task Write()
    {
        var batch = new List<(Entry Entry, long Number)>(MostTogether);
        try
        {
            using var connection = store.Connect();
            // Folding the log back waits for the disk: less often, and 32 MB more of it.
            SqliteDialect.Execute(connection, "pragma wal_autocheckpoint = 8000");
            using var writer = new TrialWriter(connection, run);
            while (await line.Reader.WaitToReadAsync())
            {
                store.Guard(() =>
                {
                    SqliteDialect.Execute(connection, "begin immediate");
                    while (batch.Count < MostTogether && line.Reader.TryRead(out var entry)) batch.Add((entry, entry.Write(writer)));
                    writer.Changed();
                    SqliteDialect.Execute(connection, "commit");
                    return true;
                });
                foreach (var (entry, number) in batch) entry.Done?.SetResult(number);
                batch.Clear();
            }
        }
#pragma warning disable CA1031 // Whoever waits must hear of it, whatever it was: nothing is sent that is not written down.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Fault = e;
            line.Writer.TryComplete(e);
            Failed?.Invoke();
            var words = new StoreException(e.Message, e);
            foreach (var (entry, _) in batch) entry.Done?.TrySetException(words);
            while (line.Reader.TryRead(out var entry)) entry.Done?.TrySetException(words);
        }
    }

    private sealed record Entry(Func<TrialWriter, long> Write, TaskCompletionSource<long>? Done);
}
