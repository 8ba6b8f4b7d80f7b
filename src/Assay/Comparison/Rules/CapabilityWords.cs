using Assay.Catalog;
using Assay.Units;

namespace Assay.Comparison.Rules;

/// <summary>Capabilities as they read in a sentence.</summary>
internal static class CapabilityWords
{
    /// <summary>"vision", "audio input", "IDE integration": reads after "has".</summary>
    public static string Name(Capability capability) => capability.Name switch
    {
        "audio_in" => "audio input",
        "video_in" => "video input",
        "multimodal" => "multimodal input",
        "ide_integration" => "IDE integration",
        "batch" => "batch jobs",
        _ => capability.Label.ToLowerInvariant(),
    };

    /// <summary>"vision and reasoning and, as a service around the model, web search": a hosted tool is never shown as a trait of the weights.</summary>
    public static string List(IReadOnlyCollection<Capability> capabilities)
    {
        string[] own = [.. capabilities.Where(c => !c.OfTheService).Select(Name)];
        string[] hosted = [.. capabilities.Where(c => c.OfTheService).Select(Name)];
        return hosted.Length == 0 ? Words.List(own)
            : own.Length == 0 ? $"{Words.List(hosted)} as {(hosted.Length == 1 ? "a service" : "services")} around the model"
            : $"{Words.List(own)}, and {Words.List(hosted)} as {(hosted.Length == 1 ? "a service" : "services")} around it";
    }

    /// <summary>A confirmed yes.</summary>
    public static bool Yes(Model model, Capability capability) => model.Has(capability).TryGetConfirmed(out var yes) && yes;

    /// <summary>A confirmed no: a source says so.</summary>
    public static bool No(Model model, Capability capability) => model.Has(capability) is { IsNo: true, Unconfirmed: false };

    /// <summary>Neither: nothing that may be relied on.</summary>
    public static bool Open(Model model, Capability capability) =>
        model.Has(capability) is var fact && (fact.IsUnknown || fact.Unconfirmed);

    /// <summary>Those that one model has and of which something is true for the other.</summary>
    public static IReadOnlyList<Capability> Where(Model has, Func<Capability, bool> other)
    {
        List<Capability>? found = null;
        foreach (var capability in Capability.All)
            if (Yes(has, capability) && other(capability)) (found ??= []).Add(capability);
        return found ?? [];
    }

    public static IReadOnlyList<Claim> Claims(IEnumerable<Capability> capabilities, params Model[] models) =>
        Cited.Of(capabilities.SelectMany(c => models.Select(m => (IFact)m.Has(c))));
}
