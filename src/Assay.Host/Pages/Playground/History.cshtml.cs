using Assay.Adapters.Storage.Turns;
using Assay.Host.Catalog;
using Assay.Host.Playground;
using Assay.Host.Publishing;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assay.Host.Pages.Playground;

/// <summary>The turns that are kept, newest first.</summary>
public sealed class HistoryModel(TurnStore store, TurnRunner runner, TurnViewBuilder views) : PageModel
{
    public TurnListView List { get; private set; } = null!;
    public IReadOnlyList<string> Problems { get; private set; } = [];

    public bool Asked => List.Query is { Length: > 0 } || List.Model is { Length: > 0 } || List.Task is not null;

    public void OnGet()
    {
        AskedDay.Forget(HttpContext);
        List = TurnHistory.Read(Request, store, runner, views, out var problems) ?? TurnHistory.Newest(Request, store, runner, views);
        Problems = problems;
        if (problems.Count > 0) Response.StatusCode = StatusCodes.Status400BadRequest;
        new PageHead("Turns of the playground") { Json = "/playground/history.json" + Request.QueryString, Private = true }.On(ViewData);
    }

    /// <summary>The beginning of a reply, in words.</summary>
    public static string Says(LaneView lane)
    {
        var text = lane.Reading switch
        {
            { Boxes.Count: > 0 } boxes => string.Join(", ", ComparedView.Shown(boxes, ReadingQuery.UsualScore).Select(BoxText.Of)),
            { Labels.Count: > 0 } labels => string.Join(", ", labels.Labels.Select(l => l.Label)),
            _ => lane.Text!,
        };
        return text.Length > 300 ? text[..300] + "…" : text;
    }

    public string Link(int page) => $"/playground/history?q={Uri.EscapeDataString(List.Query ?? "")}&model={Uri.EscapeDataString(List.Model ?? "")}&task={List.Task}&page={page}";
}
