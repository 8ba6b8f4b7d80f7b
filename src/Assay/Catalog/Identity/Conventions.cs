namespace Assay.Catalog.Identity;

/// <summary>
/// Public knowledge of what names leave out or say twice, applied to a reading: which size a bare name means, which month a version is, what
/// a distillation was made from. Small tables of conventions; each line names what it rests on.
/// </summary>
internal static class Conventions
{
    // Mistral publishes a model under a month and markets it under a version: two names of one model.
    private static readonly Dictionary<string, string> MonthOfVersion = new(StringComparer.Ordinal)
    {
        ["mistral small 2"] = "2409", ["mistral small 3"] = "2501", ["mistral small 3.1"] = "2503", ["mistral small 3.2"] = "2506", ["mistral small 4"] = "2603",
        ["mistral medium 3"] = "2505", ["mistral medium 3.1"] = "2508", ["mistral medium 3.5"] = "2604",
        ["mistral large 2"] = "2407", ["mistral large 2.1"] = "2411", ["mistral large 3"] = "2512",
        ["devstral small 1"] = "2505", ["devstral small 1.1"] = "2507", ["devstral small 2"] = "2512", ["devstral 2"] = "2512", ["devstral medium 2"] = "2512", ["devstral medium 1"] = "2507",
        ["magistral small 1"] = "2506", ["magistral small 1.1"] = "2507", ["magistral small 1.2"] = "2509",
        ["magistral medium 1"] = "2506", ["magistral medium 1.1"] = "2507", ["magistral medium 1.2"] = "2509",
        ["ministral 3"] = "2512", ["codestral 2"] = "2508", ["mistral ocr 3"] = "2512", ["mistral nemo "] = "2407",
        ["command r 7b"] = "12-2024", ["voxtral small "] = "2507",
    };

    // DeepSeek-R1's distillations by size, from its paper; 8b is two models.
    private static readonly Dictionary<string, string> DistilledFrom = new(StringComparer.Ordinal) { ["1.5b"] = "qwen", ["7b"] = "qwen", ["14b"] = "qwen", ["32b"] = "qwen", ["70b"] = "llama" };

    public static void Apply(Reading reading)
    {
        if (reading.Family is not { } family) return;
        // An experiment without a version is known by its day alone: gemini-exp-1206.
        if (reading is { Versions.Count: 0, Release: not null } && reading.Words.Contains("exp")) (reading.Edition, reading.Release) = (reading.Release, null);
        switch (family.Name)
        {
            case "qwq" or "qvq": reading.Words.Remove("qwen"); break;
            case "grok" when reading.Words.Contains("code"): Grok(reading); break;
            case "mistral" when reading is { Size: "7b", Versions: ["2" or "3"] }: reading.Versions[0] = "0." + reading.Versions[0]; break;
            case "ministral" when reading is { Size: "14b", Edition: null }: reading.Edition = "2512"; break;
            case "nemotron": Nemotron(reading); break;
            case "ernie": reading.Words.Remove("pt"); reading.Strange.Remove("pt"); break;
            case "deepseek": DeepSeek(reading); break;
            case "qwen": Qwen(reading); break;
            case "llama": Llama(reading); break;
            case "gpt": Gpt(reading); break;
            case "deepgram-nova" when reading.Words.RemoveAll(w => w is not "general") > 0: reading.Note(MatchKind.Mode, "what follows the version"); reading.Strange.Clear(); break;
            case "claude": Claude(reading); break;
            case "minimax" when reading.Words.Contains("01"): reading.Words.Remove("text"); break;
            case "kimi": reading.Words.RemoveAll(w => w is "instruct"); break;
            case "seed": reading.Words.RemoveAll(w => w is "doubao" or "seed"); break;
            case "command": reading.Words.RemoveAll(w => w is "text" or "cohere"); reading.Versions.RemoveAll(v => v is "14"); break;
            case "codestral" when reading.Words.Contains("mamba"): reading.Versions.Clear(); break;
            case "mixtral": reading.Versions.Clear(); break;
            case "devstral" when reading.Edition is "2512" || reading.Versions.Contains("2"): reading.Words.Remove("medium"); break;
        }
        if (family.Organization == "mistral") Months(reading, family);
        if (family.Rank == 0 && family.Name is not "nemotron") Origin(reading);
        if (reading.Size is not null && SizeIsSaidTwice(reading, family)) reading.Size = null;
        if (family.Has(FamilyTraits.BareBase) && IsBareBase(reading, family)) reading.IsBase = true;
    }

    private static void Months(Reading reading, Family family)
    {
        // Each of Pixtral's two sizes came once.
        if (family.Name == "pixtral") reading.Edition = null;
        if (reading.Edition is not null)
        {
            reading.Versions.Clear();
            return;
        }
        var words = string.Join(' ', reading.Words);
        var line = words.Length > 0 ? $"{family.Name} {words}" : family.Name;
        if (!MonthOfVersion.TryGetValue($"{line} {(reading.Versions.Count == 1 ? reading.Versions[0] : "")}", out var month)) return;
        reading.Edition = month;
        reading.Versions.Clear();
    }

