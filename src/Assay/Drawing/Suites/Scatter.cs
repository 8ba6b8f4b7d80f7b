namespace Assay.Drawing.Suites;

/// <summary>Places things one upon another so that of each a share can be seen.</summary>
internal static class Scatter
{
    private const int Tries = 1500, Starts = 40;

    /// <param name="width">Of the room, from 0.</param>
    /// <param name="margin">Kept free along its edges, for centres.</param>
    /// <param name="make">The thing at a centre, for its place in the row; a later one lies above.</param>
    /// <param name="outline">Of a thing.</param>
    /// <param name="leastSeen">0 to 1; 1 for things that lie apart.</param>
    /// <param name="crowded">The share of things, 0 to 1, that are put beside an earlier one.</param>
    /// <exception cref="InvalidOperationException">They do not fit.</exception>
    public static List<T> Place<T>(Dice dice, int count, double width, double height, double margin, Func<int, double, double, T> make, Func<T, Outline> outline, double leastSeen, double crowded = 0)
    {
        var placed = new List<T>();
        for (var tries = 1; placed.Count < count; tries++)
        {
            if (tries == Tries * Starts) throw new InvalidOperationException($"{count} things do not fit into {width} × {height} pixels with {leastSeen:0.##} of each to be seen.");
            // The first ones may lie so that the last finds no room.
            if (tries % Tries == 0) placed.Clear();
            var (x, y) = (dice.Between(margin, width - margin), dice.Between(margin, height - margin));
            if (placed.Count > 0 && dice.Below(100) < crowded * 100)
            {
                var beside = outline(dice.Pick(placed));
                (x, y) = Polar.At((beside.Left + beside.Right) / 2, (beside.Top + beside.Bottom) / 2, dice.Between(0.55, 1.0) * (beside.Right - beside.Left), dice.Below(360));
                if (x < margin || y < margin || x > width - margin || y > height - margin) continue;
            }
            var thing = make(placed.Count, x, y);
            var over = outline(thing);
            if (leastSeen >= 1 ? placed.TrueForAll(p => Apart(outline(p), over)) : StaysSeen(placed, outline, over, leastSeen)) placed.Add(thing);
        }
        return placed;
    }

    /// <summary>By their boxes, with some air between.</summary>
    private static bool Apart(Outline one, Outline other) => one.Right + 6 < other.Left || other.Right + 6 < one.Left || one.Bottom + 6 < other.Top || other.Bottom + 6 < one.Top;

    private static bool StaysSeen<T>(List<T> placed, Func<T, Outline> outline, Outline over, double leastSeen)
    {
        for (var i = 0; i < placed.Count; i++)
        {
            var under = outline(placed[i]);
            if (under.Near(over) && under.Seen(placed.Skip(i + 1).Select(outline).Append(over)) < leastSeen) return false;
        }
        return true;
    }
}
