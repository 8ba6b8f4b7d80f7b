using Assay.Calls;
using Assay.Catalog;

namespace Assay.Host.Playground;

/// <summary>Which tasks several models could do side by side, by the facts of one catalogue.</summary>
/// <param name="Shared">Every one of them can.</param>
/// <param name="Unknown">None is said to be unable, and of some no source says.</param>
public sealed record SharedTasks(IReadOnlyList<ModelTask> Shared, IReadOnlyList<ModelTask> Unknown)
{
    public static SharedTasks Of(IReadOnlyList<Model> models)
    {
        var answers = ModelTasks.All.Select(t => (Task: t, All: models.Select(m => TaskSupport.Of(m, t)).ToArray())).ToArray();
        return new(
            [.. answers.Where(a => a.All.All(s => s is TaskSupport.Supported)).Select(a => a.Task)],
            [.. answers.Where(a => a.All.All(s => s is not TaskSupport.NotSupported) && a.All.Any(s => s is TaskSupport.Unknown)).Select(a => a.Task)]);
    }

    /// <summary>The playground on these models, or another page that takes them.</summary>
    public static string Address(IEnumerable<Model> models, ModelTask task, string page = "/playground") => $"{page}?task={task.Name()}{string.Concat(models.Select(m => "&m=" + Uri.EscapeDataString(m.Id)))}";
}
