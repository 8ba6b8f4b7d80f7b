using Assay.Units;

namespace Assay.Adapters.Importers.BenchmarkRows;

/// <summary>Fields → rows. A row with a field that cannot be read is refused with the field, what is allowed and why.</summary>
internal sealed class RowReader(ImportLog log, string file)
{
    private static readonly Dictionary<string, int> Places = ResultRow.Columns.Index().ToDictionary(c => c.Item, c => c.Index, StringComparer.Ordinal);

    public ResultRow? Read(int line, IReadOnlyList<string> fields)
    {
        var where = $"{file}:{line}";
        if (fields.Count != ResultRow.Columns.Count)
        {
            log.Refuse("row", where, $"{fields.Count} fields", "not as many fields as the heading has", $"{ResultRow.Columns.Count} fields");
            return null;
        }
        string Field(string name) => fields[Places[name]].Trim();
        ResultRow? Refuse(string column, string reason, string allowed)
        {
            log.Refuse(Field("benchmark").Length > 0 ? $"result on {Field("benchmark")}" : "row", where, Field(column), reason, allowed);
            return null;
        }
        foreach (var column in (string[])["benchmark", "model_label", "metric", "source_repo", "source_commit", "source_path"])
            if (Field(column).Length == 0 && !(column == "metric" && Field("source_repo") == Leaderboards.ModelsDev)) return Refuse(column, $"no {column}", "every result names benchmark, model, metric, repository, commit and path");
        foreach (var column in ResultRow.Columns)
        {
            if (Field(column).Length > ImportLimits.Text) return Refuse(column, "a text too long to be read", $"{column}: at most {ImportLimits.Text:#,0} characters");
            if (!Visible.Is(Field(column))) return Refuse(column, "characters that act instead of being read", $"{column}: text without control characters, line breaks and changes of direction");
        }
        if (!ExactNumber.TryRead(Field("score"), out var score)) return Refuse("score", "the score is not a number", "up to 28 digits with a point, such as 35.6");
        if (!TryDate(Field("date"), out var date)) return Refuse("date", "not a date", "2025, 2025-03, 2025-03-12 or 20250312, between 2000 and 2100; or nothing");
        return new()
        {
            Line = line, Benchmark = Field("benchmark"), Split = Field("split"), Label = Field("model_label"), Metric = Field("metric"), Score = score, Printed = Field("score"),
            Unit = Field("unit"), Date = date, Repository = LastWord(Field("source_repo")), Commit = LastWord(Field("source_commit")), Path = Field("source_path"),
            Link = Field("row_source_url") is { Length: > 0 } link ? link : null, Extra = Extra(Field("extra")),
        };
    }

    private static bool TryDate(string text, out PartialDate? date)
    {
        date = null;
        if (text.Length == 0) return true;
        if (text.Length == 8 && text.All(char.IsAsciiDigit)) text = $"{text[..4]}-{text[4..6]}-{text[6..]}";
        if (!PartialDate.TryParse(text, out var read) || !ImportLimits.IsYear(read.Year)) return false;
        date = read;
        return true;
    }

    /// <summary>"METR via owner/name" and "gh-pages 8c24bd7" end with what addresses the file.</summary>
    private static string LastWord(string text) => text[(text.LastIndexOf(' ') + 1)..];

    /// <summary>"agent=x; resolved=159; a remark": the parts by name; a remark is its own name.</summary>
    private static Dictionary<string, string> Extra(string text)
    {
        var extra = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in text.Split("; ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            extra.TryAdd(equals > 0 ? part[..equals] : part, equals > 0 ? part[(equals + 1)..] : "");
        }
        return extra;
    }
}
