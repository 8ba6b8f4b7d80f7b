namespace Assay.Drawing.Suites.Spatial;

/// <summary>Coloured cards that lie one upon another.</summary>
internal sealed class Cards : ItemKind
{
    public override string Id => "cards";

    public override string Tests => "Which card lies undermost, uppermost or right beneath another; harder with more cards.";

    public override Item Draw(Commission wanted)
    {
        var dice = wanted.Dice;
        var colours = dice.Some([.. Palette.Colours.Select(c => c.Name)], wanted.By(3, 5, 7));
        var outlines = Heap(dice, colours.Length);
        var sketch = new Sketch(640, 500, dice.Pick(Palette.Woods)).Brushed(0, 10, 640, 500, "#80603a", 21);
        for (var i = 0; i < outlines.Count; i++) sketch.Shape(new(Palette.Hex(colours[i]), "#f6f2e8", 5), outlines[i].Corners).Shape(new("none", "#2a241c", 1.2), outlines[i].Corners);
        var beneath = dice.Between(1, colours.Length - 1);
        var (question, answer) = wanted.By(
            ("Which card lies on top of all others?", colours.Length - 1),
            ("Which card lies at the very bottom of the heap?", 0),
            ($"The cards were laid down one after another, each partly upon the one before. Which was laid down right before the {colours[beneath]} one?", beneath - 1));
        return new(sketch, Ask.OneOf(dice, "order", question, colours[answer], [.. colours.Where((_, i) => wanted.Difficulty is not Difficulty.Hard || i != beneath).Order(StringComparer.Ordinal)])) { Things = outlines, LeastSeen = 0.3 };
    }

    /// <summary>Each lies partly upon the one before and upon no other: only so is the order to be seen.</summary>
    private static List<Outline> Heap(Dice dice, int count)
    {
        while (true)
        {
            var (x, y) = (dice.Between(150, 490), dice.Between(130, 370));
            var (heap, middles) = (new List<Outline>(), new List<(double X, double Y)>());
            for (var tries = 0; heap.Count < count && tries < 400; tries++)
            {
                var (nextX, nextY) = heap.Count == 0 ? (x, y) : Polar.At(middles[^1].X, middles[^1].Y, dice.Between(66, 96), dice.Below(360));
                if (nextX is < 80 or > 560 || nextY is < 80 or > 420) continue;
                var card = Outline.Box(nextX, nextY, 132, 92, dice.Between(-40, 40));
                if (heap.Count > 0 && heap[^1].Seen([card]) is < 0.42 or > 0.86) continue;
                if (heap.Take(heap.Count - 1).Any(c => c.Seen([card]) < 1)) continue;
                heap.Add(card);
                middles.Add((nextX, nextY));
            }
            if (heap.Count == count) return heap;
        }
    }
}
