using Assay.Calls;
using Assay.Drawing;

namespace Assay.Adapters.Images.Samples;

/// <summary>Shapes in four kinds that lie partly over each other; how many there are is decided before they are placed.</summary>
internal static class CountedShapes
{
    private const int Seed = 20260703, Width = 800, Height = 600;

    private static readonly (string Kind, string Colour, int Count)[] Kinds = [("circle", "#d64541", 7), ("square", "#2f6fb7", 5), ("triangle", "#3b9650", 6), ("star", "#e2a72e", 4)];

    public static SampleImage Sample { get; } = new()
    {
        Id = "shapes", Title = "Shapes to count", Description = "Red circles, blue squares, green triangles and yellow stars, some of them partly hidden by others.",
        Tasks = [ModelTask.Ask, ModelTask.Detect, ModelTask.Caption],
        Question = "How many circles, squares, triangles and stars are there?", Answer = string.Join(", ", Kinds.Select(k => $"{k.Count} {k.Kind}s")),
    };

    public static Sketch Draw()
    {
        var random = new Random(Seed);
        var sketch = new Sketch(Width, Height, "#f3f0e8");
        var wanted = Kinds.SelectMany(k => Enumerable.Repeat((k.Kind, k.Colour), k.Count)).ToArray();
        random.Shuffle(wanted);
        foreach (var ((kind, colour), (x, y, radius)) in wanted.Zip(Places(random, wanted.Length)))
            sketch.Turned(random.Next(0, 60), x, y, s => Shape(s, kind, x, y, radius, new(colour, "#35322c", 2.5)));
        return sketch;
    }

    /// <summary>Centres of which every second one is beside an earlier one, so that shapes overlap, but never so much that one cannot be told.</summary>
    private static List<(double X, double Y, double Radius)> Places(Random random, int count)
    {
        var places = new List<(double X, double Y, double Radius)>();
        while (places.Count < count)
        {
            var radius = random.Next(40, 58);
            var (x, y) = ((double)random.Next(70, Width - 70), (double)random.Next(70, Height - 70));
            if (places.Count % 2 == 1)
            {
                var (beside, angle) = (places[random.Next(places.Count)], random.NextDouble() * 2 * Math.PI);
                var far = (beside.Radius + radius) * 0.7;
                (x, y) = (beside.X + far * Math.Cos(angle), beside.Y + far * Math.Sin(angle));
            }
            var inside = x is > 66 and < Width - 66 && y is > 66 and < Height - 66;
            if (inside && places.TrueForAll(p => Math.Sqrt((p.X - x) * (p.X - x) + (p.Y - y) * (p.Y - y)) > (p.Radius + radius) * 0.69)) places.Add((x, y, radius));
        }
        return places;
    }

    private static void Shape(Sketch sketch, string kind, double x, double y, double radius, Ink ink)
    {
        switch (kind)
        {
            case "circle": sketch.Oval(x, y, radius * 0.95, radius * 0.95, ink); break;
            case "square": sketch.Box(x - radius * 0.78, y - radius * 0.78, radius * 1.56, radius * 1.56, ink); break;
            default: sketch.Shape(ink, Corners(x, y, radius, kind == "star" ? 10 : 3)); break;
        }
    }

    /// <summary>Three make a triangle; of ten every second lies further in, which makes a star.</summary>
    private static (double X, double Y)[] Corners(double x, double y, double radius, int count) => [.. Enumerable.Range(0, count).Select(i =>
    {
        var (angle, far) = (i * 2 * Math.PI / count - Math.PI / 2, count == 10 && i % 2 == 1 ? radius * 0.45 : radius);
        return (x + far * Math.Cos(angle), y + far * Math.Sin(angle));
    })];
}
