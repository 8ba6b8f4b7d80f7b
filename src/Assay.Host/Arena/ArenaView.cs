using Assay.Calls;
using Assay.Host.Playground;

namespace Assay.Host.Arena;

/// <summary>Whether a battle can be fought on a task.</summary>
/// <param name="Models">How many could be drawn: each once, whoever serves it.</param>
/// <param name="Pool">References that it is narrowed to; empty for all.</param>
/// <param name="Problems">Why none can be fought, and what would help; empty where one can.</param>
public sealed record ArenaView(string Task, int Models, IReadOnlyList<string> Pool, IReadOnlyList<string> Problems)
{
    public static ArenaView Of(PlaygroundModels models, ModelTask task, IReadOnlyList<string> pool)
    {
        var contenders = Contenders.Of(models, task, pool);
        return new(task.Name(), contenders.Models.Count, pool, contenders.Problems);
    }
}
