using Assay.Host.Cli.Text;

namespace Assay.Host.Catalog;

/// <summary>A list of models as CSV: one a row, the columns asked for with their exact values, empty where nothing is known.</summary>
public static class ModelListCsv
{
    public static string Of(ModelListView list) => Csv.Write(
        ["id", "name", "maker", "answer", .. list.Columns.Select(c => c.Key), "unknown"],
        list.Models.Select(m => (IReadOnlyList<string?>)[m.Id, m.Name, m.Organization, list.Listed, .. list.Columns.Select(c => m.Columns[c.Key].Value), string.Join("; ", (m.Unknown ?? []).Select(u => u.Condition))]));
}
