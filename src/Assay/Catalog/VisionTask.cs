namespace Assay.Catalog;

/// <summary>A task on an image. One vocabulary for the comparison table, the playground and the evals.</summary>
public sealed class VisionTask(string name, string label)
{
    public string Name { get; } = name;
    public string Label { get; } = label;

    public Property Property { get; } = new("task." + name);

    public static IReadOnlyList<VisionTask> All { get; } =
    [
        new("caption", "Captioning"), new("classify", "Classification"), new("detect", "Object detection"),
        new("ocr", "OCR"), new("ask", "Visual question answering / open prompt"),
    ];
}
