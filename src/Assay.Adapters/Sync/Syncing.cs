using Assay.Adapters.Importers;
using Assay.Adapters.Storage;
using Assay.Catalog;

namespace Assay.Adapters.Sync;

/// <summary>The whole way of a source: fetch, see whether it is new, parse, compare, look for what is odd, import as one transaction.</summary>
public sealed class Syncing(Store store, WebFetch web, IProgress<SyncStep> progress)
{
    private const int ShownOfHash = 12;

    private readonly ClaimStore claims = new(store);
    private readonly SyncLog log = new(store);

    /// <summary>Fetches a source and imports it. A failure is an outcome, so that other sources go on.</summary>
    /// <param name="source">Where from.</param>
    /// <param name="dryRun">Tell what would happen; the store stays as it is.</param>
    /// <param name="cancellationToken">Leaves the store as it was.</param>
    /// <exception cref="StoreException">The store cannot be used; it is as it was before.</exception>
    public async Task<SyncOutcome> Sync(SyncSource source, bool dryRun, CancellationToken cancellationToken)
    {
        try
        {
            var newest = claims.Snapshots(source.Feed) is [.., var last] ? last : null;
            var fetched = await new SourceFiles(web, claims, log).Fetch(source, newest, cancellationToken);
            if (fetched is null) return Keep(Attempt(source, SyncResult.Unchanged, Unchanged(newest!), newest!.Sha256), dryRun);
            if (fetched.Files.Sha256 == newest?.Sha256)
            {
                var same = Attempt(source, SyncResult.Unchanged, Unchanged(newest), newest.Sha256);
                if (!dryRun) log.Add(same, newest.Id, fetched.Validators);
                return new() { Attempt = same };
            }
            return Take(source, fetched, Today, newest, dryRun, confirmed: false, cancellationToken);
        }
        catch (Exception e) when (e is FetchException or ImportException)
        {
            var problem = e is ImportException { Problems: [var first, ..] } ? $"{source.Address}: what came cannot be imported: {first}" : e.Message;
            return Keep(Attempt(source, SyncResult.Failed, problem, null), dryRun);
        }
    }

    /// <summary>Imports a snapshot that was held back, from its kept bytes.</summary>
    /// <param name="source">Its source.</param>
    /// <param name="hash">The first digits of its hash, at least six.</param>
    /// <param name="dryRun">Tell what would happen; the store stays as it is.</param>
    /// <param name="cancellationToken">Leaves the store as it was.</param>
    /// <exception cref="ImportException">No such snapshot is held back; the message says which are.</exception>
    /// <exception cref="StoreException">The store cannot be used; it is as it was before.</exception>
    public SyncOutcome Confirm(SyncSource source, string hash, bool dryRun, CancellationToken cancellationToken)
    {
        var held = log.Held().FirstOrDefault(a => a.Feed == source.Feed)
            ?? throw new ImportException($"No snapshot of {source.Feed} is held back: '{hash}' cannot be confirmed. 'assay sync {source.Feed}' fetches it again.");
        if (hash.Length < 6 || !held.Sha256!.StartsWith(hash, StringComparison.OrdinalIgnoreCase))
            throw new ImportException($"'{hash}' is not the snapshot of {source.Feed} that is held back: confirm it with --confirm {Short(held.Sha256!)}, at least six digits.");
        var newest = claims.Snapshots(source.Feed) is [.., var last] ? last : null;
        var day = DateOnly.FromDateTime(held.At.UtcDateTime);
        var kept = new FetchedFiles(log.HeldFiles(held.Sha256), new Dictionary<string, Validator>(StringComparer.Ordinal));
        return Take(source, kept, day, newest, dryRun, confirmed: true, cancellationToken);
    }

    private SyncOutcome Take(SyncSource source, FetchedFiles fetched, DateOnly day, StoredSnapshot? newest, bool dryRun, bool confirmed, CancellationToken cancellationToken)
    {
        progress.Report(new(source.Feed, "parsing"));
        var importer = ImportFormats.Get(source.Feed);
        // What was fetched today stands for today, whatever the newest date in it.
        var parsed = importer.Parse(fetched.Files, new() { Today = day, Date = day }, cancellationToken);
        if (parsed.Claims.Count == 0) throw new ImportException($"nothing in it can be used, {parsed.Refusals.Count:#,0} values were refused");
        var diff = SnapshotDiff.Of([.. claims.LoadClaims().Where(c => c.Source.Feed == source.Feed && c.HoldsOn(day))], [.. parsed.Claims.Where(c => c.HoldsOn(day))], day);
        if (!confirmed && SnapshotGuard.Objection(diff, Refused(importer, newest, day, cancellationToken), parsed.Refusals.Count) is { } objection)
            return Hold(source, parsed, diff, objection, dryRun, cancellationToken);

        progress.Report(new(source.Feed, dryRun ? "comparing" : "importing"));
        var attempt = Attempt(source, SyncResult.Imported, confirmed ? "imported after it was confirmed" : "imported", fetched.Files.Sha256);
        var import = Intake.Take(claims, parsed, day, (connection, id) => SyncLog.Add(connection, attempt, id, fetched.Validators), dryRun, cancellationToken);
        return new() { Attempt = attempt, Import = import, Diff = diff };
    }

    private SyncOutcome Hold(SyncSource source, ParsedSnapshot parsed, SnapshotDiff diff, string objection, bool dryRun, CancellationToken cancellationToken)
    {
        var files = parsed.Snapshot.Files;
        var attempt = Attempt(source, SyncResult.Held,
            $"held back, nothing was imported: {objection}. Look with 'assay sync {source.Feed} --dry-run'; accept with 'assay sync {source.Feed} --confirm {Short(files.Sha256)}'", files.Sha256);
        var import = Intake.Take(claims, parsed, parsed.Snapshot.AsOf, also: null, dryRun: true, cancellationToken);
        if (!dryRun) log.Add(attempt, files);
        return new() { Attempt = attempt, Import = import, Diff = diff };
    }

    /// <summary>Of the snapshot that stands, by this program: an older one may have refused more or less.</summary>
    private int Refused(IImporter importer, StoredSnapshot? newest, DateOnly day, CancellationToken cancellationToken) =>
        newest is null ? 0 : importer.Parse(claims.LoadFiles(newest.Id), new() { Today = day, Date = day }, cancellationToken).Refusals.Count;

    private SyncOutcome Keep(SyncAttempt attempt, bool dryRun)
    {
        if (!dryRun) log.Add(attempt);
        return new() { Attempt = attempt };
    }

    private SyncAttempt Attempt(SyncSource source, SyncResult result, string detail, string? sha256) =>
        new() { Feed = source.Feed, At = store.Time.GetUtcNow(), Result = result, Detail = detail, Address = source.Address, Sha256 = sha256 };

    /// <summary>The days of the catalogue are those of Greenwich, so a snapshot of today shows today.</summary>
    private DateOnly Today => DateOnly.FromDateTime(store.Time.GetUtcNow().UtcDateTime);

    private static string Unchanged(StoredSnapshot since) => $"unchanged since {since.AsOf:yyyy-MM-dd}";

    public static string Short(string sha256) => sha256[..ShownOfHash];
}