    private static void DeepSeek(Reading reading)
    {
        reading.Words.Remove("chat");
        // Amazon's documentation: this id is DeepSeek-V3.1.
        if (reading is { Versions: ["3"], Edition: null, Route.Way: [.., var last] } && last.EndsWith("deepseek.v3-v1:0", StringComparison.Ordinal)) reading.Versions[0] = "3.1";
        if (!reading.Versions.Contains("r1")) return;
        var from = reading.Words.Find(w => w is "llama" or "qwen");
        if (from is null && reading.Size is { } size && DistilledFrom.TryGetValue(size, out var origin)) reading.Words.Add(from = origin);
        if (from is null && reading.Size is "671b") reading.Size = null;
        if (from is null) return;
        reading.Words.Remove("distill");
        if (reading.Edition is null) reading.Words.Add("distill");
        if (from == "llama") reading.Versions.RemoveAll(v => v != "r1");
    }

    private static void Qwen(Reading reading)
    {
        if (reading.Words.Remove("vision")) reading.Words.Add("vl");
        if (reading.Words.Count == 1 && reading.Versions is ["3"] && reading.Size is null)
            reading.Size = reading.Words[0] switch { "coder" => "480b", "next" => "80b", _ => null };
        // Of these sizes only the builds of July 2025 are called instruct or thinking.
        if (reading.Edition is null && reading.Versions is ["3"] && reading.Size is "235b" or "30b" or "4b" && reading.Words.All(w => w is "thinking") && (reading.Chat || reading.Words.Count > 0))
            reading.Edition = "2507";
    }

    private static void Llama(Reading reading)
    {
        if (reading.Versions is ["3"] && reading.Size is "405b") reading.Versions[0] = "3.1";
        if (reading.Versions is ["3.33"]) reading.Versions[0] = "3.3";
        if (reading.Versions is ["3.2"] && reading.Size is "11b" or "90b") reading.Words.Remove("vision");
    }

    // The one coding model is also called without its last words.
    private static void Grok(Reading reading)
    {
        if (!reading.Words.Contains("fast")) reading.Words.Add("fast");
        if (reading.Versions.Count == 0) reading.Versions.Add("1");
    }

    // Of the third generation two sizes are so large that they go without the word.
    private static void Nemotron(Reading reading)
    {
        if (reading.Words.Contains("omni")) reading.Words.Remove("reasoning");
        if (reading.Words.Count > 0 || reading.Size is not ("120b" or "550b")) return;
        reading.Words.Add(reading.Size == "120b" ? "super" : "ultra");
        if (reading.Versions.Count == 0) reading.Versions.Add("3");
    }

    // Two builds were sold as Claude 3.5 Sonnet; clouds call the second v2.
    private static void Claude(Reading reading)
    {
        if (reading.Versions is not ["3.5", ..] || !reading.Words.Contains("sonnet")) return;
        if (reading.Versions.Count > 1 && reading.Versions[1] == "2")
        {
            reading.Versions.RemoveAt(1);
            reading.Release ??= "20241022";
        }
        if (reading.Words.Remove("june")) reading.Release ??= "20240620";
    }

    private static void Gpt(Reading reading)
    {
        // Azure writes the dots away; the API's chat model is sold as Instant.
        if (reading.Versions.Contains("5.1") || reading.Versions.Contains("5.2") || reading.Versions.Contains("5.3"))
            for (var i = 0; i < reading.Words.Count; i++)
                if (reading.Words[i] == "instant") reading.Words[i] = "chat";
        reading.Words.RemoveAll(w => w is "classic" or "copilot");
        if (reading.Words.Remove("aug")) reading.Release ??= "2024-08-06";
        if (reading.Versions is ["4"] && reading.Release is "1106" or "0125" && !reading.Words.Contains("turbo")) reading.Words.Add("turbo");
    }

    // hermes-3-llama-3.1-405b is hermes-3-405b: with a version and a size of its own the origin tells nothing more.
    private static void Origin(Reading reading)
    {
        if (reading.Size is null || reading.Versions.Count < 2) return;
        if (reading.Words.RemoveAll(w => w is "llama" or "qwen" or "gemma") > 0) reading.Versions.RemoveRange(1, reading.Versions.Count - 1);
    }

    private static bool SizeIsSaidTwice(Reading reading, Family family) =>
        family.Has(FamilyTraits.Unsized)
            ? !(family.Name == "deepseek" && (reading.Words.Count > 0 || reading.Versions.Contains("r1")))
            : family.Name switch
            {
                "llama" => reading.Versions.Contains("4") && reading.Words.Exists(w => w is "scout" or "maverick"),
                "mistral" => reading.Words.Exists(w => w is "small" or "medium" or "large" or "nemo" or "saba"),
                "nemotron" => reading.Versions.Contains("3") || reading.Words.Exists(w => w is "super" or "ultra"),
                "glm" => reading.Versions is [not ("4" or "4.1"), ..],
                "ministral" => false,
                _ => false,
            };

    private static bool IsBareBase(Reading reading, Family family)
    {
        if (reading.Chat || reading.Size is null || reading.Words.Exists(w => w is "guard" or "vision")) return false;
        if (reading.Notes.Count > 0 || reading.Strange.Count > 0) return false;
        if (family.Name is "qwen" && !(reading.Versions is [var version, ..] && version[0] is '1' or '2')) return false;
        if (family.Name is "llama" && reading.Versions is ["4", ..]) return false;
        return reading.Route is { } route && RawWeights(route);
    }

    // These serve weights under the names of their repositories, where chat-tuned weights say so.
    private static bool RawWeights(Route route) =>
        route.Way.Any(w => w is "fireworks" or "fireworks_ai" or "replicate") || route.Name.Contains("textgeneration", StringComparison.Ordinal);
}
