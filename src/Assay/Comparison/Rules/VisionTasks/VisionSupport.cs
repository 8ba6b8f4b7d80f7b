using Assay.Catalog;

namespace Assay.Comparison.Rules.VisionTasks;

/// <summary>
/// Whether a model does a task on images: by a fact about the task, else by the vision capability, which carries every task that
/// is answered in words. Boxes are coordinates, and only a fact about detection speaks of those.
/// </summary>
internal static class VisionSupport
{
    public static IFact Of(Model model, VisionTask task)
    {
        var own = model.Tasks[task];
        var vision = model.Has(Capability.Vision);
        return own.IsUnknown && (task.Name != "detect" || vision.IsNo) ? vision : own;
    }

    public static bool Yes(Model model, VisionTask task) => Of(model, task) is { Settled: true, Unconfirmed: false };
}
