using Assay.Adapters.Importers;
using Assay.Adapters.Storage;
using Assay.Catalog;

namespace Assay.Tests.Importers.Mutations;

/// <summary>A whole snapshot of one format, of which excerpts are taken and damaged.</summary>
internal abstract class Specimen(string format)
{
    public IImporter Importer { get; } = ImportFormats.Get(format);

    /// <summary>As it is on disk.</summary>
    public abstract SnapshotFiles Whole { get; }

    public abstract Excerpt Take(Chance chance);

    /// <summary>What a claim belongs to that another entry must not change.</summary>
    public string Key(Claim claim) => format == "benchmarks-csv" && claim.Value is ClaimValue.Score score ? score.Value.Benchmark : claim.Subject.ToString();

    public static Specimen Of(string format, string path) => format switch
    {
        "assay" => new CatalogueSpecimen(path),
        "benchmarks-csv" or "models.dev-history" => new TableSpecimen(format, path),
        _ => new JsonSpecimen(format, path),
    };
}

/// <summary>A few entries of a snapshot in its own shape.</summary>
internal abstract class Excerpt
{
    public abstract SnapshotFiles Files { get; }

    public Mutant Mutate(Chance chance)
    {
        if (chance.Below(5) > 0) return One(chance);
        var at = chance.Below(Files.Files.Count);
        var (told, bytes) = ByteMutation.Of(Files.Files[at].Bytes, chance);
        return new($"{Files.Files[at].Name}: {told}", new(Files.Files.Select((f, i) => i == at ? f with { Bytes = bytes } : f)));
    }

    protected abstract Mutant One(Chance chance);
}

/// <summary>A damaged excerpt.</summary>
/// <param name="Told">What was done.</param>
/// <param name="Files">With the damage.</param>
internal sealed record Mutant(string Told, SnapshotFiles Files)
{
    /// <summary>The excerpt without the entry that was damaged; null where the damage is in no single entry.</summary>
    public SnapshotFiles? Without { get; init; }

    /// <summary>The entry before it was damaged, and nothing else.</summary>
    public SnapshotFiles? Before { get; init; }

    /// <summary>The damaged entry and nothing else; null where it is gone.</summary>
    public SnapshotFiles? Alone { get; init; }
}
