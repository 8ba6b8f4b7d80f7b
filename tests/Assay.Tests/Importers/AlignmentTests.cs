using System.Globalization;
using Assay.Adapters.Importers;
using Assay.Catalog;
using Shouldly;
using Xunit;

namespace Assay.Tests.Importers;

/// <summary>
/// The judged rows of shared/data/conflicts name an offer and what each source says of it: after an import the source must say it there.
/// </summary>
public sealed class AlignmentTests
{
    private static readonly Dictionary<string, string> Properties = new()
    {
        ["price_input"] = "price.input", ["price_output"] = "price.output", ["price_cache_read"] = "price.cache_read", ["price_cache_write"] = "price.cache_write",
        ["max_output"] = "max_output", ["context"] = "max_input", ["tools"] = "capability.function_calling", ["reasoning"] = "capability.reasoning", ["vision"] = "capability.vision",
        ["structured_output"] = "capability.structured_outputs", ["pdf_input"] = "pdf_input",
    };

    [Theory]
    [InlineData("litellm", "litellm/asof-2026-07-01")]
    [InlineData("portkey", "portkey/asof-2026-07-01")]
    public void Every_judged_row_finds_its_value_at_its_offer(string format, string name)
    {
        var rows = Path.Combine(TestData.Shared("conflicts"));
        var importer = ImportFormats.Get(format);
        var claims = importer.Parse(importer.Read(Path.Combine(TestData.Shared("catalogs"), name)), new() { Today = new(2026, 7, 2) }).Claims
            .ToLookup(c => (c.Subject.Id, c.Property.Name), c => c.Value.Text);
        var missing = new List<string>();
        var seen = 0;
        foreach (var (provider, id, field, value) in ((string[])["conflicts_dev.csv", "controls_agree.csv"]).SelectMany(file => Rows(Path.Combine(rows, file), format)))
        {
            seen++;
            var said = claims[($"{provider}/{id}", Properties[field])].ToArray();
            if (said.Length != 1 || !Same(said[0], value)) missing.Add($"{provider}/{id} {field}: expected {value}, said {string.Join(" and ", said)}");
        }
        seen.ShouldBeGreaterThan(100);
        missing.ShouldBeEmpty();
    }

    /// <summary>The rows have prices rounded to a few digits.</summary>
    private static bool Same(string said, string row) => row switch
    {
        "True" => said == "yes",
        "False" => said == "no",
        _ => decimal.Parse(row, CultureInfo.InvariantCulture) is var number && Math.Abs(decimal.Parse(said, CultureInfo.InvariantCulture) - number) <= number / 10_000,
    };

    /// <summary>The rows that name the source, by the columns both files have.</summary>
    private static IEnumerable<(string Provider, string Id, string Field, string Value)> Rows(string path, string source)
    {
        var lines = File.ReadLines(path).Select(line => line.Split(',')).ToArray();
        int Column(string title) => Array.IndexOf(lines[0], title);
        foreach (var line in lines.Skip(1))
        {
            var said = line[Column("values")].Split("; ").FirstOrDefault(v => v.StartsWith(source + "=", StringComparison.Ordinal));
            if (said is not null) yield return (line[Column("provider")], line[Column("provider_model_id")], line[Column("field")], said[(source.Length + 1)..]);
        }
    }
}
