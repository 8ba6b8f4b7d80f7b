using System.Globalization;
using Assay.Evaluation;
using Assay.Evaluation.Reports;

namespace Assay.Host.Evaluation;

/// <summary>Which samples of a run: <c>category</c>, <c>difficulty</c>, <c>model</c> with <c>state</c>, <c>passed_by</c>, <c>failed_by</c>, <c>q</c>, <c>page</c>. What is not asked for leaves nothing out.</summary>
public sealed record SampleQuery
{
    public const int PageSize = 30;

    public string? Category { get; init; }
    public string? Difficulty { get; init; }
    public ModelReport? Model { get; init; }
    public TrialState? State { get; init; }

    /// <summary>Every scored repetition passed; with both given: this one has the higher score.</summary>
    public ModelReport? PassedBy { get; init; }
    public ModelReport? FailedBy { get; init; }
    public string Words { get; init; } = "";
    public int Page { get; init; } = 1;

    public IReadOnlyList<string> Problems { get; init; } = [];

    public bool IsEmpty => Category is null && Difficulty is null && Model is null && State is null && PassedBy is null && FailedBy is null && Words.Length == 0;

    public static SampleQuery From(IQueryCollection query, ReportedRun run)
    {
        var problems = new List<string>();
        string? Text(string key) => query[key].ToString().Trim() is { Length: > 0 } text ? text : null;
        ModelReport? Model(string key)
        {
            if (Text(key) is not { } name) return null;
            var found = run.Model(name, key, out var problem);
            if (problem is not null) problems.Add(problem);
            return found;
        }
        string? One(string key, IEnumerable<string> allowed)
        {
            if (Text(key) is not { } asked || allowed.Contains(asked, StringComparer.Ordinal)) return Text(key);
            problems.Add($"{key} '{asked}' is none of this suite. Allowed: {string.Join(", ", allowed)}.");
            return null;
        }
        var state = Text("state") is { } word ? TrialWords.Find(word) : null;
        if (Text("state") is { } odd && state is null) problems.Add($"state '{odd}' is not a state. Allowed: {string.Join(", ", TrialWords.All.Select(s => s.Name()))}.");
        var page = 1;
        if (Text("page") is { } number && (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out page) || page is < 1 or > Described.Parameters.LastPage))
        {
            problems.Add($"page '{number}' is not a page: write 1 or more.");
            page = 1;
        }
        var items = run.Report.Items;
        var read = new SampleQuery
        {
            Category = One("category", items.Categories.Select(c => c.Name!)), Difficulty = One("difficulty", items.ByDifficulty.Select(d => d.Name!)), Model = Model("model"), State = state,
            PassedBy = Model("passed_by"), FailedBy = Model("failed_by"), Words = Text("q") ?? "", Page = page,
        };
        return read with { Problems = problems };
    }

    /// <summary>As an address writes it, without the page.</summary>
    public string Address(int page = 1)
    {
        (string Key, string? Value)[] parts =
        [
            ("category", Category), ("difficulty", Difficulty), ("model", Model?.Name), ("state", State?.Name()), ("passed_by", PassedBy?.Name), ("failed_by", FailedBy?.Name), ("q", Words.Length > 0 ? Words : null),
            ("page", page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null),
        ];
        return string.Join('&', parts.Where(p => p.Value is not null).Select(p => $"{p.Key}={Uri.EscapeDataString(p.Value!)}"));
    }

    /// <summary>Places of the samples that meet all of it, in the order of the suite. Reads no text but for words.</summary>
    /// <param name="withWords">Places with the words; asked only where there are words.</param>
    public IReadOnlyList<int> Places(RunReport report, Func<string, IReadOnlyList<int>> withWords)
    {
        var places = Category is null ? report.Items.All.Places : report.Items.Categories.First(c => c.Name == Category).Places;
        HashSet<int>? found = Words.Length > 0 ? [.. withWords(Words)] : null;
        return [.. places.Where(p => (found is null || found.Contains(p)) && (Difficulty is null || report.Items.Difficulties[p] == Difficulty) && InState(report, p) && Told(p))];
    }

    private bool InState(RunReport report, int place)
    {
        if (State is not { } state) return Model is null || Enumerable.Range(0, Model.Items.Repetitions).Any(r => Model.Items.State(place, r) != TrialState.NotRun);
        return (Model is null ? report.Models : [Model]).Any(m => Has(m, place, state));
    }

    private bool Told(int place) => (PassedBy, FailedBy) switch
    {
        ({ } up, { } down) => up.Items.IsScored(place) && down.Items.IsScored(place) && up.Items.Value(place) > down.Items.Value(place),
        ({ } up, null) => Has(up, place, TrialState.Passed) && !Has(up, place, TrialState.Failed),
        (null, { } down) => Has(down, place, TrialState.Failed),
        _ => true,
    };

    private static bool Has(ModelReport model, int place, TrialState state)
    {
        for (var r = 0; r < model.Items.Repetitions; r++)
            if (model.Items.State(place, r) == state) return true;
        return false;
    }
}
