using Assay.Adapters.Engines.Pictures;

namespace Assay.Adapters.Engines.Ocr;

/// <summary>Connected regions of pixels above a threshold.</summary>
internal static class Regions
{
    /// <summary>For each region enough of its outline to draw a convex shape around it: the two ends of each of its rows, by their outer corners.</summary>
    public static IEnumerable<IReadOnlyList<Point>> Of(float[] map, int width, int height, float threshold)
    {
        var open = Thick(map, width, height, threshold);
        var waiting = new Stack<int>();
        for (var start = 0; start < open.Length; start++)
        {
            if (!open[start]) continue;
            var rows = new Dictionary<int, (int First, int Last)>();
            open[start] = false;
            waiting.Push(start);
            while (waiting.TryPop(out var at))
            {
                var (x, y) = (at % width, at / width);
                rows[y] = rows.TryGetValue(y, out var row) ? (Math.Min(row.First, x), Math.Max(row.Last, x)) : (x, x);
                for (var ny = Math.Max(0, y - 1); ny <= Math.Min(height - 1, y + 1); ny++)
                {
                    for (var nx = Math.Max(0, x - 1); nx <= Math.Min(width - 1, x + 1); nx++)
                    {
                        var next = ny * width + nx;
                        if (!open[next]) continue;
                        open[next] = false;
                        waiting.Push(next);
                    }
                }
            }
            yield return [.. rows.SelectMany(r => (Point[])[new(r.Value.First, r.Key), new(r.Value.First, r.Key + 1), new(r.Value.Last + 1, r.Key), new(r.Value.Last + 1, r.Key + 1)])];
        }
    }

    /// <summary>Each pixel also opens its right and lower neighbours, so that a line with thin gaps stays one.</summary>
    private static bool[] Thick(float[] map, int width, int height, float threshold)
    {
        var open = new bool[map.Length];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                if (map[y * width + x] <= threshold) continue;
                for (var ny = y; ny <= Math.Min(height - 1, y + 1); ny++)
                    for (var nx = x; nx <= Math.Min(width - 1, x + 1); nx++) open[ny * width + nx] = true;
            }
        }
        return open;
    }
}
