using System.Text;
using Assay.Adapters.Storage;
using Assay.Host.Cli.Text;

namespace Assay.Tests.Importers.Mutations;

/// <summary>Rows of comma-separated values.</summary>
internal sealed class TableSpecimen : Specimen
{
    private const int Block = 15;

    private readonly SnapshotFile file;
    private readonly List<List<string>> rows;

    public TableSpecimen(string format, string path) : base(format)
    {
        Whole = Importer.Read(path);
        file = Whole.Files.First(f => f.Name.EndsWith(".csv", StringComparison.Ordinal));
        rows = [.. CsvFile.Read(new StringReader(Encoding.UTF8.GetString(file.Bytes))).Select(r => r.Fields.ToList())];
    }

    public override SnapshotFiles Whole { get; }

    public override Excerpt Take(Chance chance)
    {
        var blocks = Enumerable.Range(0, 3).Select(_ => 1 + chance.Below(Math.Max(1, rows.Count - Block))).SelectMany(at => Enumerable.Range(at, Block)).Where(i => i < rows.Count).Distinct().Order();
        return new Part(file.Name, [rows[0], .. blocks.Select(i => rows[i])]);
    }

    private sealed class Part(string name, IReadOnlyList<List<string>> rows) : Excerpt
    {
        public override SnapshotFiles Files { get; } = Written(name, rows);

        protected override Mutant One(Chance chance)
        {
            var row = chance.One(8) ? 0 : 1 + chance.Below(rows.Count - 1);
            List<List<string>> changed = [.. rows.Select(r => r.ToList())];
            var (told, column) = TableMutation.Of(changed, row, chance);
            var broken = chance.One(50);
            var mutant = new Mutant(told + (broken ? " and a quote that does not end" : ""), Written(name, changed, broken));
            // A day of a history is measured by all others.
            return row == 0 || broken || rows[0][Math.Max(0, column)] == "date" && name.EndsWith("_history.csv", StringComparison.Ordinal) ? mutant : mutant with
            {
                Without = Written(name, [.. rows.Where((_, i) => i != row)]), Before = Written(name, [rows[0], rows[row]]), Alone = Written(name, [rows[0], changed[row]]),
            };
        }

        private static SnapshotFiles Written(string name, IReadOnlyList<List<string>> rows, bool broken = false) => new([new(name, Encoding.UTF8.GetBytes(TableMutation.Write(rows, broken)))]);
    }
}
