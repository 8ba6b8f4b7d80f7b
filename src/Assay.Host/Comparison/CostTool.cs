using System.Text.Json.Nodes;
using Assay.Catalog;
using Assay.Comparison.Cost;
using Assay.Host.Catalog;
using Assay.Host.Cli.Text;
using Assay.Host.Mcp;
using Assay.Host.Web;

namespace Assay.Host.Comparison;

/// <summary><c>cost</c>: what models cost a month at a traffic profile.</summary>
public sealed class CostTool(McpCatalog catalog) : IMcpTool
{
    /// <summary>What of a bill is told.</summary>
    internal const string Bill = "model,usd_per_month,display,offer,provider,provider_name,lines(kind,label,quantity,unit_price,usd,claims),notes,why,doubt";
    private const string Both = $"as_of,traffic,cost({Bill},last_known({Bill}))";

    private static readonly ToolView<CostListView> View = new(AssayJson.Default.CostListView, Both, $"{Both},routes[](id,model,provider,provider_name,region,tier,prices,tiers,free_tier,context_window,lifecycle,prices_as_of,usd_per_month,why,doubt)");

    public string Name => "cost";
    public string Title => "Cost a month";
    public string Description => "The bill of one to six models at a traffic profile: the cheapest route with each line (quantity, unit price, amount, source), or why no cost can be told. detail=full adds every other route with its bill, cheapest first.";

    public IReadOnlyList<ToolParameter> Parameters { get; } = [ToolParameter.Models with { Least = 1 }, .. ToolParameter.Traffic, ToolParameter.Detail, ToolParameter.Cursor, ToolParameter.AsOf];

    public JsonObject Output => View.Output;

    public Task<ToolAnswer> Answer(ToolArguments asked, CancellationToken cancellationToken)
    {
        var (names, day) = (asked.Texts("models"), asked.Day(catalog));
        var traffic = asked.Traffic();
        var (whole, cursor) = asked.Detail();
        if (names.Count is 0 or > 6) asked.Add([$"{names.Count} models are named: give one to six."]);
        Model[] models = asked.Problems.Count > 0 ? [] : [.. names.Select(n => asked.Model(day, n)).OfType<Model>().Distinct()];
        if (asked.Problems.Count > 0) return ToolAnswer.No(asked.Problems);
        var view = CostListView.Of(day.Catalog, models, traffic, whole);
        var document = new Document("Cost");
        foreach (var (cost, model) in view.Cost.Zip(models)) ModelAnswer.Cost(document.Heading(2, $"{model.Name} ({model.Id})"), cost, view.Traffic);
        return Task.FromResult(View.Answer(view, whole, cursor, Markdown.Write(document.Paragraph($"As of {view.AsOf}, US dollars."))));
    }
}

/// <summary>What models cost at a traffic profile.</summary>
/// <param name="Cost">The cheapest route of each, in the order asked.</param>
/// <param name="Routes">Every route of each, cheapest first; null where they were not asked for.</param>
public sealed record CostListView(string AsOf, TrafficView Traffic, IReadOnlyList<CostView> Cost, IReadOnlyList<OfferView>? Routes)
{
    public static CostListView Of(CatalogSnapshot catalog, IReadOnlyList<Model> models, Assay.Comparison.TrafficProfile traffic, bool routes)
    {
        var costs = models.Select(m => CostOfModel.At(m, traffic, catalog.AsOf)).ToArray();
        return new(catalog.AsOf.ToString("yyyy-MM-dd"), ComparisonViewBuilder.View(traffic), [.. costs.Select(ComparisonViewBuilder.View)], routes ? [.. costs.SelectMany(c => c.All).Select(b => OfferView.Of(b, catalog.AsOf))] : null);
    }
}
