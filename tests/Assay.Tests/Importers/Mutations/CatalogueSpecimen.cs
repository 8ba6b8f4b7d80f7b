using System.Text;
using Assay.Adapters.Storage;

namespace Assay.Tests.Importers.Mutations;

/// <summary>A few models of a curated catalogue, with all that they may refer to.</summary>
internal sealed class CatalogueSpecimen : Specimen
{
    private readonly SnapshotFile[] models;
    private readonly SnapshotFile[] others;

    public CatalogueSpecimen(string path) : base("assay")
    {
        Whole = Importer.Read(path);
        models = [.. Whole.Files.Where(f => f.Name.StartsWith("models/", StringComparison.Ordinal))];
        others = [.. Whole.Files.Where(f => f.Name.Split('/')[0] is "organizations" or "providers" or "benchmarks")];
    }

    public override SnapshotFiles Whole { get; }

    public override Excerpt Take(Chance chance) => new Part(chance.Some(models, 2), others, chance.Of(others));

    private sealed class Part(SnapshotFile[] models, SnapshotFile[] others, SnapshotFile other) : Excerpt
    {
        public override SnapshotFiles Files { get; } = new([.. models, .. others]);

        protected override Mutant One(Chance chance)
        {
            var file = chance.Of([.. models, .. models, other]);
            var (told, text) = YamlMutation.Of(Encoding.UTF8.GetString(file.Bytes), chance);
            return new($"{file.Name}: {told}", new(Files.Files.Select(f => f == file ? f with { Bytes = Encoding.UTF8.GetBytes(text) } : f))) { Without = new(Files.Files.Where(f => f != file)) };
        }
    }
}
