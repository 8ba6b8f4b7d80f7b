namespace Assay.Drawing.Suites.Spatial;

/// <summary>Lettered places about a star.</summary>
internal sealed class Nearest : ItemKind
{
    public override string Id => "places";

    public override string Tests => "Which of several places is nearest to a star, or farthest; harder with more places and less difference.";

    public override Item Draw(Commission wanted)
    {
        var dice = wanted.Dice;
        var (count, ratio) = (wanted.By(4, 6, 9), wanted.By(1.5, 1.25, 1.15));
        while (true)
        {
            var places = Scatter.Place(dice, count + 1, 680, 480, 44, (_, x, y) => (X: x, Y: y), p => Outline.Circle(p.X, p.Y, 24), 1);
            var star = places[0];
            var order = Enumerable.Range(1, count).OrderBy(i => Polar.Distance(star.X, star.Y, places[i].X, places[i].Y)).Select(i => (Place: i, Far: Polar.Distance(star.X, star.Y, places[i].X, places[i].Y))).ToArray();
            var (wantedPlace, next) = wanted.Yes ? (order[0], order[1]) : (order[^1], order[^2]);
            if (Math.Max(wantedPlace.Far, next.Far) / Math.Min(wantedPlace.Far, next.Far) < (wanted.Yes ? ratio : 1 + (ratio - 1) * 0.6)) continue;
            var sketch = new Sketch(680, 480, "#dfe8d6").Smudges(dice, 8, "#7a8f62");
            new Figure("star", "red", star.X, star.Y, 24).DrawOn(sketch);
            for (var i = 1; i <= count; i++) sketch.Oval(places[i].X, places[i].Y, 19, 19, new("#ffffff", "#3a4a58", 2.5)).Text(places[i].X, places[i].Y + 8, $"{"ABCDEFGHI"[i - 1]}", 16, "#23303c", 0.15, TextPlace.Middle);
            return new(sketch, Ask.OneOf(dice, "distance", wanted.Yes ? "Which lettered place is nearest to the star?" : "Which lettered place is farthest from the star?", $"{"ABCDEFGHI"[wantedPlace.Place - 1]}", [.. "ABCDEFGHI"[..count].Select(l => $"{l}")]))
            { Things = [.. places.Select(p => Outline.Circle(p.X, p.Y, 24))], LeastSeen = 1 };
        }
    }
}
