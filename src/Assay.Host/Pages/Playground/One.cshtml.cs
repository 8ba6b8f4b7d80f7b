using Assay.Adapters.Storage.Turns;
using Assay.Adapters.Suites;
using Assay.Calls;
using Assay.Host.Catalog;
using Assay.Host.Playground;
using Assay.Host.Publishing;
using Assay.Playground;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assay.Host.Pages.Playground;

/// <summary>A turn: what came of it, from what is kept; while it runs, as far as it has come.</summary>
[IgnoreAntiforgeryToken] // SameOrigin refuses what other sites send.
public sealed class OneModel(TurnRunner runner, TurnStore store, TurnViewBuilder views, PlaygroundModels models, OwnSamples samples, TurnImages images) : PageModel
{
    public Turn Turn { get; private set; } = null!;
    public ReadingQuery Query { get; private set; } = null!;
    public TurnView View { get; private set; } = null!;
    public PlaygroundForm Form { get; private set; } = null!;

    /// <summary>What became of saving it as a sample; null where nobody did.</summary>
    public string? Saved { get; private set; }

    public bool Running => View.State == "running";

    public IActionResult OnGet(string turn)
    {
        AskedDay.Forget(HttpContext);
        if (!TurnId.TryParse(turn, out var id) || runner.Look(id) is not { } found) return NotFound();
        Turn = found;
        Query = ReadingQuery.From(Request.Query, found);
        View = views.Of(found, runner.Runs(id), Query);
        Form = PlaygroundForm.Of(models, found.Task, [.. found.Lanes.Select(l => l.Model.ToString())]) with
        {
            Prompt = found.Prompt, Reference = found.Reference ?? "", Hash = found.Images.Count > 0 ? found.Images[0].Hash : null, ChosenSample = null, MostBytes = images.MostBytes,
        };
        Saved = Request.Query["saved"].ToString() switch
        {
            "1" => $"Saved as sample {id} in {samples.Folder}.",
            "empty" => "Not saved: a sample needs the right answer, and the field was empty.",
            _ => null,
        };
        new PageHead($"{found.Task.Label()}: {string.Join(", ", View.Lanes.Select(l => l.Name))}") { Json = $"/playground/{id}.json{Request.QueryString}", Private = true }.On(ViewData);
        if (Query.Problems.Count > 0) Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    public IActionResult OnPostStop(string turn, int? lane)
    {
        if (!TurnId.TryParse(turn, out var id)) return NotFound();
        if (runner.Find(id) is { } run)
        {
            if (lane is { } place) run.Stop(place);
            else run.Stop();
        }
        return Redirect($"/playground/{id}");
    }

    public IActionResult OnPostDelete(string turn)
    {
        if (!TurnId.TryParse(turn, out var id)) return NotFound();
        if (runner.Find(id) is { Ended.IsCompleted: false }) return Redirect($"/playground/{id}");
        return store.Delete(id) ? Redirect("/playground/history") : NotFound();
    }

    public IActionResult OnPostSample(string turn, string? target)
    {
        if (!TurnId.TryParse(turn, out var id) || store.Find(id) is not { } found) return NotFound();
        if (TurnSample.Of(found, target) is not { } sample) return Redirect($"/playground/{id}?saved=empty#keep");
        samples.Save(sample, [.. found.Images.Select(i => store.Image(i.Hash)).OfType<CallImage>()]);
        return Redirect($"/playground/{id}?saved=1#keep");
    }

    public IActionResult OnPostReference(string turn, string? reference)
    {
        var text = reference?.ReplaceLineEndings("\n").Trim();
        if (!TurnId.TryParse(turn, out var id) || text?.Length > TurnPlanner.MostText) return NotFound();
        return store.Refer(id, string.IsNullOrEmpty(text) ? null : text) ? Redirect($"/playground/{id}#reading") : NotFound();
    }

    /// <summary>What a lane that runs is busy with before it can answer; null where nobody told.</summary>
    public CallEvent.Progress? Doing(LaneView lane) => runner.Find(Turn.Id)?.Doing(lane.Place);

    /// <summary>The bytes of a lane's last exchange as text, for the fold.</summary>
    public Exchange? Exchange(LaneView lane) => Running ? null : store.Exchange(Turn.Id, lane.Place);
}
