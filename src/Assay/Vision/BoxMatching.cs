namespace Assay.Vision;

/// <summary>What two lists of boxes on one image have in common.</summary>
/// <param name="Both">One pair per box at most on either side, in the order of the first list.</param>
/// <param name="OnlyA">In their order.</param>
/// <param name="OnlyB">In their order.</param>
public sealed record BoxMatch(IReadOnlyList<BoxPair> Both, IReadOnlyList<Detection> OnlyA, IReadOnlyList<Detection> OnlyB);

/// <param name="Iou">The threshold to 1.</param>
public sealed record BoxPair(Detection A, Detection B, double Iou);

/// <summary>
/// Pairs the boxes of two models one to one, so that the sum of IoU over all pairs at or above a threshold is greatest: the assignment of Kuhn (1955),
/// as comparisons without a ground truth use it (CLEAR-MOT; Bernardin and Stiefelhagen 2008). Neither side is the truth and scores of two models
/// cannot be compared, so pairing greedily by score, as <see cref="AveragePrecision"/> does against a truth, would depend on who stands first.
/// </summary>
public static class BoxMatching
{
    /// <param name="threshold">Least IoU of a pair, above 0 to 1.</param>
    /// <param name="sameLabel">Whether only boxes whose labels mean the same (<see cref="LabelForm"/>) may be paired.</param>
    /// <exception cref="ArgumentOutOfRangeException">The threshold is not above 0 and at most 1.</exception>
    public static BoxMatch Match(IReadOnlyList<Detection> a, IReadOnlyList<Detection> b, double threshold = 0.5, bool sameLabel = false)
    {
        if (threshold is not (> 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(threshold), threshold, "An IoU threshold is above 0 and at most 1, such as 0.5.");
        var partner = new int[a.Count];
        Array.Fill(partner, -1);
        foreach (var group in Groups(Edges(a, b, threshold, sameLabel), a.Count, b.Count)) Assign(group, partner);
        var taken = partner.ToHashSet();
        return new(
            [.. Enumerable.Range(0, a.Count).Where(i => partner[i] >= 0).Select(i => new BoxPair(a[i], b[partner[i]], a[i].Box.Iou(b[partner[i]].Box)))],
            [.. a.Where((_, i) => partner[i] < 0)],
            [.. b.Where((_, i) => !taken.Contains(i))]);
    }

    private static List<(int A, int B, double Iou)> Edges(IReadOnlyList<Detection> a, IReadOnlyList<Detection> b, double threshold, bool sameLabel)
    {
        List<(int, int, double)> edges = [];
        var (formsA, formsB) = (sameLabel ? a.Select(d => LabelForm.Of(d.Label)).ToArray() : [], sameLabel ? b.Select(d => LabelForm.Of(d.Label)).ToArray() : []);
        for (var i = 0; i < a.Count; i++)
        {
            for (var j = 0; j < b.Count; j++)
            {
                if (sameLabel && formsA[i] != formsB[j]) continue;
                var iou = a[i].Box.Iou(b[j].Box);
                if (iou >= threshold) edges.Add((i, j, iou));
            }
        }
        return edges;
    }

    /// <summary>Boxes that could be paired, directly or through others. Each group is small even where an image is full, and is solved alone.</summary>
    private static IEnumerable<List<(int A, int B, double Iou)>> Groups(List<(int A, int B, double Iou)> edges, int countA, int countB)
    {
        var root = Enumerable.Range(0, countA + countB).ToArray();
        foreach (var (i, j, _) in edges) root[Find(i)] = Find(countA + j);
        return edges.GroupBy(e => Find(e.A)).Select(g => g.ToList());

        int Find(int x)
        {
            while (root[x] != x) x = root[x] = root[root[x]];
            return x;
        }
    }

    private static void Assign(List<(int A, int B, double Iou)> edges, int[] partner)
    {
        var (rows, columns) = (edges.Select(e => e.A).Distinct().Order().ToArray(), edges.Select(e => e.B).Distinct().Order().ToArray());
        var gain = new double[rows.Length, columns.Length];
        foreach (var (i, j, iou) in edges) gain[Array.BinarySearch(rows, i), Array.BinarySearch(columns, j)] = iou;
        var chosen = Assignment.Greatest(gain);
        for (var i = 0; i < rows.Length; i++)
        {
            if (chosen[i] >= 0 && gain[i, chosen[i]] > 0) partner[rows[i]] = columns[chosen[i]];
        }
    }
}
