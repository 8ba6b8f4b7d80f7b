using Assay.Calls;
using Assay.Playground;

namespace Assay.Host.Playground;

/// <summary>Makes of what was asked a turn that can start, or says everything that is wrong with it.</summary>
public sealed class TurnPlanner(PlaygroundModels models, Func<ImageSource, CancellationToken, Task<TakenImage>> takeImage)
{
    /// <summary>Characters of a prompt and of a reference.</summary>
    public const int MostText = 100_000;

    internal const int Hottest = 2;

    /// <summary>The plan, or what is wrong: each problem names the value, what is allowed and the fix.</summary>
    public async Task<(TurnPlan? Plan, IReadOnlyList<string> Problems)> Plan(TurnAsk ask, CancellationToken cancellationToken)
    {
        if (ModelTasks.Find(ask.Task) is not { } task)
            return (null, [$"'{ask.Task}' is not a task. Allowed: {string.Join(", ", ModelTasks.All.Select(t => t.Name()))}."]);
        var problems = new List<string>();
        var chosen = Chosen(ask, task, problems);
        var prompt = ask.Prompt?.Trim() ?? "";
        var reference = ask.Reference?.ReplaceLineEndings("\n").Trim() is { Length: > 0 } given ? given : null;
        if (prompt.Length > MostText) problems.Add($"The prompt has {prompt.Length:#,0} characters; at most {MostText:#,0} are taken. Shorten it.");
        if (reference?.Length > MostText) problems.Add($"The reference has {reference.Length:#,0} characters; at most {MostText:#,0} are taken. Shorten it.");
        if (prompt.Length == 0 && task is ModelTask.Ask or ModelTask.Chat) problems.Add($"There is no prompt: {task.Name()} needs one. Write what the models are to answer.");
        if (ask.MaxOutputTokens is < 1) problems.Add($"max_output_tokens {ask.MaxOutputTokens} is not a number of tokens: write 1 or more.");
        if (ask.Temperature is < 0 or > Hottest) problems.Add($"temperature {ask.Temperature} is not from 0 to {Hottest}.");
        // Fetching takes time, and is of no use to a turn that cannot start.
        var image = problems.Count == 0 && task.NeedsImage() ? await Image(ask, task, problems, cancellationToken) : null;
        if (problems.Count > 0) return (null, problems);

        IReadOnlyList<CallImage> images = image is TakenImage.Ready ready ? [ready.Image] : [];
        var asked = new CallParameters { MaxOutputTokens = ask.MaxOutputTokens, Temperature = ask.Temperature };
        return (new()
        {
            Task = task, Prompt = prompt, Images = images, Later = (image as TakenImage.Later)?.Read, Reference = reference,
            Requests = [.. chosen.Select(c => new CallRequest { Model = c.Ref, Task = task, Prompt = LanePrompt.For(task, c.Ref, prompt), Images = images, Parameters = LanePrompt.Parameters(task, c.Ref, asked) })],
        }, []);
    }

    private List<Candidate> Chosen(TurnAsk ask, ModelTask task, List<string> problems)
    {
        var names = (ask.Models ?? []).Where(m => !string.IsNullOrWhiteSpace(m)).Distinct(StringComparer.Ordinal).ToArray();
        if (names.Length == 0) problems.Add("No model is chosen: choose one to eight.");
        if (names.Length > Turn.MostLanes)
        {
            problems.Add($"{names.Length} models are chosen; at most {Turn.MostLanes} run side by side. Leave some out.");
            return [];
        }
        var (all, chosen) = (models.All, new List<Candidate>());
        foreach (var name in names)
        {
            if (models.Find(name, all, out var problem) is not { } found) problems.Add(problem!);
            else if (found.Can(task) is { Yes: false } cannot) problems.Add($"{found.Name} cannot do {task.Name()}: {cannot.Why} Choose another model or task.");
            else if (!found.Ready) problems.Add($"{found.Name} cannot be called: {found.Words}");
            else if (chosen.All(c => c.Ref != found.Ref)) chosen.Add(found);
        }
        return chosen;
    }

    private async Task<TakenImage?> Image(TurnAsk ask, ModelTask task, List<string> problems, CancellationToken cancellationToken)
    {
        var source = ask.File ?? (ask.Image is { Length: > 0 } text ? ImageSource.Read(text) : null);
        if (source is null)
        {
            problems.Add(ask.Image is { Length: > 0 } odd
                ? $"'{(odd.Length > 60 ? odd[..60] + "…" : odd)}' is not an image: give an address (https://…), sample:receipt, the hash of an image sent before, or the file in base 64."
                : $"There is no image: {task.Name()} needs one. Upload a file, paste one, or choose a sample.");
            return null;
        }
        var taken = await takeImage(source, cancellationToken);
        if (taken is TakenImage.Refused refused) problems.Add(refused.Problem);
        return taken;
    }
}
