namespace Assay.Catalog;

/// <summary>For a name that no model has: the models whose names are nearest.</summary>
public static class NearestNames
{
    /// <summary>Best first; shared words count most, then letters that would have to change. Curated models go first among equals.</summary>
    public static IReadOnlyList<Model> Of(string name, IReadOnlyList<Model> models, int count = 5)
    {
        var wanted = Words(name);
        if (wanted.Length == 0) return [];
        var joined = string.Concat(wanted);
        return [.. models
            .Select(m => (Model: m, Score: Score(wanted, joined, m)))
            .Where(x => x.Score > (x.Model.Curated ? 0.4 : 0.25))
            .OrderByDescending(x => x.Score).ThenByDescending(x => x.Model.Curated).ThenBy(x => x.Model.Id.Length).ThenBy(x => x.Model.Id, StringComparer.Ordinal)
            .Take(count).Select(x => x.Model)];
    }

    private static double Score(string[] wanted, string joined, Model model)
    {
        var short_ = model.Id[(model.Id.IndexOf('/', StringComparison.Ordinal) + 1)..];
        var words = Words(short_);
        var shared = wanted.Count(w => words.Contains(w) || (w.Length > 2 && words.Any(x => x.StartsWith(w, StringComparison.Ordinal))));
        var text = string.Concat(words);
        var distance = Distance(joined, text.Length > 60 ? text[..60] : text);
        // A model somebody has described is what a misspelt name most often means.
        var described = model.Curated ? 0.15 : 0;
        return described + 0.5 * shared / Math.Max(wanted.Length, words.Length) + 0.5 * (1 - (double)distance / Math.Max(joined.Length, Math.Max(1, text.Length)));
    }

    private static string[] Words(string name) => name.ToLowerInvariant().Split(['/', '-', '_', '.', ' ', ':'], StringSplitOptions.RemoveEmptyEntries).TakeLast(8).ToArray();

    /// <summary>Letters to insert, delete, replace or swap with a neighbour (optimal string alignment).</summary>
    public static int Distance(string a, string b)
    {
        if (a.Length > 80) a = a[..80];
        var (before, last, row) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++) last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = Math.Min(row[j], before[j - 2] + 1);
            }
            (before, last, row) = (last, row, before);
        }
        return last[b.Length];
    }
}
