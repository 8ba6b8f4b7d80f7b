using System.Globalization;
using Assay.Catalog.Identity;
using Assay.Host.Cli.Text;
using Assay.Units;

namespace Assay.Bench.Identity;

/// <summary>An offer with the answer somebody gave by reading it. The matcher is given the offer and nothing of the answer.</summary>
internal sealed record LabelledOffer(string RowId, OfferDescription Offer, string Group, string Kind, string Model, string Release)
{
    /// <summary>Second answers that count as right, where catalogues themselves differ.</summary>
    public IReadOnlyList<string> AlsoAccepted { get; init; } = [];

    /// <summary>The labeller was not sure.</summary>
    public bool Unsure { get; init; }

    /// <summary>Which part of a set it belongs to; empty where the set has one.</summary>
    public string Part { get; init; } = "";

    public static IReadOnlyList<LabelledOffer> Read(string path) => [.. Rows(path).Select((row, i) => Of(row, i))];

    /// <summary>Pairs of row ids and whether both are one model.</summary>
    public static IReadOnlyList<(string A, string B, bool Same)> ReadPairs(string path) => [.. Rows(path).Select(row => (row("row_a"), row("row_b"), row("label") == "same"))];

    private static LabelledOffer Of(Func<string, string> row, int number)
    {
        decimal? Number(string name) => decimal.TryParse(row(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;
        return new(
            row("row_id") is { Length: > 0 } id ? id : (number + 1).ToString(CultureInfo.InvariantCulture),
            new(row("provider_id"), row("provider_model_id"))
            {
                DisplayName = row("display_name") is { Length: > 0 } name ? name : null,
                Released = PartialDate.TryParse(row("release_date"), out var date) ? date : null,
                Context = (long?)Number("context"), MaxOutput = (long?)Number("max_output"), InputPrice = Number("price_input"), OutputPrice = Number("price_output"),
                Modalities = row("modalities") is { Length: > 0 } modalities ? modalities : null,
            },
            row("gold_group"), row("gold_kind"), row("gold_model"), row("gold_release"))
        {
            AlsoAccepted = [.. row("also_accept").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(a => a.Split('~')[0])],
            Unsure = row("confidence") == "medium", Part = row("part"),
        };
    }

    private static IEnumerable<Func<string, string>> Rows(string path)
    {
        using var reader = new StreamReader(path);
        Dictionary<string, int>? columns = null;
        foreach (var row in CsvFile.Read(reader))
        {
            if (columns is null) columns = row.Fields.Select((name, i) => (name, i)).ToDictionary(c => c.name, c => c.i, StringComparer.Ordinal);
            else
            {
                var (fields, at) = (row.Fields, columns);
                yield return name => at.TryGetValue(name, out var i) ? fields[i] : "";
            }
        }
    }
}
