using Assay.Calls;

namespace Assay.Host.Playground;

/// <summary>The models for one task: those that can be called, and of the others why not.</summary>
public sealed record ModelChoicesView
{
    /// <summary>How many of a group are named; the rest are counted.</summary>
    private const int Named = 12;

    /// <summary>How many that can be called are listed at once: a search finds the others.</summary>
    public const int Listed = 40;

    public required string Task { get; init; }

    /// <summary>Can be called now and can do the task.</summary>
    public required IReadOnlyList<ModelChoiceView> Ready { get; init; }

    /// <summary>How many can be called and do the task; more than are listed where a search should narrow them.</summary>
    public required int ReadyCount { get; init; }

    /// <summary>Can be called now; no fact tells whether they can do the task.</summary>
    public required IReadOnlyList<ModelChoiceView> Unknown { get; init; }

    /// <summary>Could do the task if something were set; by provider.</summary>
    public required IReadOnlyList<ModelGroupView> Missing { get; init; }

    /// <summary>Cannot do the task; by reason.</summary>
    public required IReadOnlyList<ModelGroupView> Cannot { get; init; }

    /// <param name="query">Words that must all occur in name, reference or provider; null for all.</param>
    public static ModelChoicesView Of(IReadOnlyList<Candidate> candidates, ModelTask task, string? query = null)
    {
        var words = (query ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var rows = candidates.Where(c => words.All(w => $"{c.Name} {c.Ref} {c.Provider}".Contains(w, StringComparison.OrdinalIgnoreCase))).Select(c => (It: c, Can: c.Can(task))).ToArray();
        var ready = rows.Where(r => r.It.Ready && r.Can.Yes is true).Select(r => View(r.It, r.Can)).ToArray();
        return new()
        {
            Task = task.Name(), Ready = [.. ready.Take(Listed)], ReadyCount = ready.Length,
            Unknown = [.. rows.Where(r => r.It.Ready && r.Can.Yes is null).Select(r => View(r.It, r.Can)).Take(Listed)],
            Missing = [.. Groups(rows.Where(r => !r.It.Ready && r.Can.Yes is not false), r => r.It.Words)],
            Cannot = [.. Groups(rows.Where(r => r.Can.Yes is false), r => r.Can.Why)],
        };
    }

    private static IEnumerable<ModelGroupView> Groups(IEnumerable<(Candidate It, Ability Can)> rows, Func<(Candidate It, Ability Can), string> why) =>
        rows.GroupBy(why, StringComparer.Ordinal).Select(g =>
        {
            var names = g.Select(r => r.It.Name).Distinct(StringComparer.Ordinal).ToArray();
            return new ModelGroupView(g.Key, g.First().It.Variable, names.Length, [.. names.Take(Named)]);
        }).OrderByDescending(g => g.Count).ThenBy(g => g.Why, StringComparer.Ordinal);

    private static ModelChoiceView View(Candidate it, Ability can) => new(it.Ref.ToString(), it.Name, it.Ref.IsLocal ? "this machine" : it.Provider, it.ModelId, can.Why);
}

/// <param name="Ref"><c>provider/model</c>, as a turn names it.</param>
/// <param name="Why">The fact by which it can do the task, or what is not known.</param>
public sealed record ModelChoiceView(string Ref, string Name, string Provider, string? ModelId, string Why);

/// <summary>Models that cannot be chosen, for one reason.</summary>
/// <param name="Variable">The environment variable to set, where that is the reason.</param>
/// <param name="Models">Names of the first few.</param>
public sealed record ModelGroupView(string Why, string? Variable, int Count, IReadOnlyList<string> Models);
