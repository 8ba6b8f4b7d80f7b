namespace Assay.Catalog;

/// <summary>Something a model or an offer can or cannot do. The list is the rows of the capability table, in their order.</summary>
public sealed class Capability(string name, string label, string meaning)
{
    public string Name { get; } = name;
    public string Label { get; } = label;
    public string Meaning { get; } = meaning;

    public Property Property { get; } = new("capability." + name);

    public static readonly Capability Vision = new("vision", "Vision", "takes images as input");
    public static readonly Capability AudioIn = new("audio_in", "Audio in", "takes audio as input");
    public static readonly Capability VideoIn = new("video_in", "Video in", "takes video as input");
    public static readonly Capability Multimodal = new("multimodal", "Multimodal", "takes more than text as input");
    public static readonly Capability Reasoning = new("reasoning", "Reasoning", "can spend tokens on thinking before it answers");
    public static readonly Capability FunctionCalling = new("function_calling", "Function calling", "returns structured calls of functions the caller declares");
    public static readonly Capability ToolUse = new("tool_use", "Tool use", "is trained to use tools over several steps");
    public static readonly Capability StructuredOutputs = new("structured_outputs", "Structured outputs", "can be held to a JSON schema");
    public static readonly Capability CodeExecution = new("code_execution", "Code execution", "a hosted sandbox runs the code it writes");
    public static readonly Capability WebSearch = new("web_search", "Web search", "a hosted search feeds it results");
    public static readonly Capability ComputerUse = new("computer_use", "Computer use", "operates a screen, mouse and keyboard");
    public static readonly Capability IdeIntegration = new("ide_integration", "IDE integration", "ships inside an editor of its maker");
    public static readonly Capability ParallelAgents = new("parallel_agents", "Parallel agents", "its maker offers it as several agents at once");
    public static readonly Capability Streaming = new("streaming", "Streaming", "replies token by token");
    public static readonly Capability FineTuning = new("fine_tuning", "Fine-tuning", "can be trained further by customers");
    public static readonly Capability PromptCaching = new("prompt_caching", "Prompt caching", "repeated prompt parts are billed at a lower price");
    public static readonly Capability Batch = new("batch", "Batch", "takes jobs that are answered later at a lower price");

    public static IReadOnlyList<Capability> All { get; } =
    [
        Vision, AudioIn, VideoIn, Multimodal, Reasoning, FunctionCalling, ToolUse, StructuredOutputs, CodeExecution,
        WebSearch, ComputerUse, IdeIntegration, ParallelAgents, Streaming, FineTuning, PromptCaching, Batch,
    ];

    private static readonly Dictionary<string, Capability> ByName = All.ToDictionary(c => c.Name, StringComparer.Ordinal);

    private static readonly Dictionary<Capability, int> Places = All.Select((c, i) => (c, i)).ToDictionary(p => p.c, p => p.i);

    /// <summary>A fact for each of <see cref="All"/>.</summary>
    internal static FactTable<Capability> Table(Func<Capability, Fact<bool>> resolve) => new(All, Places, resolve);

    public static Capability? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>What hosted tools and products do: of the route or the product, not of the weights.</summary>
    public bool OfTheService => this == CodeExecution || this == WebSearch || this == ComputerUse || this == IdeIntegration || this == ParallelAgents
        || this == Streaming || this == FineTuning || this == PromptCaching || this == Batch;

    public override string ToString() => Name;
}
