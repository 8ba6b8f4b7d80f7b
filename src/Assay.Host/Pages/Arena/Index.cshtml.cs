using Assay.Adapters.Storage.Arena;
using Assay.Arena;
using Assay.Calls;
using Assay.Host.Arena;
using Assay.Host.Catalog;
using Assay.Host.Playground;
using Assay.Host.Publishing;
using Assay.Playground;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assay.Host.Pages.Arena;

/// <summary>The form that starts a battle, and what it sends without scripts.</summary>
[IgnoreAntiforgeryToken] // SameOrigin refuses what other sites send.
[RequestFormLimits(MultipartBodyLengthLimit = TurnForm.MostBytes)]
[RequestSizeLimit(TurnForm.MostBytes)]
public sealed class IndexModel(PlaygroundModels models, Battles battles, ArenaStore store, Voters voters) : PageModel
{
    public PlaygroundForm Form { get; private set; } = null!;
    public ArenaView Arena { get; private set; } = null!;

    public IActionResult OnGet()
    {
        AskedDay.Forget(HttpContext);
        var word = Request.Query["task"].ToString();
        string[] pool = [.. Request.Query["m"].OfType<string>().Where(n => n.Length > 0)];
        var task = word.Length == 0 ? Usual() : ModelTasks.Find(word);
        var form = FormOf(task ?? ModelTask.Caption, pool);
        if (Request.Query["prompt"].ToString() is { Length: > 0 } prompt) form = form with { Prompt = prompt };
        if (Request.Query["hash"].ToString() is { Length: 64 } hash && hash.All(char.IsAsciiHexDigitLower)) form = form with { Hash = hash, ChosenSample = null };
        return Show(task is null ? form with { Problems = [PlaygroundApi.NoTask(word)] } : form, pool);
    }

    public async Task<IActionResult> OnPost()
    {
        var (ask, fault) = await TurnForm.Read(Request);
        if (ask is null) return Show(FormOf(ModelTask.Caption, []) with { Problems = [fault!] }, []);
        var (battle, problems) = await battles.Start(ask, voters.Sure(HttpContext), HttpContext.RequestAborted);
        if (battle is not null) return Redirect($"/arena/battles/{battle.Id}");
        var image = ask.Image is { } text ? ImageSource.Read(text) : null;
        return Show(FormOf(ModelTasks.Find(ask.Task) ?? ModelTask.Caption, ask.Models ?? []) with
        {
            Prompt = ask.Prompt ?? "", Problems = problems.Count > 0 ? problems : [PlaygroundApi.BusyWords], Url = (image as ImageSource.Address)?.Url ?? "",
            ChosenSample = (image as ImageSource.Sample)?.Id, Hash = (image as ImageSource.Known)?.Hash,
        }, ask.Models ?? []);
    }

    /// <summary>The same question to another pair.</summary>
    public async Task<IActionResult> OnPostNext(string battle)
    {
        AskedDay.Forget(HttpContext);
        if (!TurnId.TryParse(battle, out var id) || store.Find(id) is not { } before) return NotFound();
        var (next, problems) = await battles.Again(before, voters.Sure(HttpContext), HttpContext.RequestAborted);
        if (next is not null) return Redirect($"/arena/battles/{next.Id}");
        return Show(FormOf(before.Task, before.Pool) with { Prompt = before.Prompt, Hash = before.Image, ChosenSample = null, Problems = problems.Count > 0 ? problems : [PlaygroundApi.BusyWords] }, before.Pool);
    }

    /// <summary>The first task that two models can be called for.</summary>
    private ModelTask Usual()
    {
        ModelTask[] order = [ModelTask.Caption, ModelTask.Ask, ModelTask.Ocr, ModelTask.Detect, ModelTask.Classify, ModelTask.Chat];
        Candidate[] ready = [.. models.All.Where(c => c.Ready)];
        return order.FirstOrDefault(t => ready.Where(c => c.Can(t).Yes is true).Select(Contenders.Name).Distinct(StringComparer.Ordinal).Skip(1).Any(), ModelTask.Caption);
    }

    private PlaygroundForm FormOf(ModelTask task, IReadOnlyList<string> pool)
    {
        var form = PlaygroundForm.Of(models, task, pool) with { Address = "/arena", Action = "Start", TakesReference = false };
        return pool.Count == 0 ? form with { Chosen = [] } : form;
    }

    private PageResult Show(PlaygroundForm form, IReadOnlyList<string> pool)
    {
        (Form, Arena) = (form, ArenaView.Of(models, form.Task, pool));
        new PageHead("Arena")
        {
            Description = "Two models answer your image and prompt without their names; you vote, and ratings with intervals follow.", Canonical = "/arena", Json = $"/arena.json?task={form.Task.Name()}",
        }.On(ViewData);
        if (form.Problems.Count > 0) Response.StatusCode = form.Problems is [PlaygroundApi.BusyWords] ? StatusCodes.Status429TooManyRequests : StatusCodes.Status400BadRequest;
        return Page();
    }
}
