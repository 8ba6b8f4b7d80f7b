using Assay.Calls;
using Assay.Host.Playground;
using Assay.Units;

namespace Assay.Host.Arena;

/// <summary>Models that can meet on a task, each once, whoever serves it.</summary>
/// <param name="Models">By the name in ratings.</param>
/// <param name="Problems">What is wrong with the models that were named, or why there are too few.</param>
public sealed record Contenders(IReadOnlyDictionary<string, Candidate> Models, IReadOnlyList<string> Problems)
{
    private const int WaysNamed = 3;

    /// <param name="pool">Names of the models to draw from; empty for all that can do the task.</param>
    public static Contenders Of(PlaygroundModels models, ModelTask task, IReadOnlyList<string> pool)
    {
        var (all, problems) = (models.All, new List<string>());
        var names = pool.Where(n => !string.IsNullOrWhiteSpace(n)).Distinct(StringComparer.Ordinal).ToArray();
        // Of all, only those that a fact says can do it; of those named, also those of which nobody says.
        var chosen = names.Length == 0 ? all.Where(c => c.Ready && c.Can(task).Yes is true) : names.Select(n => Named(models, all, n, task, problems)).OfType<Candidate>();
        var once = chosen.GroupBy(Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.OrderByDescending(c => c.Ref.IsLocal).ThenBy(c => c.Ref.Provider, StringComparer.Ordinal).First(), StringComparer.Ordinal);
        if (problems.Count == 0 && once.Count < 2) problems.Add(names.Length > 0 ? $"The models named are {Words.Plural(once.Count, "model")}: a battle needs two different ones, or none named to draw from all." : TooFew(all, task, once.Count));
        return new(once, problems);
    }

    /// <summary>A model is one in ratings, whoever serves it.</summary>
    public static string Name(Candidate it) => it.ModelId ?? it.Ref.ToString();

    private static Candidate? Named(PlaygroundModels models, IReadOnlyList<Candidate> all, string name, ModelTask task, List<string> problems)
    {
        if (models.Find(name, all, out var problem) is not { } found) problems.Add(problem!);
        else if (found.Can(task) is { Yes: false } cannot) problems.Add($"{found.Name} cannot do {task.Name()}: {cannot.Why} Choose another model or task.");
        else if (!found.Ready) problems.Add($"{found.Name} cannot be called: {found.Words}");
        else return found;
        return null;
    }

    private static string TooFew(IReadOnlyList<Candidate> all, ModelTask task, int ready)
    {
        var ways = all.Where(c => !c.Ready && c.Can(task).Yes is true).GroupBy(c => c.Words, StringComparer.Ordinal).OrderByDescending(g => g.Count()).Take(WaysNamed).Select(g => g.Key).ToArray();
        var fix = ways.Length > 0 ? "Any of these would add some: " + string.Join(" ", ways) : "Declare a server of your own in assay.yaml under 'providers'.";
        return $"A battle needs two models that can do {task.Name()}, and {(ready == 0 ? "none can be called" : "only one can be called")} now. {fix}";
    }
}
