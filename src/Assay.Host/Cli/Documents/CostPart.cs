using Assay.Catalog;
using Assay.Host.Cli.Text;
using Assay.Host.Comparison;
using Assay.Units;

namespace Assay.Host.Cli.Documents;

/// <summary>The bill of each model at the traffic of the comparison, line by line.</summary>
internal static class CostPart
{
    public static void Write(Document document, ComparisonView view)
    {
        document.Heading(2, "Monthly cost at this traffic").Paragraph(Traffic(view.Traffic));
        ComparisonDocument.Sentences(document, view, "cost");
        foreach (var cost in view.Cost) Bill(document.Heading(3, ComparisonDocument.NameOf(view, cost.Model)), cost);
    }

    public static string Traffic(TrafficView traffic) =>
        $"Traffic a month: {Format.Count(traffic.InputTokens)} input tokens, {Format.Count(traffic.OutputTokens)} output tokens, {Words.Plural(traffic.Requests, "request")}; "
        + $"{Format.Percent(traffic.CachedShare)} of input cached, {Format.Percent(traffic.BatchShare)} sent as batches, {Format.Exact(traffic.ImagesPerRequest)} images a request.";

    public static void Bill(Document document, CostView cost)
    {
        var bill = cost.Lines.Count > 0 ? cost : cost.LastKnown;
        if (cost.UsdPerMonth is null)
            document.Paragraph($"{Words.Sentence(cost.Why ?? "the cost is unknown")}.{(bill is not null && bill == cost.LastKnown ? " Below is what it would have cost at its last known prices." : "")}");
        if (bill is null) return;
        document.Paragraph($"Route: {bill.ProviderName}, offer {bill.Offer}.{(bill.Notes.Count > 0 ? " " + string.Join(' ', bill.Notes) : "")}");
        document.Table(new(
            [new(""), new("Quantity", Number: true), new("Price", Number: true), new("Amount", Number: true)],
            [.. bill.Lines.Select(Line), new Row([new(bill == cost ? "Total a month" : "Last known total", Tone.Strong), "", "", new(bill.Display, Tone.Strong)])]));
    }

    private static Row Line(BillLineView line) => new(
    [
        new(line.Label), new(Format.Count(line.Quantity)),
        line.UnitPrice is { } price ? new($"{Format.Usd(price)} / {Unit(line.Kind)}") : new("? unknown", Tone.Unknown),
        line.Usd is { } usd ? new(Format.Usd(usd)) : new("? unknown", Tone.Unknown),
    ]);

    private static string Unit(string kind) => PriceKind.Find(kind)?.Unit switch
    {
        PriceUnit.Image => "image",
        PriceUnit.Request => "request",
        PriceUnit.Second => "second",
        PriceUnit.Page => "page",
        PriceUnit.MillionCharacters => "1M characters",
        PriceUnit.ToolCall => "call",
        _ => "1M",
    };
}
