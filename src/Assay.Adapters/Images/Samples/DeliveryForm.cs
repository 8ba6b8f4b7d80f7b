using Assay.Calls;
using Assay.Drawing;

namespace Assay.Adapters.Images.Samples;

/// <summary>A form with printed labels, written answers and boxes to tick.</summary>
internal static class DeliveryForm
{
    private const string Heading = "DELIVERY NOTE", Firm = "Harbour Freight Co-op";

    private static readonly (string Label, string Value)[] Fields =
        [("Consignee", "Okafor Instruments"), ("Order no.", "PO-77-20418"), ("Date", "9 June 2026"), ("Parcels", "3 of 4"), ("Gross weight", "128.6 kg"), ("Received by", "M. Lindqvist")];

    private static readonly (string Label, bool Ticked)[] Boxes = [("Fragile", true), ("Keep dry", true), ("Cold chain", false), ("Damaged on arrival", false)];

    public static SampleImage Sample { get; } = new()
    {
        Id = "form", Title = "A filled form", Description = "A delivery note with six filled fields and four boxes, of which two are ticked.",
        Tasks = [ModelTask.Ocr, ModelTask.Ask, ModelTask.Caption],
        Question = "Which boxes are ticked on the form?", Answer = string.Join(", ", Boxes.Where(b => b.Ticked).Select(b => b.Label)),
        Text = string.Join('\n', [Heading, Firm, .. Fields.Select(f => $"{f.Label} {f.Value}"), .. Boxes.Select(b => b.Label)]),
    };

    public static Sketch Draw()
    {
        const string ink = "#20262e", pen = "#1d3f8f";
        var sketch = new Sketch(720, 800, "#ffffff");
        sketch.Box(0, 0, 720, 108, new("#dfe7ee")).Text(40, 66, Heading, 28, ink, 0.19).Text(680, 66, Firm, 15, ink, place: TextPlace.End);
        var y = 156.0;
        foreach (var (label, value) in Fields)
        {
            sketch.Text(40, y, label, 15, "#4c5661").Box(230, y - 32, 450, 46, Ink.Pencil("#8d98a3", 1.5)).Text(246, y, value, 18, pen, 0.14);
            y += 66;
        }
        y += 14;
        foreach (var (label, ticked) in Boxes)
        {
            sketch.Box(40, y - 22, 26, 26, Ink.Pencil(ink)).Text(84, y, label, 17, ink);
            if (ticked) sketch.Path($"M44 {y - 11}L52 {y - 1}L70 {y - 28}", Ink.Pencil(pen, 4.5));
            y += 48;
        }
        return sketch;
    }
}
