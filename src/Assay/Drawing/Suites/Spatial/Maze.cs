namespace Assay.Drawing.Suites.Spatial;

/// <summary>A maze with lettered exits of which one can be reached.</summary>
internal sealed class Maze : ItemKind
{
    public override string Id => "maze";

    public override string Tests => "Which exit of a maze can be reached from the dot; harder with larger mazes.";

    public override Item Draw(Commission wanted)
    {
        var dice = wanted.Dice;
        var (size, cell) = (wanted.By(5, 7, 10), wanted.By(84.0, 62.0, 46.0));
        var open = Passages(dice, size);
        var start = size / 2 * size + size / 2;
        // One exit on each side, so that none is beside another.
        int[] exits = [dice.Below(size), dice.Below(size) * size + size - 1, (size - 1) * size + dice.Below(size), dice.Below(size) * size];
        var good = dice.Below(4);
        var keep = Path(open, size, start, exits[good]);
        for (var i = 0; i < 4; i++)
        {
            if (i == good) continue;
            var wrong = Path(open, size, start, exits[i]);
            // Another wall may have cut it off already.
            if (wrong.Count == 0) continue;
            // Walled up where it has left the right way, or else that would be cut too.
            var cuts = Enumerable.Range(0, wrong.Count - 1).Where(k => !keep.Contains(wrong[k + 1])).ToArray();
            if (cuts.Length == 0) return Draw(wanted);
            var cut = dice.Pick(cuts);
            open.Remove(Edge(wrong[cut], wrong[cut + 1]));
        }
        return new(Picture(size, cell, open, start, exits), Ask.OneOf(dice, "exit", dice.Pick((string[])["Which exit can be reached from the red dot without crossing a wall?", "From the red dot, only one lettered exit can be reached. Which?"]), $"{"ABCD"[good]}", "A", "B", "C", "D"));
    }

    private static Sketch Picture(int size, double cell, HashSet<(int, int)> open, int start, int[] exits)
    {
        var (edge, room) = (48.0, size * cell);
        var sketch = new Sketch((int)(room + 2 * edge), (int)(room + 2 * edge), "#fbfaf5");
        for (var i = 0; i < size * size; i++)
        {
            var (x, y, column, row) = (edge + i % size * cell, edge + i / size * cell, i % size, i / size);
            if (column < size - 1 && !open.Contains((i, i + 1))) Wall(x + cell, y, x + cell, y + cell);
            if (row < size - 1 && !open.Contains((i, i + size))) Wall(x, y + cell, x + cell, y + cell);
            if (row == 0 && i != exits[0]) Wall(x, y, x + cell, y);
            if (column == size - 1 && i != exits[1]) Wall(x + cell, y, x + cell, y + cell);
            if (row == size - 1 && i != exits[2]) Wall(x, y + cell, x + cell, y + cell);
            if (column == 0 && i != exits[3]) Wall(x, y, x, y + cell);
        }
        for (var i = 0; i < 4; i++)
        {
            var (x, y) = (edge + (exits[i] % size + 0.5) * cell, edge + (exits[i] / size + 0.5) * cell);
            var far = cell / 2 + 24;
            (x, y) = i switch { 0 => (x, y - far), 1 => (x + far, y), 2 => (x, y + far), _ => (x - far, y) };
            sketch.Text(x, y + 9, $"{"ABCD"[i]}", 18, "#1d5c8a", 0.17, TextPlace.Middle);
        }
        return sketch.Oval(edge + (start % size + 0.5) * cell, edge + (start / size + 0.5) * cell, cell * 0.24, cell * 0.24, new("#d0312d"));

        void Wall(double x1, double y1, double x2, double y2) => sketch.Line(x1, y1, x2, y2, Ink.Pencil("#33383d", 4));
    }

    /// <summary>Passages such that from every cell one way leads to every other.</summary>
    private static HashSet<(int, int)> Passages(Dice dice, int size)
    {
        var open = new HashSet<(int, int)>();
        var seen = new HashSet<int> { 0 };
        var way = new Stack<int>([0]);
        while (way.TryPeek(out var cell))
        {
            int[] next = [.. Beside(cell, size).Where(n => !seen.Contains(n))];
            if (next.Length == 0)
            {
                way.Pop();
                continue;
            }
            var to = dice.Pick(next);
            open.Add(Edge(cell, to));
            seen.Add(to);
            way.Push(to);
        }
        return open;
    }

    /// <summary>The one way; empty where a wall has cut it.</summary>
    private static List<int> Path(HashSet<(int, int)> open, int size, int from, int to)
    {
        var before = new Dictionary<int, int> { [from] = from };
        var reached = new Queue<int>([from]);
        while (reached.TryDequeue(out var cell))
            foreach (var next in Beside(cell, size))
                if (open.Contains(Edge(cell, next)) && before.TryAdd(next, cell)) reached.Enqueue(next);
        var way = new List<int>();
        for (var cell = to; before.ContainsKey(cell); cell = before[cell])
        {
            way.Insert(0, cell);
            if (cell == from) break;
        }
        return way;
    }

    private static IEnumerable<int> Beside(int cell, int size)
    {
        if (cell % size > 0) yield return cell - 1;
        if (cell % size < size - 1) yield return cell + 1;
        if (cell / size > 0) yield return cell - size;
        if (cell / size < size - 1) yield return cell + size;
    }

    private static (int, int) Edge(int one, int other) => (Math.Min(one, other), Math.Max(one, other));
}
