using System.Text.RegularExpressions;
using Assay.Adapters.Importers;
using Assay.Adapters.Storage;
using Assay.Catalog;
using Assay.Catalog.Conflicts;

namespace Assay.Bench;

/// <summary>
/// Disagreements that people looked at (shared/data/conflicts), and how many of them the catalogue finds and classes as they did. Also compiled into the
/// tests, which hold the figures.
/// </summary>
public static partial class JudgedConflicts
{
    /// <summary>The lists that were compared, and the history that tells what one of them said before.</summary>
    public static readonly IReadOnlyList<(string Format, string Path)> Lists =
    [
        ("models.dev", "models.dev/api.json"), ("models.dev-history", "models.dev/price_history.csv"), ("litellm", "catalogs/litellm/asof-2026-07-01"),
        ("genai-prices", "catalogs/genai-prices/asof-2026-07-01/prices"), ("portkey", "catalogs/portkey/asof-2026-07-01"), ("llm-prices", "catalogs/llm-prices/asof-2026-07-01/data"),
    ];

    /// <summary>Lists of other days that the comparison did not look at.</summary>
    public static readonly IReadOnlyList<(string Format, string Path)> MoreLists = [("openrouter", "catalogs/openrouter/models-2026-05-13.json"), ("langfuse", "catalogs/langfuse/default-model-prices.json")];

    private static readonly DateOnly Day = new(2026, 7, 2);

    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        ["stale"] = "stale", ["outlier"] = "outlier", ["semantics"] = "max_input", ["route scope"] = "route_scope", ["match-rule reach"] = "match_rule", ["unit or magnitude"] = "unit",
        ["zero vs priced"] = "zero", ["capability flag"] = "capability", ["value"] = "value", ["unexplained"] = "value",
    };

    /// <summary>Imports lists into a store and builds the catalogue of the day.</summary>
    public static CatalogSnapshot Catalogue(string sharedData, string storePath, IEnumerable<(string Format, string Path)> lists)
    {
        var store = Store.Open(storePath);
        foreach (var (format, path) in lists) new Importing(store).Import(ImportFormats.Get(format), Path.Combine(sharedData, path), Day);
        return CatalogBuilder.Build(new ClaimStore(store).LoadClaims(), Day);
    }

    public static JudgedScore Score(CatalogSnapshot catalog, string file)
    {
        var found = ConflictFinder.In(catalog).ToDictionary(c => (c.Offer.Id.ToString(), c.Field.Name));
        var rows = Rows(file).Select(row =>
        {
            var name = $"{row["provider"]}/{row["provider_model_id"]} {row["field"]}: {row["values"]}";
            var conflict = ConflictField.TryFind(row["field"], out var field) ? found.GetValueOrDefault(($"{row["provider"]}/{row["provider_model_id"]}", field.Name)) : null;
            return new JudgedRow(name, conflict, row.TryGetValue("likely_cause", out var cause) ? Kinds[cause.Split(':')[0]] : null);
        });
        return new([.. rows]);
    }

    /// <summary>By column name; values hold commas only inside quotes.</summary>
    private static IEnumerable<Dictionary<string, string>> Rows(string file)
    {
        var lines = File.ReadAllLines(file);
        string[] Cells(string line) => [.. Cell().Matches(line).Select(m => m.Groups["quoted"].Success ? m.Groups["quoted"].Value : m.Groups["plain"].Value)];
        var header = Cells(lines[0]);
        return lines.Skip(1).Select(line => Cells(line).Zip(header).ToDictionary(p => p.Second, p => p.First));
    }

    [GeneratedRegex("(?:^|,)(?:\"(?<quoted>(?:[^\"]|\"\")*)\"|(?<plain>[^,]*))", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Cell();
}

/// <summary>One row that was looked at.</summary>
/// <param name="Name">Offer, field and the values that were found.</param>
/// <param name="Conflict">What the catalogue finds there; null for none.</param>
/// <param name="Kind">The class that was judged; null where sources agree.</param>
public sealed record JudgedRow(string Name, Conflict? Conflict, string? Kind);

/// <summary>How the catalogue does on rows that were looked at.</summary>
public sealed record JudgedScore(IReadOnlyList<JudgedRow> Rows)
{
    public int Found => Rows.Count(r => r.Conflict is not null);
    public IEnumerable<JudgedRow> Missed => Rows.Where(r => r.Conflict is null);
    public IEnumerable<JudgedRow> Otherwise => Rows.Where(r => r.Conflict is { } c && c.Kind.Name != r.Kind);
    public int Right => Rows.Count(r => r.Conflict is { } c && c.Kind.Name == r.Kind);
}
