using Assay.Calls;

namespace Assay.Catalog;

/// <summary>
/// Whether a model does a task, by facts alone. What a source says of the task itself decides; where none does, it follows from what the model takes
/// and gives: a model that takes images and gives text can be asked for every task on images but detection, of which only a source can tell; one that
/// takes and gives text can chat. A model whose sources say that it takes no images is never shown as able to see.
/// </summary>
public abstract record TaskSupport
{
    private TaskSupport(string why) => Why = why;

    /// <summary>In words: what it rests on, or what is missing.</summary>
    public string Why { get; }

    public sealed record Supported : TaskSupport
    {
        internal Supported(string why) : base(why)
        {
        }
    }

    public sealed record NotSupported : TaskSupport
    {
        internal NotSupported(string why) : base(why)
        {
        }
    }

    /// <summary>No fact says yes or no. Never to be read as no.</summary>
    public sealed record Unknown : TaskSupport
    {
        internal Unknown(string why) : base(why)
        {
        }
    }

    public static TaskSupport Of(Model model, ModelTask task) => task.NeedsImage() ? OnImages(model, task) : Chat(model);

    private static TaskSupport OnImages(Model model, ModelTask task)
    {
        var own = model.Tasks[VisionTask.All.Single(t => t.Name == task.Name())];
        if (!own.Unconfirmed && own.TryGet(out _)) return new Supported($"a source says that {model.Name} does {task.Name()}");
        if (!own.Unconfirmed && own.IsNo) return new NotSupported($"a source says that {model.Name} does not do {task.Name()}");
        return (Images(model), Gives(model)) switch
        {
            (false, _) => new NotSupported($"{model.Name} takes no images"),
            (_, false) => new NotSupported($"{model.Name} gives no text"),
            // To see is not to place: a model may name what an image shows and draw boxes anywhere.
            (true, true) when task is ModelTask.Detect => new Unknown($"{model.Name} takes images and gives text; no source we hold says whether it can draw boxes"),
            (true, true) => new Supported($"{model.Name} takes images and gives text"),
            (null, _) => new Unknown($"no source we hold says whether {model.Name} takes images"),
            _ => new Unknown($"{model.Name} takes images; no source we hold says whether it gives text"),
        };
    }

    private static TaskSupport Chat(Model model) => (Among(model.ModalitiesIn, "text"), Gives(model)) switch
    {
        (false, _) => new NotSupported($"{model.Name} takes no text"),
        (_, false) => new NotSupported($"{model.Name} gives no text"),
        (true, true) => new Supported($"{model.Name} takes text and gives text"),
        (null, _) => new Unknown($"no source we hold says whether {model.Name} takes text"),
        _ => new Unknown($"{model.Name} takes text; no source we hold says whether it gives text"),
    };

    /// <summary>By the list of what it takes, which is nearer to the matter than the capability that it implies.</summary>
    private static bool? Images(Model model)
    {
        if (Among(model.ModalitiesIn, "image") is { } listed) return listed;
        var vision = model.Has(Capability.Vision);
        return vision.Unconfirmed ? null : vision.TryGet(out _) ? true : vision.IsNo ? false : null;
    }

    private static bool? Gives(Model model) => Among(model.ModalitiesOut, "text");

    /// <summary>Null where nobody says what the list is.</summary>
    private static bool? Among(Fact<IReadOnlyList<string>> modalities, string which) => modalities.TryGetConfirmed(out var listed) ? listed.Contains(which) : null;
}
