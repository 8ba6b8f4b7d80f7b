using System.Diagnostics;
using System.Globalization;
using Assay.Adapters.Importers;
using Assay.Catalog;
using Shouldly;
using Xunit;

namespace Assay.Tests.Importers;

/// <summary>The lists side by side: what a hand-made comparison found at an offer stands at that offer here too.</summary>
public sealed class RealConflictTests(ITestOutputHelper output)
{
    private static readonly DateOnly Day = new(2026, 7, 1);

    private static readonly string[] Sources = ["genai-prices", "llm-prices"];

    private static readonly Dictionary<string, Property> Fields = new(StringComparer.Ordinal)
    {
        ["price_input"] = Property.Price(PriceKind.Input), ["price_output"] = Property.Price(PriceKind.Output), ["price_cache_read"] = Property.Price(PriceKind.CacheRead),
        ["price_cache_write"] = Property.Price(PriceKind.CacheWrite), ["context"] = Property.ContextWindow,
    };

    [Theory]
    [InlineData("conflicts_dev.csv")]
    [InlineData("controls_agree.csv")]
    public void Every_value_found_by_the_comparison_stands_at_its_offer(string file)
    {
        var offers = Catalog.Models.SelectMany(m => m.Offers).ToDictionary(o => o.Id.ToString());
        var (found, missing) = (0, new List<string>());
        foreach (var row in Rows(Path.Combine(TestData.Shared("conflicts"), file)))
        {
            foreach (var (source, value) in row["values"].Split("; ").Select(v => (v.Split('=')[0], v.Split('=')[1])))
            {
                if (!Sources.Contains(source)) continue;
                var claims = offers.GetValueOrDefault($"{row["provider"]}/{row["provider_model_id"]}")?.Claims.Where(c => c.Source.Publisher == source && c.Property == Fields[row["field"]]).ToArray() ?? [];
                // The comparison printed numbers as its language does: 0.0833333333333 may end a digit sooner.
                if (claims is [var claim] && Precedence.Agree(claim.Value, new ClaimValue.Number(decimal.Parse(value, CultureInfo.InvariantCulture))) && ReachIsTold(row, claim)) found++;
                else missing.Add($"{row["provider"]}/{row["provider_model_id"]} {row["field"]} {source}={value}, here {string.Join(" ", claims.Select(ClaimText.Of))}");
            }
        }
        missing.ShouldBeEmpty();
        found.ShouldBeGreaterThanOrEqualTo(50);
    }

    /// <summary>Where the comparison says which row priced the id, the claim says so too.</summary>
    private static bool ReachIsTold(Dictionary<string, string> row, Claim claim)
    {
        if (claim.Source.Publisher != "genai-prices" || !row.TryGetValue("locations", out var locations)) return true;
        var named = locations.Split("; ").Single(l => l.StartsWith("genai-prices:", StringComparison.Ordinal)).Split(':', 3)[2];
        return named == row["provider_model_id"] ? claim.ByRuleOf is null : claim.ByRuleOf == named && claim.Note!.Contains($"priced by row {named}");
    }

    [Fact]
    public void Building_the_catalogue_with_rules_costs_little()
    {
        var claims = Claims.Value;
        CatalogBuilder.Build(claims, Day.AddDays(1));
        var watch = Stopwatch.StartNew();
        CatalogBuilder.Build(claims, Day.AddDays(1));
        var with = watch.Elapsed;
        watch.Restart();
        CatalogBuilder.Build(claims.Where(c => c.Property != Property.MatchRule), Day.AddDays(1));
        output.WriteLine($"with rules {with.TotalMilliseconds:0} ms, without {watch.Elapsed.TotalMilliseconds:0} ms; {Catalog.Models.Sum(m => m.Offers.Count)} offers, {Catalog.Models.Sum(m => m.Offers.Sum(o => o.Claims.Count(c => c.ByRuleOf is not null)))} claims by rule");
        (with - watch.Elapsed).TotalMilliseconds.ShouldBeLessThan(1000);
    }

    private static CatalogSnapshot Catalog => Built.Value;

    private static readonly Lazy<List<Claim>> Claims = new(() =>
    [
        .. Parse("models.dev", TestData.Shared("models.dev")), .. Parse("genai-prices", Path.Combine(TestData.Shared("catalogs"), "genai-prices", "asof-2026-07-01", "prices")),
        .. Parse("llm-prices", Path.Combine(TestData.Shared("catalogs"), "llm-prices", "asof-2026-07-01", "data")),
    ]);

    private static readonly Lazy<CatalogSnapshot> Built = new(() => CatalogBuilder.Build(Claims.Value, Day));

    private static IReadOnlyList<Claim> Parse(string format, string path)
    {
        var importer = ImportFormats.Get(format);
        return importer.Parse(importer.Read(path), new() { Today = Day, Date = Day }).Claims;
    }

    /// <summary>By column name; values hold commas only inside quotes.</summary>
    private static IEnumerable<Dictionary<string, string>> Rows(string file)
    {
        var lines = File.ReadAllLines(file);
        var header = lines[0].Split(',');
        return lines.Skip(1).Select(line => System.Text.RegularExpressions.Regex.Matches(line, "(?:^|,)(?:\"((?:[^\"]|\"\")*)\"|([^,]*))").Select(m => m.Groups[1].Success ? m.Groups[1].Value : m.Groups[2].Value).Zip(header).ToDictionary(p => p.Second, p => p.First));
    }
}
