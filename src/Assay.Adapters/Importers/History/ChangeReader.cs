using System.Globalization;
using Assay.Catalog;

namespace Assay.Adapters.Importers.History;

/// <summary>Turns lines into changes; a line that cannot be used is refused.</summary>
internal sealed class ChangeReader(ImportLog log, DateOnly today)
{
    private const decimal MostUsd = 100_000;

    /// <summary>
    /// <c>inputCached</c> and <c>outputCached</c> are what the format called prices of cache reads and writes until 2025-06-17: that day's
    /// commit takes each away and gives the same value its new name.
    /// </summary>
    private static readonly Dictionary<string, PriceKind> Kinds = new(StringComparer.Ordinal)
    {
        ["input"] = PriceKind.Input, ["output"] = PriceKind.Output, ["cache_read"] = PriceKind.CacheRead, ["cache_write"] = PriceKind.CacheWrite,
        ["inputCached"] = PriceKind.CacheRead, ["outputCached"] = PriceKind.CacheWrite, ["reasoning"] = PriceKind.Reasoning,
        ["input_audio"] = PriceKind.AudioInput, ["output_audio"] = PriceKind.AudioOutput,
    };

    private static readonly Dictionary<string, Property> Limits = new(StringComparer.Ordinal)
    {
        ["limit.context"] = Property.ContextWindow, ["limit.input"] = Property.MaxInput, ["limit.output"] = Property.MaxOutput,
    };

    public List<Change> Read(IEnumerable<ChangeRow> rows, CancellationToken cancellationToken)
    {
        var changes = new List<Change>();
        foreach (var row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (One(row) is { } change) changes.Add(change);
        }
        return changes;
    }

    /// <summary>The time of a commit: 2025-06-11T16:51:05-04:00.</summary>
    public static DateTimeOffset? Time(string text) =>
        DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) && ImportLimits.IsYear(time.Year) ? time : null;

    private Change? One(ChangeRow row)
    {
        var what = $"offer {row.Provider}/{row.Model}";
        if (row.Field is "release_date" or "knowledge" or "tool_call" or "open_weights" or "structured_output" or "attachment" || (row.Field == "reasoning" && IsFlag(row)))
            log.Note($"'{row.Field}' of the history is not read", row.Where);
        else if (!JsonNames.IsId(row.Provider) || row.Provider.Contains('/', StringComparison.Ordinal) || !JsonNames.IsId(row.Model)) log.Refuse(what, row.Where, what[6..], "an id that no offer can be named by", "ids without '#' and spaces at their ends");
        else if (Time(row.Date) is not { } time) log.Refuse(what, row.Where, row.Date, "not the time of a commit", "2025-06-11T16:51:05-04:00");
        else if (DateOnly.FromDateTime(time.DateTime) > today.AddDays(1)) log.Refuse(what, row.Where, row.Date, "a change of a day to come", $"a time up to {today:yyyy-MM-dd}");
        else if (row.Commit.Length is < 7 or > 64 || !row.Commit.All(char.IsAsciiHexDigit)) log.Refuse(what, row.Where, row.Commit, "not the hash of a commit", "7 to 64 hexadecimal digits");
        else if (Find(row.Field) is not { } property) log.Refuse(what, row.Where, row.Field, "a field that models.dev's format never had", $"{string.Join(", ", Kinds.Keys.Concat(Limits.Keys))}, tier200000.input");
        else return new(time, row.Commit, Subject.Offer($"{row.Provider}/{row.Model}"), property, Value(row, row.Old, property), Value(row, row.New, property));
        return null;
    }

    private static bool IsFlag(ChangeRow row) => row.Old is "True" or "False" || row.New is "True" or "False";

    private static Property? Find(string field)
    {
        if (Limits.TryGetValue(field, out var limit)) return limit;
        var dot = field.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0) return Kinds.TryGetValue(field, out var kind) ? Property.Price(kind) : null;
        return field.StartsWith("tier", StringComparison.Ordinal) && long.TryParse(field.AsSpan(4..dot), NumberStyles.None, CultureInfo.InvariantCulture, out var above) && above is > 0 and <= ImportLimits.Tokens
            && Kinds.TryGetValue(field[(dot + 1)..], out var tiered) ? Property.Price(tiered, above) : null;
    }

    /// <summary>Null where there is none, or where it is refused: the other value of the line stands.</summary>
    private decimal? Value(ChangeRow row, string text, Property property)
    {
        var limit = Limits.ContainsValue(property);
        if (text.Length == 0) return null;
        if (!ExactNumber.TryShift(text, 0, out var number)) Refuse("not a number", "a number of up to 28 digits, or nothing");
        else if (limit && number == 0) Refuse("0 tokens is not a limit", "a whole number above 0, or nothing");
        else if (limit && (number < 0 || number > ImportLimits.Tokens || number != decimal.Truncate(number))) Refuse("not a number of tokens", $"a whole number, 1 to {ImportLimits.Tokens:#,0}");
        else if (!limit && number is < 0 or > MostUsd) Refuse(number < 0 ? "a negative price" : "an absurd price", $"US dollars per million tokens, 0 to {MostUsd:#,0}");
        else return number;
        return null;

        void Refuse(string reason, string allowed) => log.Refuse($"offer {row.Provider}/{row.Model}", row.Where, text, reason, allowed);
    }
}
