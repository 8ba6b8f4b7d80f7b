using Assay.Calls;
using Assay.Catalog;

namespace Assay.Host.Playground;

/// <summary>Whether a model can do a task, from the facts of the catalogue: never by a guess.</summary>
public static class FactsOfTasks
{
    public static Ability Of(Model? model, ModelTask task)
    {
        if (model is null) return new(null, "The catalogue does not know this model.");
        if (VisionTask.All.FirstOrDefault(t => t.Name == task.Name()) is { } denied && model.Tasks.TryGetValue(denied, out var no) && no.IsNo) return new(false, $"A source says that it cannot do {task.Name()}.");
        if (VisionTask.All.FirstOrDefault(t => t.Name == task.Name()) is { } named && model.Tasks.TryGetValue(named, out var said) && said.TryGet(out var can))
            return new(can, can ? $"A source says that it can do {task.Name()}." : $"A source says that it cannot do {task.Name()}.");
        if (Writes(model) is false) return new(false, "It writes no text.");
        if (task is ModelTask.Chat) return Reads(model, "text") switch { true => new(true, "It takes text."), false => new(false, "It takes no text."), null => new(null, "No source says what it takes.") };
        return Reads(model, "image") switch
        {
            true => new(true, "It takes images."),
            false => new(false, "It takes text only, no images."),
            null => new(null, "No source says whether it takes images."),
        };
    }

    private static bool? Reads(Model model, string modality) =>
        model.ModalitiesIn.TryGet(out var takes) ? takes.Contains(modality, StringComparer.OrdinalIgnoreCase)
            : modality == "image" && model.Has(Capability.Vision).TryGet(out var sees) ? sees : modality == "text" ? true : null;

    private static bool? Writes(Model model) => model.ModalitiesOut.TryGet(out var gives) ? gives.Contains("text", StringComparer.OrdinalIgnoreCase) : null;
}
