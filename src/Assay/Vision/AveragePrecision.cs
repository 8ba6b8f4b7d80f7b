using Assay.Units;

namespace Assay.Vision;

/// <summary>
/// Average precision as COCO defines it: per label, boxes of all images in falling score, each taken for the expected box of greatest IoU that is
/// still free, precision made non-increasing and read at 101 recalls. At most 100 boxes of a label per image count. Labels that nobody expected are
/// left out, as COCO does. Source: cocodataset/cocoapi, PythonAPI/pycocotools/cocoeval.py; Lin et al. 2014.
/// </summary>
public static class AveragePrecision
{
    private const int MostPerImage = 100;
    private const int Recalls = 101;

    private static readonly double[] Thresholds = [.. Enumerable.Range(0, 10).Select(i => 0.5 + i * 0.05)];

    /// <summary>
    /// Not computable where nothing was expected, or where some boxes have scores and some have none. Where none has, the order of each reply is the
    /// ranking, and a note says so.
    /// </summary>
    public static PrecisionScore Of(IReadOnlyList<JudgedImage> images)
    {
        var all = images.SelectMany(i => i.Found).ToArray();
        var scored = all.Count(d => d.Score is not null);
        if (images.All(i => i.Expected.Count == 0)) return new PrecisionScore.NotComputable("Nothing was expected on any image, so there is no recall to speak of.");
        if (scored > 0 && scored < all.Length) return new PrecisionScore.NotComputable($"{Format.Exact(all.Length - scored)} of {Format.Exact(all.Length)} boxes have no score: they cannot be ranked among the others.");
        var forms = images.SelectMany(i => i.Expected.Concat(i.Found)).Select(d => d.Label).Distinct().ToDictionary(l => l, LabelForm.Of);
        var expected = images.SelectMany(i => i.Expected).Select(d => forms[d.Label]).ToHashSet();
        LabelPrecision[] labels = [.. expected.Order(StringComparer.Ordinal).Select(label => Label(label, images, forms))];
        return new PrecisionScore.Computed(labels.Average(l => l.Ap50), labels.Average(l => l.Ap75), labels.Average(l => l.Ap), labels) { Notes = Notes(all, scored, all.Count(d => !expected.Contains(forms[d.Label]))) };
    }

    private static string[] Notes(Detection[] all, int scored, int strange) =>
    [
        .. scored == 0 && all.Length > 0 ? ["No box has a score: boxes are ranked in the order of the replies."] : (string[])[],
        .. strange == 0 ? (string[])[] : [$"{Words.Plural(strange, "box has a label", "boxes have labels")} that no image expects and {(strange == 1 ? "is" : "are")} not counted, as COCO does."],
    ];

    private static LabelPrecision Label(string label, IReadOnlyList<JudgedImage> images, Dictionary<string, string> forms)
    {
        var expected = 0;
        List<(double Score, bool[] Hits)> ranked = [];
        foreach (var image in images)
        {
            Box[] truth = [.. image.Expected.Where(d => forms[d.Label] == label).Select(d => d.Box)];
            Detection[] found = [.. image.Found.Where(d => forms[d.Label] == label).OrderByDescending(d => d.Score ?? 0).Take(MostPerImage)];
            expected += truth.Length;
            var hits = Thresholds.Select(t => Hits(truth, found, t)).ToArray();
            ranked.AddRange(found.Select((d, i) => (d.Score ?? 0, hits.Select(h => h[i]).ToArray())));
        }
        var order = ranked.OrderByDescending(r => r.Score).Select(r => r.Hits).ToArray();
        var precision = Thresholds.Select((_, t) => Interpolated([.. order.Select(h => h[t])], expected)).ToArray();
        return new(label, expected, precision[0], precision[5], precision.Average());
    }

    private static bool[] Hits(Box[] truth, Detection[] found, double threshold)
    {
        var taken = new bool[truth.Length];
        return [.. found.Select(d =>
        {
            var (best, iou) = (-1, Math.Min(threshold, 1 - 1e-10));
            for (var g = 0; g < truth.Length; g++)
            {
                if (taken[g] || d.Box.Iou(truth[g]) is var other && other < iou) continue;
                (best, iou) = (g, d.Box.Iou(truth[g]));
            }
            if (best >= 0) taken[best] = true;
            return best >= 0;
        })];
    }

    /// <summary>Precision at 101 recalls, averaged, of hits in falling rank.</summary>
    /// <param name="expected">How many there were to find, 1 and above.</param>
    public static double Interpolated(IReadOnlyList<bool> hits, int expected)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(expected, 1);
        var (recall, precision) = (new double[hits.Count], new double[hits.Count]);
        var right = 0;
        for (var i = 0; i < hits.Count; i++)
        {
            if (hits[i]) right++;
            (recall[i], precision[i]) = ((double)right / expected, (double)right / (i + 1));
        }
        for (var i = hits.Count - 1; i > 0; i--) precision[i - 1] = Math.Max(precision[i - 1], precision[i]);
        var (sum, at) = (0.0, 0);
        for (var r = 0; r < Recalls; r++)
        {
            // As numpy's linspace has it, so that a recall exactly on a mark falls where COCO's does.
            var mark = r == Recalls - 1 ? 1.0 : r * 0.01;
            while (at < hits.Count && recall[at] < mark) at++;
            if (at < hits.Count) sum += precision[at];
        }
        return sum / Recalls;
    }
}
