using Assay.Adapters.Images;
using Assay.Adapters.Images.Samples;
using Assay.Calls;
using Assay.Playground;

namespace Assay.Host.Playground;

/// <summary>What the form of the playground shows.</summary>
public sealed record PlaygroundForm
{
    public required ModelTask Task { get; init; }

    /// <summary>Where it is sent.</summary>
    public string Address { get; init; } = "/playground";

    /// <summary>What its button says.</summary>
    public string Action { get; init; } = "Run";

    /// <summary>Whether it asks what the image truly says.</summary>
    public bool TakesReference { get; init; } = true;

    public required ModelChoicesView Choices { get; init; }

    /// <summary>Models that are chosen, in order; those that cannot run are among them with why.</summary>
    public required IReadOnlyList<ChosenModel> Chosen { get; init; }

    public string Prompt { get; init; } = "";
    public string Reference { get; init; } = "";
    public string Url { get; init; } = "";

    /// <summary>Bytes of a file that is taken.</summary>
    public long MostBytes { get; init; } = new ImageLimits().MostBytes;

    /// <summary>Words that the list of models is narrowed by.</summary>
    public string Query { get; init; } = "";

    /// <summary>Samples that are good for the task.</summary>
    public required IReadOnlyList<SampleImage> Samples { get; init; }

    public string? ChosenSample { get; init; }

    /// <summary>Hash of the image of before, where it is to be used again.</summary>
    public string? Hash { get; init; }

    public IReadOnlyList<string> Problems { get; init; } = [];

    public bool CanRun => Chosen.Any(c => c.Problem is null);

    /// <summary>The form with what was chosen in an address; a fresh one has the models of this machine and a sample.</summary>
    public static PlaygroundForm Of(PlaygroundModels models, ModelTask task, IReadOnlyList<string> names, string query = "")
    {
        var all = models.All;
        // A model of this machine does one task: who changes the task leaves it behind.
        var named = names.Where(n => !(ModelRef.TryParse(n, out var r) && r.IsLocal && all.Any(c => c.Ref == r && c.Can(task).Yes is false))).Distinct(StringComparer.Ordinal).ToArray();
        var chosen = named.Length == 0
            ? [.. all.Where(c => c.Ready && c.Ref.IsLocal && c.Can(task).Yes is true).Take(Turn.MostLanes).Select(c => new ChosenModel(c.Ref.ToString(), c.Name, "this machine", null))]
            : named.Select(n => Choose(models, all, n, task)).DistinctBy(c => c.Ref).ToArray();
        IReadOnlyList<SampleImage> samples = task.NeedsImage() ? SampleImages.For(task).OrderBy(i => i.Tasks.ToList().IndexOf(task)).ToArray() : Array.Empty<SampleImage>();
        return new()
        {
            Task = task, Choices = ModelChoicesView.Of(all, task, query), Chosen = chosen, Query = query, Samples = samples, ChosenSample = samples.Count > 0 ? samples[0].Id : null,
            Prompt = task is ModelTask.Ask && samples.Count > 0 ? samples[0].Question : "",
        };
    }

    private static ChosenModel Choose(PlaygroundModels models, IReadOnlyList<Candidate> all, string name, ModelTask task)
    {
        if (models.Find(name, all, out var problem) is not { } found) return new(name, name, "", problem);
        var can = found.Can(task);
        return new(found.Ref.ToString(), found.Name, found.Ref.IsLocal ? "this machine" : found.Provider, can.Yes is false ? can.Why : found.Ready ? null : found.Words);
    }
}

/// <param name="Problem">Why it cannot run; null where it can.</param>
public sealed record ChosenModel(string Ref, string Name, string Provider, string? Problem);
