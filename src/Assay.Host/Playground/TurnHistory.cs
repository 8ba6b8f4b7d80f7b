using Assay.Adapters.Storage.Turns;
using Assay.Calls;
using Assay.Host.Arena;

namespace Assay.Host.Playground;

/// <summary>The history as it is asked for: <c>q</c>, <c>model</c>, <c>task</c>, <c>page</c>.</summary>
internal static class TurnHistory
{
    public const int PageSize = 25;

    public static TurnListView? Read(HttpRequest request, TurnStore store, TurnRunner runner, TurnViewBuilder views, out IReadOnlyList<string> problems)
    {
        var query = request.Query;
        var (text, model, word) = (query["q"].ToString().Trim(), query["model"].ToString().Trim(), query["task"].ToString().Trim());
        var task = ModelTasks.Find(word);
        var page = 1;
        var faults = new List<string>();
        if (word.Length > 0 && task is null) faults.Add(PlaygroundApi.NoTask(word));
        if (query["page"].ToString() is { Length: > 0 } number && (!int.TryParse(number, out page) || page is < 1 or > Described.Parameters.LastPage)) faults.Add($"page '{number}' is not a page: write 1 or more.");
        problems = faults;
        return faults.Count > 0 ? null : Find(new(text, model, task, Voters.Of(request)), page, store, runner, views);
    }

    /// <summary>The newest, for whoever asks.</summary>
    public static TurnListView Newest(HttpRequest request, TurnStore store, TurnRunner runner, TurnViewBuilder views) => Find(new(Voter: Voters.Of(request)), 1, store, runner, views);

    private static TurnListView Find(TurnSearch search, int page, TurnStore store, TurnRunner runner, TurnViewBuilder views)
    {
        var found = store.List(search, page, PageSize);
        return new()
        {
            Query = search.Text, Model = search.Model, Task = search.Task?.Name(), Page = page, Pages = Math.Max(1, (found.Total + PageSize - 1) / PageSize), Total = found.Total,
            Turns = [.. found.Turns.Select(t => views.Brief(runner.Runs(t.Id) ? runner.Look(t.Id) ?? t : t, runner.Runs(t.Id)))],
        };
    }
}
