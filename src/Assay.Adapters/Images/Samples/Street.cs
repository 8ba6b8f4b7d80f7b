using Assay.Calls;
using Assay.Drawing;

namespace Assay.Adapters.Images.Samples;

/// <summary>A drawn street: a house, two trees, a car, a dog and a person, each in a known place.</summary>
internal static class Street
{
    public static SampleImage Sample { get; } = new()
    {
        Id = "street", Title = "A drawn street", Description = "A house between two trees under a sun; in front a red car, a person and a dog. A drawing, not a photograph.",
        Tasks = [ModelTask.Detect, ModelTask.Caption, ModelTask.Ask],
        Question = "What stands to the right of the red car?", Answer = "A person with a dog",
    };

    public static Sketch Draw()
    {
        var s = new Sketch(800, 560, "#bfe0f2");
        s.Oval(690, 84, 46, 46, new("#f7cf4a")).Box(0, 400, 800, 160, new("#8c8f93")).Box(0, 360, 800, 44, new("#79b35c"));
        for (var x = 20; x < 800; x += 120) s.Box(x, 486, 66, 8, new("#f0f0ea"));
        House(s);
        Tree(s, 110, 380, 1.1);
        Tree(s, 640, 372, 0.85);
        Car(s, 150, 470);
        Person(s, 545, 360);
        Dog(s, 646, 452);
        s.Path("M591 450Q640 512 678 476", Ink.Pencil("#7c1a18", 3.5));
        return s;
    }

    private static void House(Sketch s)
    {
        s.Box(270, 190, 250, 190, new("#e9d3a9", "#6f5836", 3)).Shape(new("#a8412f", "#6b2a1f", 3), (250, 194), (395, 90), (540, 194));
        s.Box(450, 100, 30, 60, new("#8e5340", "#5d3427", 3)).Box(372, 280, 54, 100, new("#6b4a2d", "#46301c", 3)).Oval(416, 332, 4, 4, new("#e8c65a"));
        foreach (var x in (int[])[294, 446]) s.Box(x, 226, 52, 52, new("#9fd0ea", "#ffffff", 5)).Line(x + 26, 226, x + 26, 278, Ink.Pencil("#ffffff", 4)).Line(x, 252, x + 52, 252, Ink.Pencil("#ffffff", 4));
    }

    private static void Tree(Sketch s, double x, double foot, double size)
    {
        s.Box(x - 13 * size, foot - 110 * size, 26 * size, 110 * size, new("#6d4c2e"));
        foreach (var (dx, dy, radius) in ((double, double, double)[])[(-34, -130, 44), (34, -128, 46), (0, -170, 56)]) s.Oval(x + dx * size, foot + dy * size, radius * size, radius * size, new("#3f8a45"));
    }

    private static void Car(Sketch s, double x, double foot)
    {
        s.Path($"M{x} {foot}V{foot - 48}Q{x + 4} {foot - 60} {x + 40} {foot - 64}L{x + 80} {foot - 108}H{x + 190}L{x + 228} {foot - 62}Q{x + 272} {foot - 58} {x + 274} {foot - 40}V{foot}Z", new("#c9302c", "#7c1a18", 3));
        s.Shape(new("#cfe6f2", "#7c1a18", 2), (x + 62, foot - 66), (x + 88, foot - 98), (x + 130, foot - 98), (x + 130, foot - 66)).Shape(new("#cfe6f2", "#7c1a18", 2), (x + 142, foot - 66), (x + 142, foot - 98), (x + 184, foot - 98), (x + 210, foot - 66));
        s.Oval(x + 264, foot - 34, 9, 9, new("#f7e7a0")).Box(x - 4, foot - 12, 284, 12, new("#55575a"));
        foreach (var wheel in (double[])[x + 64, x + 212]) s.Oval(wheel, foot, 33, 33, new("#26282b")).Oval(wheel, foot, 15, 15, new("#c7ccd1"));
    }

    private static void Person(Sketch s, double x, double top)
    {
        s.Box(x - 20, top + 92, 17, 74, new("#2c3e66"), 6).Box(x + 3, top + 92, 17, 74, new("#2c3e66"), 6).Box(x - 26, top + 34, 52, 68, new("#f08a2c"), 14);
        s.Line(x - 28, top + 48, x - 46, top + 92, Ink.Pencil("#f08a2c", 14)).Line(x + 28, top + 48, x + 46, top + 90, Ink.Pencil("#f08a2c", 14));
        s.Oval(x, top + 10, 22, 25, new("#e6b48c")).Path($"M{x - 22} {top + 6}A22 25 0 0 1 {x + 22} {top + 6}Q{x} {top - 8} {x - 22} {top + 6}Z", new("#4a2f1d"));
        s.Oval(x - 8, top + 12, 2.5, 3, new("#2b1c12")).Oval(x + 8, top + 12, 2.5, 3, new("#2b1c12")).Oval(x - 12, top + 168, 14, 7, new("#23252a")).Oval(x + 14, top + 168, 14, 7, new("#23252a"));
    }

    private static void Dog(Sketch s, double x, double top)
    {
        foreach (var leg in (double[])[16, 34, 82, 100]) s.Box(x + leg, top + 44, 12, 40, new("#7a5230"), 5);
        s.Oval(x + 64, top + 34, 56, 24, new("#8b5e38")).Path($"M{x + 116} {top + 26}Q{x + 142} {top + 10} {x + 136} {top - 8}", Ink.Pencil("#8b5e38", 9));
        s.Oval(x + 14, top + 6, 24, 21, new("#8b5e38")).Oval(x - 8, top + 14, 15, 10, new("#a57a50")).Oval(x - 20, top + 10, 5, 4, new("#1e1712")).Oval(x + 8, top, 3, 3.5, new("#1e1712"));
        s.Path($"M{x + 20} {top - 12}Q{x + 42} {top - 8} {x + 32} {top + 22}Q{x + 20} {top + 12} {x + 20} {top - 12}Z", new("#5d3c22"));
    }
}
