using Assay.Host.Catalog.History;
using Assay.Host.Cli.Text;

namespace Assay.Host.Cli.Documents;

/// <summary>What sources have said of a model over time.</summary>
internal static class HistoryPart
{
    public static void Write(Document document, HistoryView history)
    {
        document.Heading(2, "History");
        if (history.Series.Count == 0) document.Paragraph("No price, limit or lifecycle statement has changed in what is held.");
        foreach (var series in history.Series)
        {
            var unit = series.Unit is null ? "" : $", {series.Unit}";
            document.Heading(3, $"{(series.SubjectKind == "model" ? "" : series.Subject + " · ")}{series.Label}{unit}, says {series.Source}")
                .Table(new([new("From"), new("To"), new("Value"), new("As of")], [.. series.Periods.Select(p => new Row([p.FromInWords(), p.ToInWords(), p.Display, p.Claim.AsOf]))]));
        }
    }
}
