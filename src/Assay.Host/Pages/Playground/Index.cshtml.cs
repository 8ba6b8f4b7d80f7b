using Assay.Calls;
using Assay.Host.Catalog;
using Assay.Host.Playground;
using Assay.Host.Publishing;
using Assay.Host.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assay.Host.Pages.Playground;

/// <summary>The form that starts a turn, and what it sends without scripts.</summary>
[IgnoreAntiforgeryToken] // SameOrigin refuses what other sites send.
[RequestFormLimits(MultipartBodyLengthLimit = TurnForm.MostBytes)]
[RequestSizeLimit(TurnForm.MostBytes)]
public sealed class IndexModel(PlaygroundModels models, TurnPlanner planner, TurnRunner runner, TurnImages images) : PageModel
{
    public PlaygroundForm Form { get; private set; } = null!;

    public IActionResult OnGet()
    {
        // Models answer as they are today, whatever day the page before was of.
        AskedDay.Forget(HttpContext);
        var word = Request.Query["task"].ToString();
        var names = Names(Request.Query["m"]);
        var task = word.Length == 0 ? Usual(names) : ModelTasks.Find(word);
        var form = PlaygroundForm.Of(models, task ?? ModelTask.Caption, names, Request.Query["q"].ToString().Trim());
        if (Request.Query["prompt"].ToString() is { Length: > 0 } prompt) form = form with { Prompt = prompt };
        if (Request.Query["sample"].ToString() is { Length: > 0 } sample) form = form with { ChosenSample = sample };
        if (Request.Query["hash"].ToString() is { Length: 64 } hash && hash.All(char.IsAsciiHexDigitLower)) form = form with { Hash = hash, ChosenSample = null };
        return Show(task is null ? form with { Problems = [PlaygroundApi.NoTask(word)] } : form);
    }

    public async Task<IActionResult> OnPost()
    {
        var (ask, fault) = await TurnForm.Read(Request);
        if (ask is null) return Show(PlaygroundForm.Of(models, ModelTask.Caption, []) with { Problems = [fault!] });
        var (plan, problems) = await planner.Plan(ask, HttpContext.RequestAborted);
        var run = plan is null ? null : runner.Start(plan);
        if (run is not null) return Redirect($"/playground/{run.Turn.Id}");
        var form = PlaygroundForm.Of(models, ModelTasks.Find(ask.Task) ?? ModelTask.Caption, ask.Models ?? []);
        var image = ask.Image is { } text ? ImageSource.Read(text) : null;
        return Show(form with
        {
            Prompt = ask.Prompt ?? "", Reference = ask.Reference ?? "", Problems = problems.Count > 0 ? problems : [PlaygroundApi.BusyWords], Url = (image as ImageSource.Address)?.Url ?? "",
            ChosenSample = (image as ImageSource.Sample)?.Id, Hash = (image as ImageSource.Known)?.Hash,
        });
    }

    /// <summary>The first task that all the models named can do; on a fresh page the first that this machine's own can.</summary>
    private ModelTask Usual(IReadOnlyList<string> names)
    {
        var all = models.All;
        var found = names.Count == 0 ? [] : names.Select(n => models.Find(n, all, out _)).OfType<Candidate>().ToArray();
        ModelTask[] order = [ModelTask.Detect, ModelTask.Ocr, ModelTask.Classify, ModelTask.Caption, ModelTask.Ask, ModelTask.Chat];
        if (found.Length == 0) return order.FirstOrDefault(t => all.Any(c => c.Ref.IsLocal && c.Ready && c.Can(t).Yes is true), ModelTask.Caption);
        return ModelTasks.All.FirstOrDefault(t => found.All(c => c.Can(t).Yes is true), ModelTask.Caption);
    }

    private static string[] Names(IEnumerable<string?> values) => [.. values.OfType<string>().Where(n => n.Length > 0)];

    private PageResult Show(PlaygroundForm form)
    {
        Form = form with { MostBytes = images.MostBytes };
        new PageHead("Playground")
        {
            Description = "One task put to several models at once, on an image or a text of your own: boxes, text, labels and answers side by side.", Canonical = "/playground", Json = $"/playground.json?task={form.Task.Name()}",
        }.On(ViewData);
        if (form.Problems.Count > 0) Response.StatusCode = form.Problems is [PlaygroundApi.BusyWords] ? StatusCodes.Status429TooManyRequests : StatusCodes.Status400BadRequest;
        return Page();
    }
}
