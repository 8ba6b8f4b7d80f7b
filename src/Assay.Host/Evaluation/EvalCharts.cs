using System.Globalization;
using Assay.Charts;
using Assay.Statistics;
using Assay.Units;

namespace Assay.Host.Evaluation;

/// <summary>The charts of a run, from its view.</summary>
public static class EvalCharts
{
    /// <summary>Rows that a chart shows; the table has them all.</summary>
    public const int RowsShown = 30;

    /// <summary>Scores with their intervals, the highest first. Null where no model has a score.</summary>
    public static DotPlot? Scores(EvalRunView run)
    {
        var models = run.Models.Where(m => m.Overall is { Tally: { } t } && t.Passed + t.Failed + t.Graded > 0).OrderByDescending(m => m.Overall!.AtLeast + m.Overall.AtMost).Take(RowsShown).ToArray();
        return models.Length == 0 ? null : new DotPlot
        {
            Id = "scores-chart", Title = $"Scores on {run.Suite.Title}", Axis = "Score (more is better)", Format = Percent,
            Description = $"{Words.Plural(models.Length, "model")}, the highest score first: {Words.List([.. models.Take(8).Select(m => $"{m.Name} {m.Overall!.Display}")])}. Whiskers are 95 % intervals. The table has the same figures.",
            Rows = [.. models.Select(m => new DotRow(m.Name, (decimal)(m.Overall!.AtLeast + m.Overall.AtMost) / 2, m.Overall.Display, (decimal?)m.Overall.Low, (decimal?)m.Overall.High, $"{m.Name}: {m.Overall.Display}, 95 %: {m.Overall.Interval}"))],
        };
    }

    /// <summary>What a task costs against the score, models without a cost or that cost nothing left out. Null where fewer than two are left.</summary>
    public static ScatterPlot? CostAgainstScore(EvalRunView run)
    {
        var models = run.Models.Where(m => m is { CostPerTask.Value: > 0, Overall: not null }).ToArray();
        if (models.Length < 2) return null;
        decimal Score(EvalModelView m) => (decimal)(m.Overall!.AtLeast + m.Overall.AtMost) / 2;
        var front = ParetoFront.Of([.. models.Select(m => (m.CostPerTask.Value!.Value, Score(m)))], moreIsBetter: true);
        return new ScatterPlot
        {
            Id = "cost-chart", Title = $"Cost of a task against the score on {run.Suite.Title}", AcrossAxis = "US dollars a task (logarithmic)", FormatAcross = usd => "$" + usd.ToString("0.##########", CultureInfo.InvariantCulture), UprightAxis = "Score",
            FormatUpright = Percent, Description = $"{Words.Plural(models.Length, "model")} by what a task cost and the score. No other costs less and scores more than: {Words.List([.. models.Where((_, i) => front[i]).Take(8).Select(m => $"{m.Name} at {m.CostPerTask.Display} and {m.Overall!.Display}")])}.",
            Points = [.. models.Select((m, i) => new ScatterPoint(m.Name, m.CostPerTask.Value!.Value, Score(m), $"{m.Name}: {m.Overall!.Display} at {m.CostPerTask.Display} a task", front[i]))],
        };
    }

    /// <summary>The differences of a pair by category; null where there are none with an interval.</summary>
    public static DotPlot? Categories(EvalPairView pair, string id = "categories-chart")
    {
        var rows = pair.Detail?.Categories.Where(c => c.Difference.Value is not null).ToArray() ?? [];
        return rows.Length == 0 ? null : new DotPlot
        {
            Id = id, Title = $"{pair.First} minus {pair.Second}, by category", Axis = $"Points: right of 0, {Visible.Line(pair.First, 40)} is ahead", Format = v => (v * 100).ToString("+0.#;−0.#;0", CultureInfo.InvariantCulture),
            Description = $"{Words.List([.. rows.Select(c => $"{c.Category}: {c.Difference.Display}")])}. Whiskers are 95 % intervals, not corrected for the number of categories.",
            Rows = [.. rows.Select(c => new DotRow($"{c.Category} ({Words.Plural(c.Items, "item")})", c.Difference.Value!.Value, c.Difference.Display, c.Difference.Low, c.Difference.High))],
        };
    }

    private static string Percent(decimal share) => (share * 100).ToString("0.#", CultureInfo.InvariantCulture) + " %";
}
