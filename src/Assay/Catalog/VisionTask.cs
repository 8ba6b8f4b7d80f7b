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

    private static readonly Dictionary<VisionTask, int> Places = All.Select((t, i) => (t, i)).ToDictionary(p => p.t, p => p.i);

    /// <summary>A fact for each of <see cref="All"/>.</summary>
    internal static FactTable<VisionTask> Table(Func<VisionTask, Fact<bool>> resolve) => new(All, Places, resolve);
}
