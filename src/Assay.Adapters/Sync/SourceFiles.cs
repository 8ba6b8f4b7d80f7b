using Assay.Adapters.Importers;
using Assay.Adapters.Storage;

namespace Assay.Adapters.Sync;

/// <summary>Fetches what a source consists of and reads it the way <c>assay import</c> reads a folder, so that the same bytes are the same snapshot either way.</summary>
internal sealed class SourceFiles(WebFetch web, ClaimStore claims, SyncLog log)
{
    /// <param name="source">What to fetch.</param>
    /// <param name="newest">The snapshot that stands; null when there is none.</param>
    /// <param name="cancellationToken">Leaves nothing behind.</param>
    /// <returns>Null when the server says that every file is the one we have.</returns>
    /// <exception cref="FetchException">An address did not give what it should.</exception>
    /// <exception cref="ImportException">The files are not what the importer expects.</exception>
    public async Task<FetchedFiles?> Fetch(SyncSource source, StoredSnapshot? newest, CancellationToken cancellationToken)
    {
        var known = newest is null ? new Dictionary<string, Validator>(StringComparer.Ordinal) : log.Validators(newest.Id);
        var answers = new List<(SyncFile File, Fetched Answer)>();
        foreach (var file in source.Files) answers.Add((file, await web.Get(source, file, known.GetValueOrDefault(file.Address.AbsoluteUri), cancellationToken)));
        if (answers.TrueForAll(a => a.Answer is Fetched.NotModified)) return null;

        var folder = Directory.CreateTempSubdirectory("assay-sync-");
        try
        {
            var validators = new Dictionary<string, Validator>(StringComparer.Ordinal);
            foreach (var (file, answer) in answers)
            {
                // What has not changed beside something that has, comes from the snapshot that we have.
                var body = answer as Fetched.Body ?? Kept(newest!, file, known) ?? (Fetched.Body)await web.Get(source, file, null, cancellationToken);
                validators[file.Address.AbsoluteUri] = body.Validator;
                Write(folder.FullName, source, file, body.Bytes);
            }
            return new(ImportFormats.Get(source.Feed).Read(PathIn(folder.FullName, source)), validators);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private Fetched.Body? Kept(StoredSnapshot newest, SyncFile file, IReadOnlyDictionary<string, Validator> known) =>
        claims.LoadFile(newest.Id, file.Name) is { } bytes ? new(bytes, known[file.Address.AbsoluteUri]) : null;

    private static void Write(string folder, SyncSource source, SyncFile file, byte[] bytes)
    {
        if (!source.IsArchive)
        {
            File.WriteAllBytes(Path.Combine(folder, file.Name), bytes);
            return;
        }
        try
        {
            foreach (var (name, content) in Archive.Read(bytes, source.Folders, source.MostBytes))
            {
                var path = Path.Combine(folder, name);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllBytes(path, content);
            }
        }
        catch (InvalidDataException e)
        {
            throw new FetchException(file.Address, e.Message, System.Net.HttpStatusCode.OK, bytes.Length, e);
        }
    }

    /// <summary>What the importer is given: the file where there is one, the folder where there are several.</summary>
    private static string PathIn(string folder, SyncSource source) => source switch
    {
        { Folders: [var only] } => Path.Combine(folder, only),
        { IsArchive: false, Files: [var file] } => Path.Combine(folder, file.Name),
        _ => folder,
    };
}

/// <summary>The files of a source as the importer reads them, and by address what tells their state; nothing for files from our own store.</summary>
internal sealed record FetchedFiles(SnapshotFiles Files, IReadOnlyDictionary<string, Validator> Validators);
