using Assay.Catalog;

namespace Assay.Search.Fields;

/// <summary>What a model can do, and which tasks on images it takes.</summary>
internal static class CapabilityFields
{
    public static IReadOnlyList<Field> All { get; } =
    [
        .. Capability.All.Select(c => Of(c.Name.Replace('_', ' '), c.Label, c.Meaning, m => m.Has(c))),
        .. VisionTask.All.Select(t => Of("task " + t.Name, t.Label, $"takes the task on images: {t.Label.ToLowerInvariant()}", m => m.Tasks[t])),
    ];

    private static Field Of(string name, string label, string meaning, Func<Model, Fact<bool>> fact) =>
        Field.Of(name, label, FieldKind.YesNo, meaning, fact, Reading.Of, label.Replace('-', ' ').ToLowerInvariant());
}
