using Assay.Catalog;
using Assay.Units;

namespace Assay.Comparison.Rules.VisionTasks;

/// <summary>Says which tasks on images both models do by facts, which only one does, and when they share none.</summary>
internal sealed class VisionTasksRule : PairRule
{
    public override string Id => "vision-tasks";
    public override Section Section => Section.VisionTasks;

    protected override IEnumerable<Finding> Evaluate(ComparisonContext context, Model first, Model second)
    {
        var (a, b) = (Supported(first), Supported(second));
        VisionTask[] shared = [.. a.Intersect(b)];
        var claims = Cited.Of(a.Select(t => VisionSupport.Of(first, t)).Concat(b.Select(t => VisionSupport.Of(second, t))));
        string[] more = [.. Only(first, a.Except(b)), .. Only(second, b.Except(a))];
        var alone = more.Length == 0 ? "" : $" {string.Join(' ', more)}";
        // The table tells what sources say of a task; what only follows from taking images must not seem to contradict it.
        var basis = shared.Any(t => first.Tasks[t].IsUnknown || second.Tasks[t].IsUnknown)
            ? ": where the table says unknown, no source names the task, and it follows from taking images" : ", as sources say of each task";
        if (shared.Length > 0)
            yield return Say("shared", $"Both {first.Name} and {second.Name} can be asked for {Names(shared)}{basis}.{alone}", [.. claims.Distinct()], [first, second]);
        else if (a.Count + b.Count > 0)
            yield return Say("none-shared", $"{first.Name} and {second.Name} share no vision task that facts support; the table shows what is known of each.{alone}", [.. claims.Distinct()], [first, second]);
        else
            yield return Say("unknown", $"No fact supports a vision task for {first.Name} or {second.Name}; the table shows what is known of each.", [], [first, second]);
    }

    private static IReadOnlyList<VisionTask> Supported(Model model) => [.. VisionTask.All.Where(t => VisionSupport.Yes(model, t))];

    private static string[] Only(Model model, IEnumerable<VisionTask> tasks) =>
        tasks.ToArray() is { Length: > 0 } only ? [$"For {Names(only)}, facts speak for {model.Name} alone."] : [];

    private static string Names(IReadOnlyList<VisionTask> tasks) => Words.List([.. tasks.Select(t => t.Name switch
    {
        "caption" => "captioning",
        "classify" => "classification",
        "detect" => "object detection",
        "ocr" => "OCR",
        _ => "visual question answering",
    })]);
}
