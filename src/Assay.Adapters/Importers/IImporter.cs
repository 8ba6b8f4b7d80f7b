using Assay.Adapters.Storage;

namespace Assay.Adapters.Importers;

/// <summary>
/// Reads one outside format. One class per source; <see cref="ImportFormats"/> finds it. Stateless and thread-safe.
/// Parsing is pure but for the bytes it is given: the same bytes and request give the same claims.
/// </summary>
public interface IImporter
{
    /// <summary>The name on the command line: <c>models.dev</c>. Also the feed of its snapshots.</summary>
    string Format { get; }

    /// <summary>One line for people: what PATH has to be.</summary>
    string Expects { get; }

    /// <summary>Whether the files tell which day they stand for; if not, it is the day given, else the day of the import.</summary>
    bool CarriesItsDate { get; }

    /// <summary>Reads the bytes, and nothing else.</summary>
    /// <exception cref="ImportException">There is no such file or folder, or it cannot be read.</exception>
    SnapshotFiles Read(string path);

    /// <summary>Turns the bytes into claims. What cannot be used is refused with a reason, never dropped in silence.</summary>
    /// <exception cref="ImportException">The snapshot as a whole cannot be used; every fault that was found is in it.</exception>
    ParsedSnapshot Parse(SnapshotFiles files, ImportRequest request, CancellationToken cancellationToken = default);
}

/// <summary>What the caller says of the snapshot.</summary>
public sealed record ImportRequest
{
    /// <summary>The day of the import.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>The day the statements stand for; null: the importer finds it in the files or takes <see cref="Today"/>.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Where the files were read; null: the source's own public address.</summary>
    public string? SourceUrl { get; init; }
}
