using Assay.Calls;
using Assay.Drawing;

namespace Assay.Adapters.Images.Samples;

/// <summary>A till receipt; its sums are right.</summary>
internal static class Receipt
{
    private const string Shop = "CORNER GROCER", Where = "14 Mill Lane, Northwick", When = "Date: 2026-03-14   Time: 17:42", Till = "Receipt no. 004817", Thanks = "Thank you for your visit!";

    private static readonly (int Count, string Name, decimal Each)[] Lines =
        [(2, "Whole milk 1 l", 1.29m), (1, "Rye bread 750 g", 3.45m), (6, "Eggs, free range", 0.38m), (1, "Olive oil 0.5 l", 7.90m), (3, "Lemons", 0.55m), (1, "Coffee beans 250 g", 5.20m)];

    private static decimal Net => Lines.Sum(l => l.Count * l.Each);

    private static decimal Tax => Math.Round(Net * 0.07m, 2, MidpointRounding.AwayFromZero);

    private static string Total => SampleImages.Money(Net + Tax);

    public static SampleImage Sample { get; } = new()
    {
        Id = "receipt", Title = "A till receipt", Description = "A paper receipt of a grocer with six lines, tax and a total.",
        Tasks = [ModelTask.Ocr, ModelTask.Ask, ModelTask.Caption],
        Question = "What is the total on the receipt?", Answer = $"${Total}",
        Text = string.Join('\n', [Shop, Where, Till, When, .. Lines.Select(l => $"{l.Count} x {l.Name} {SampleImages.Money(l.Count * l.Each)}"), $"Subtotal {SampleImages.Money(Net)}", $"Tax 7% {SampleImages.Money(Tax)}", $"TOTAL ${Total}", Thanks]),
    };

    public static Sketch Draw()
    {
        const string ink = "#26262b";
        var sketch = new Sketch(640, 860, "#8f8578");
        sketch.Box(52, 36, 548, 800, new("#6f675c", Opacity: 0.5)).Box(44, 28, 548, 800, new("#fbfaf5"));
        sketch.Text(318, 92, Shop, 26, ink, 0.18, TextPlace.Middle).Text(318, 130, Where, 15, ink, place: TextPlace.Middle)
            .Text(318, 160, Till, 15, ink, place: TextPlace.Middle).Text(318, 190, When, 15, ink, place: TextPlace.Middle);
        sketch.Line(74, 216, 562, 216, new(Stroke: ink, Pen: 2, Dashes: "7 7"));
        var y = 262.0;
        foreach (var (count, name, each) in Lines)
        {
            sketch.Text(80, y, $"{count} x {name}", 17, ink).Text(556, y, SampleImages.Money(count * each), 17, ink, place: TextPlace.End);
            y += 46;
        }
        sketch.Line(74, y - 8, 562, y - 8, new(Stroke: ink, Pen: 2, Dashes: "7 7"));
        Sum("Subtotal", SampleImages.Money(Net), 17, 36, 0.13);
        Sum("Tax 7%", SampleImages.Money(Tax), 17, 46, 0.13);
        Sum("TOTAL", $"${Total}", 27, 62, 0.18);
        sketch.Text(318, y + 66, Thanks, 16, ink, place: TextPlace.Middle);
        return sketch;

        void Sum(string name, string amount, double size, double down, double weight)
        {
            y += down;
            sketch.Text(80, y, name, size, ink, weight).Text(556, y, amount, size, ink, weight, TextPlace.End);
        }
    }
}
