using System.Globalization;
using Assay.Catalog.Identity;
using Assay.Host.Cli.Text;
using Assay.Units;

namespace Assay.Host.Cli;

/// <summary>
/// Reads a list of offers: a CSV file with the columns <c>provider_id</c> and <c>provider_model_id</c>, and where given <c>row_id</c>,
/// <c>display_name</c>, <c>release_date</c>, <c>context</c>, <c>max_output</c>, <c>price_input</c>, <c>price_output</c>, <c>modalities</c>.
/// Other columns are passed over; an empty field says nothing.
/// </summary>
internal static class OfferList
{
    private static readonly string[] Required = ["provider_id", "provider_model_id"];

    /// <exception cref="CliException">The file cannot be read, or a line of it; the message names file, line and fault.</exception>
    public static IReadOnlyList<(string RowId, OfferDescription Offer)> Read(string path)
    {
        try
        {
            using var reader = new StreamReader(path);
            using var rows = CsvFile.Read(reader).GetEnumerator();
            if (!rows.MoveNext()) throw Fault(path, "line 1: the file is empty; its first line names the columns");
            var columns = Columns(path, rows.Current);
            var offers = new List<(string, OfferDescription)>();
            while (rows.MoveNext()) offers.Add(Offer(path, columns, rows.Current, offers.Count + 1));
            return offers;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Fault(path, $"{e.Message} Name a CSV file that can be read");
        }
        catch (FormatException e)
        {
            throw Fault(path, e.Message.TrimEnd('.'));
        }
    }

    private static Dictionary<string, int> Columns(string path, CsvFile.Row header)
    {
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < header.Fields.Count; i++)
            if (!columns.TryAdd(header.Fields[i].Trim(), i)) throw Fault(path, $"line {header.Line}: the column '{header.Fields[i]}' is there twice; leave one");
        return Array.Find(Required, r => !columns.ContainsKey(r)) is { } missing
            ? throw Fault(path, $"line {header.Line}: there is no column '{missing}'; the first line must name {string.Join(" and ", Required)}")
            : columns;
    }

    private static (string, OfferDescription) Offer(string path, Dictionary<string, int> columns, CsvFile.Row row, int number)
    {
        if (row.Fields.Count != columns.Count) throw Fault(path, $"line {row.Line}: {row.Fields.Count} fields where the first line names {columns.Count} columns; quote fields that hold commas");
        string? Text(string column) => columns.TryGetValue(column, out var i) && row.Fields[i].Trim() is { Length: > 0 } text ? text : null;
        decimal? Number(string column) => Text(column) is not { } text ? null
            : decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= 0 ? number
            : throw Fault(path, $"line {row.Line}: {column} is '{text}'; write a number from 0 on, or nothing");
        long? Tokens(string column) => Number(column) is not { } tokens ? null
            : tokens == decimal.Truncate(tokens) && tokens <= long.MaxValue ? (long)tokens
            : throw Fault(path, $"line {row.Line}: {column} is '{Text(column)}'; write a whole number of tokens, or nothing");
        string Needed(string column) => Text(column) ?? throw Fault(path, $"line {row.Line}: {column} is empty; every row needs it");
        PartialDate? released = Text("release_date") is not { } day ? null
            : PartialDate.TryParse(day, out var date) ? date
            : throw Fault(path, $"line {row.Line}: release_date is '{day}'; write 2026, 2026-07 or 2026-07-02, or nothing");
        return (Text("row_id") ?? number.ToString(CultureInfo.InvariantCulture), new(Needed("provider_id"), Needed("provider_model_id"))
        {
            DisplayName = Text("display_name"), Released = released, Context = Tokens("context"), MaxOutput = Tokens("max_output"),
            InputPrice = Number("price_input"), OutputPrice = Number("price_output"), Modalities = Text("modalities"),
        });
    }

    private static CliException Fault(string path, string fault) => new(ExitCode.BadInput, $"{path}: {fault}.");
}
