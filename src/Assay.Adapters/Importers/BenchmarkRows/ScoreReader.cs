using System.Globalization;
using Assay.Catalog;

namespace Assay.Adapters.Importers.BenchmarkRows;

/// <summary>A row and what it measures → a score in our units, with interval, items and a note; or a refusal.</summary>
internal sealed class ScoreReader(ImportLog log, string file, Scales scales)
{
    public (BenchmarkScore Score, string? Note)? Read(ResultRow row, Measure measure, Leaderboard board)
    {
        var notes = new List<string>();
        if (Unit(row, measure) is not { } scale) return null;
        if (scale.Note is not null) notes.Add(scale.Note);
        var value = row.Score * scale.Factor;
        if (BenchmarkNaming.Objection(scale.Unit, value) is var (reason, allowed))
        {
            Refuse(row, reason, allowed);
            return null;
        }
        var (passed, n) = Counted(row, measure, scale.Unit);
        if (passed is not null && !row.Extra.ContainsKey("resolved")) notes.Add($"passed worked out: {passed} is the only number of {n} that prints as {row.Printed} %");
        Remarks(row, notes);
        return (new()
        {
            Benchmark = measure.Benchmark, Value = value, Unit = scale.Unit, Metric = measure.Metric, Version = measure.Version, Settings = measure.Settings,
            Category = measure.Category, N = n, Passed = passed, MeasuredBy = board.Measured ?? (row.Extra.GetValueOrDefault("self_reported") == "True" ? "the model's maker" : null),
            Date = row.DateIsOfModel ? null : row.Date, UsdPerTask = CostOfTask(row, n), Interval = Interval(row),
        }, notes.Count == 0 ? null : string.Join("; ", notes));
    }

    // More are no rounding any more, and could not be halved exactly.
    private const int MostDecimals = 20;

    private (string Unit, decimal Factor, string? Note)? Unit(ResultRow row, Measure measure)
    {
        if (measure.Unit is not null) return (measure.Unit, 1, row.Repository == Leaderboards.ModelsDev ? BenchmarkNaming.Unit(measure.Metric, row.Score).Note : null);
        switch (row.Unit)
        {
            case "%": return ("percent", 1, null);
            case "Elo": return ("elo", 1, null);
            case "minutes": return ("minutes", 1, null);
            case "index": return ("index", 1, null);
            case Scales.Unsure:
                if (scales.Of(row, measure) is { } scale) return scale;
                Refuse(row, "scores of this benchmark are both below and above 1: the scale cannot be told", "all within 0 to 1, or all above 1; or a unit in the unit column");
                return null;
            default:
                Refuse(row, row.Unit.Length == 0 ? "no unit" : $"unknown unit '{row.Unit}'", $"%, Elo, minutes, index, or '{Scales.Unsure}'");
                return null;
        }
    }

    /// <summary>As printed, or worked out where just one number of items prints as the share does.</summary>
    private static (int? Passed, int? N) Counted(ResultRow row, Measure measure, string unit)
    {
        if (Whole(row, "resolved") is { } resolved && Whole(row, "unresolved") is { } unresolved) return (resolved, resolved + unresolved);
        var n = Whole(row, "n") ?? row.Items;
        if (n is not > 0 || !measure.CountsItems || unit != "percent" || row.Decimals > MostDecimals) return (null, n is > 0 ? n : null);
        var half = 0.5m;
        for (var i = 0; i < row.Decimals; i++) half /= 10;
        var near = (int)(row.Score * n.Value / 100);
        int[] fits = [.. Enumerable.Range(near - 1, 4).Where(k => k >= 0 && k <= n && Math.Abs(100m * k / n.Value - row.Score) <= half)];
        return (fits is [var only] ? only : null, n);
    }

    /// <summary>"±11", "+5/-5" around the score, or "[low,high]".</summary>
    private static (decimal, decimal)? Interval(ResultRow row)
    {
        if (!row.Extra.TryGetValue("ci", out var text)) return null;
        if (text.StartsWith('[') && text.EndsWith(']') && text[1..^1].Split(',') is [var low, var high] && Number(low) is { } from && Number(high) is { } to && from <= to) return (from, to);
        if (text.StartsWith('±') && Number(text[1..]) is { } half) return (row.Score - half, row.Score + half);
        if (text.Split('/') is [var up, var down] && Number(up) is { } more && Number(down) is { } less) return (row.Score - Math.Abs(less), row.Score + more);
        return null;
    }

    private static decimal? CostOfTask(ResultRow row, int? n) =>
        // $0.0 is what a free trial or an unknown price is printed as.
        row.Repository == "Aider-AI/aider" && n is > 0 && Number(row.Extra.GetValueOrDefault("cost", "").TrimStart('$')) is { } cost and > 0 ? Math.Round(cost / n.Value, 6) : null;

    private static void Remarks(ResultRow row, List<string> notes)
    {
        if (row.Run is { } run) notes.Add($"run {run.Replace("dirname=", "", StringComparison.Ordinal)}");
        if (row.Extra.TryGetValue("votes", out var votes)) notes.Add($"{votes} votes");
        if (row.Extra.TryGetValue("mean of categories (own computation)", out _)) notes.Add("mean of the categories, worked out from the published table");
        if (row.DateIsOfModel) notes.Add("the source gives no date of the measurement");
        if (row.Extra.TryGetValue("self_reported", out var own)) notes.Add(own == "True" ? "reported by the model's maker" : "not marked as reported by the model's maker");
        if (row.Extra.TryGetValue("method", out var method) && method is not ("" or "None" or "-")) notes.Add($"method as printed: {method}");
        if (row.Link is not null) notes.Add($"the row names as its source {row.Link}");
    }

    private void Refuse(ResultRow row, string reason, string allowed) => log.Refuse($"{row.Benchmark} of {row.Label}", $"{file}:{row.Line}", row.Printed, reason, allowed);

    private static int? Whole(ResultRow row, string key) =>
        row.Extra.TryGetValue(key, out var text) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= ImportLimits.Items ? number : null;

    private static decimal? Number(string text) => ExactNumber.TryRead(text.StartsWith('+') ? text.AsSpan(1) : text, out var number) && Math.Abs(number) <= ImportLimits.Score ? number : null;
}
