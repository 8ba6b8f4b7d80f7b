using System.Globalization;
using System.Text.Json;
using Assay.Catalog;
using Assay.Comparison.Cost;
using Assay.Host.Comparison;
using Assay.Host.Export;
using Assay.Host.Web;
using Assay.Tests;
using Assay.Tests.Web;
using Assay.Units;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Shouldly;
using Xunit;

namespace Assay.Browser.Tests;

/// <summary>Copies of the site work out bills in the browser: a second writing of one formula, held here to the first to the last digit shown.</summary>
public sealed class BillTests(Chromium chromium)
{
    private const string Both = """
        async ([sheets, profiles]) => {
          const { costOf } = await import('/js/bill.js');
          const { readTraffic } = await import('/js/traffic-profile.js');
          const { usd, count } = await import('/js/format.js');
          const bill = (b) => b === undefined ? '-' : [b.offer.id, b.usd ? usd(b.usd) : 'unknown', ...b.lines.map(l => `${l.label}: ${count(l.quantity)} at ${l.unit ? usd(l.unit) : '?'} = ${l.usd ? usd(l.usd) : '?'}`), ...b.notes].join('; ');
          const models = sheets.map(s => JSON.parse(s));
          return profiles.map(p => {
            const { traffic, problems } = readTraffic(JSON.parse(p));
            if (problems.length > 0) return 'refused';
            return models.map(m => { const c = costOf(m, traffic); return `${m.model} | ${bill(c.best)} | ${bill(c.lastKnown)} | ${c.why ?? ''}`; }).join('\n');
          });
        }
        """;

    [Fact]
    public Task Browser_and_server_give_the_same_bills_of_the_curated_catalogue() => Same(FixedClaims.Curated, 60);

    [Fact]
    public Task Browser_and_server_give_the_same_bills_of_thousands_of_offers() => Same(FixedClaims.WithModelsDev(Path.Combine(TestData.Shared("models.dev"), "api.json")), 25);

    private async Task Same(FixedClaims claims, int random)
    {
        var catalog = CatalogBuilder.Build(claims.LoadClaims(), Site.Today);
        var sheets = catalog.Models.Select(m => JsonSerializer.Serialize(PriceSheetView.Of(m, catalog.AsOf), AssayJson.Default.PriceSheetView)).ToArray();
        var profiles = Profiles(random).ToArray();
        await using var window = await chromium.Open("/methodology");
        var answers = await window.Page.EvaluateAsync<string[]>(Both, new object[] { sheets, profiles.Select(p => JsonSerializer.Serialize(p)).ToArray() });
        answers.Length.ShouldBe(profiles.Length);
        var refused = 0;
        for (var i = 0; i < profiles.Length; i++)
        {
            var (traffic, problems) = ComparisonQuery.From(new QueryCollection(profiles[i].ToDictionary(p => p.Key, p => new StringValues(p.Value)))).ReadTraffic();
            if (problems.Count > 0)
            {
                answers[i].ShouldBe("refused", JsonSerializer.Serialize(profiles[i]));
                refused++;
                continue;
            }
            answers[i].Split('\n').ShouldBe(catalog.Models.Select(m => Line(m, CostOfModel.At(m, traffic, catalog.AsOf))), JsonSerializer.Serialize(profiles[i]));
        }
        refused.ShouldBe(Wrong.Length);
    }

    private static string Line(Model model, ModelCost cost) => $"{model.Id} | {Text(cost.Best)} | {Text(cost.LastKnown)} | {cost.Why}";

    private static string Text(Bill? bill) => bill is null ? "-" : string.Join("; ", [bill.Offer.Id.ToString(), bill.UsdPerMonth is { } usd ? Format.Usd(usd) : "unknown",
        .. bill.Lines.Select(l => $"{l.Label}: {Format.Count(l.Quantity)} at {(l.Price is { } p ? Format.Usd(p.Usd) : "?")} = {(l.Usd is { } u ? Format.Usd(u) : "?")}"), .. bill.Notes]);

    private static readonly string[] Wrong = ["many", "-1", "1.0000001", "1e9", "2000T", "5x"];

    /// <summary>What people type, the edges of what is allowed, what is not, and profiles by chance from a fixed seed.</summary>
    private static IEnumerable<Dictionary<string, string>> Profiles(int random)
    {
        Dictionary<string, string> Of(string input, string output, string requests, string cached = "0", string batch = "0", string images = "0") => new() { ["in"] = input, ["out"] = output, ["requests"] = requests, ["cached"] = cached, ["batch"] = batch, ["images"] = images };
        yield return Of("800M", "250M", "1M");
        yield return Of("800M", "250M", "4000");
        yield return Of("800M", "250M", "1600", "30%", "0.5");
        yield return Of("128000", "1", "1");
        yield return Of("128001", "0", "1");
        yield return Of("0", "1", "0");
        yield return Of("1", "1", "0", "0", "0", "3");
        yield return Of("1.5B", "1,234,567", "12_345", "0.333", "33.3%", "0.5");
        yield return Of("800M", "250M", "1M", "1", "1");
        yield return Of("800M", "250M", "1M", "1");
        yield return Of("1000T", "1000T", "1000T", "0.1234567", "0.7654321", "1000");
        foreach (var wrong in Wrong) yield return Of(wrong, "250M", "1M");
        var chance = new Random(20261121);
        string Share() => chance.Next(3) == 0 ? "0" : (chance.Next(0, 10_001) / 10_000m).ToString(CultureInfo.InvariantCulture);
        string Count() => ((long)Math.Pow(10, chance.NextDouble() * 12)).ToString(CultureInfo.InvariantCulture);
        for (var i = 0; i < random; i++) yield return Of(Count(), Count(), Count(), Share(), Share(), chance.Next(2) == 0 ? "0" : (chance.Next(1, 50) / 10m).ToString(CultureInfo.InvariantCulture));
    }
}
