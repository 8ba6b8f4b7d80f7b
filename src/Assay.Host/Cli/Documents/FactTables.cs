using Assay.Catalog;
using Assay.Comparison;
using Assay.Host.Catalog;
using Assay.Host.Cli.Text;

namespace Assay.Host.Cli.Documents;

/// <summary>Facts as rows, models as columns.</summary>
internal static class FactTables
{
    public static Block.Table Specs(IReadOnlyList<ModelView> models) => Of(models,
        Spec.All.Select(r => (r.Unit is "GB" ? $"{r.Label}, GB" : r.Label, (Func<ModelView, Phrase>)(m => FactText.Of(m.Specs[r.Name], exact: r.Unit is "tokens"))))
            .Append(("Aliases", m => m.Aliases.Count > 0 ? string.Join(", ", m.Aliases) : new Phrase("none recorded", Tone.Quiet))));

    public static Block.Table Capabilities(IReadOnlyList<ModelView> models) =>
        Of(models, Capability.All.Select(c => (c.Label, (Func<ModelView, Phrase>)(m => FactText.Of(m.Capabilities[c.Name])))));

    public static Block.Table Tasks(IReadOnlyList<ModelView> models) =>
        Of(models, VisionTask.All.Select(t => (t.Label, (Func<ModelView, Phrase>)(m => FactText.Of(m.Tasks[t.Name])))));

    private static Block.Table Of(IReadOnlyList<ModelView> models, IEnumerable<(string Label, Func<ModelView, Phrase> Cell)> rows) => new(
        [new(""), .. models.Select(m => new Column(m.Name))],
        [.. rows.Select(r => new Row([new(r.Label), .. models.Select(r.Cell)]))]);
}
