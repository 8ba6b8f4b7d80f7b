namespace Assay.Catalog.Identity;

/// <summary>Names of a family or a version that leave open which of its sizes is served.</summary>
internal static class Ambiguity
{
    /// <summary>A key where a convention settles it, a null key where nothing does; null where the name is clear.</summary>
    public static (string? Key, string Why)? Of(Reading reading, OfferDescription offer)
    {
        if (reading.Family is not { } family) return null;
        if (family.Name == "deepseek" && reading.Versions is ["r1"] && reading.Size == "8b" && reading.Words.Count == 0)
            return (null, "two distillations of DeepSeek-R1 have this size");
        if (reading.Size is not null || family.Name is not ("gemma" or "llama" or "qwen" or "codellama" or "codegemma" or "mixtral" or "ministral") || reading.Edition is not null) return null;
        if (!reading.Words.TrueForAll(w => w is "vl" or "thinking" or "flash") || reading.Words.Contains("flash")) return null;
        if (offer.Provider != "ollama") return (null, "the name gives a family without a size");
        var size = (family.Name, reading.Versions.FirstOrDefault()) switch
        {
            ("llama", "2") or ("codellama", _) or ("codegemma", _) => "7b",
            ("llama", _) or ("qwen", "3") => "8b",
            ("mixtral", _) => "8x7b",
            _ => null,
        };
        if (size is null) return (null, "the name gives a family without a size");
        return ($"{reading.Key}-{size}", $"{offer.Provider} serves {size} under the name without a size");
    }
}
