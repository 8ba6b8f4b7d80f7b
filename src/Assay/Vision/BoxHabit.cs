using System.Globalization;
using System.Text.RegularExpressions;
using Assay.Calls;

namespace Assay.Vision;

/// <summary>How the models of one family write boxes, and who says so.</summary>
/// <param name="Family">For people, such as <c>Gemini</c>.</param>
/// <param name="Frame">Null where the family has no habit and does as the prompt asks.</param>
/// <param name="Fixed">Whether the habit goes before what a prompt asks for.</param>
/// <param name="Source">Where it is said.</param>
public sealed partial record BoxHabit(string Family, BoxFrame? Frame, bool Fixed, string Source)
{
    private static readonly BoxHabit Local = new("Assay's local engines", BoxFrames.Pixels, true, "docs/vision.md") { Certain = true };

    /// <summary>Whether no numbers overturn it: what a box of an engine of our own counts is written in our own code.</summary>
    public bool Certain { get; init; }

    /// <summary>Each with the texts of which one must stand in the model's id, lower case, blanks and underscores as hyphens. The first that fits is taken.</summary>
    private static readonly (string[] Texts, BoxHabit Habit)[] Known =
    [
        (["paligemma"], new("PaliGemma", BoxFrames.BinsYFirst, true, "google-research/big_vision, paligemma")),
        (["florence-2"], new("Florence-2", BoxFrames.BinsXFirst, true, "microsoft/Florence-2-large, processing_florence2.py")),
        (["gemini"], new("Gemini", BoxFrames.ThousandthsYFirst, true, "ai.google.dev, image understanding")),
        (["qwen2.5-vl", "qwen2.5vl", "qwen-2.5-vl", "qwen25-vl", "qwen2-5-vl"], new("Qwen2.5-VL", BoxFrames.QwenPixels, true, "github.com/QwenLM/Qwen3-VL/issues/676")),
        (["qwen3-vl", "qwen3vl", "qwen-3-vl", "qwen3.5", "qwen-3.5"], new("Qwen3-VL and later", BoxFrames.ThousandthsXFirst, true, "github.com/QwenLM/Qwen3-VL/issues/1486")),
        (["qwen2-vl", "qwen2vl", "qwen-2-vl"], new("Qwen2-VL", BoxFrames.ThousandthsXFirst, true, "arXiv 2409.12191; github.com/QwenLM/Qwen3-VL/issues/866")),
        (["glm-4.1v", "glm-4.5v", "glm-4.6v", "glm-5v"], new("GLM-V", BoxFrames.ThousandthsXFirst, true, "zai-org/GLM-V, grounding")),
        (["internvl"], new("InternVL", BoxFrames.ThousandthsXFirst, true, "internvl.readthedocs.io, chat data format")),
        (["deepseek-vl2"], new("DeepSeek-VL2", BoxFrames.ThousandthsXFirst, true, "github.com/deepseek-ai/DeepSeek-VL2/issues/100 (0 to 999)")),
        (["nova-lite", "nova-pro", "nova-premier", "nova-2"], new("Amazon Nova", BoxFrames.ThousandthsXFirst, true, "docs.aws.amazon.com/nova, image understanding")),
        (["moondream"], new("Moondream", BoxFrames.FractionsXFirst, true, "moondream.ai, detect")),
        (["kimi-vl"], new("Kimi-VL", BoxFrames.FractionsXFirst, false, "github.com/MoonshotAI/Kimi-VL/issues/56")),
    ];

    /// <summary>The habit of the model's family; null where nothing is known of it.</summary>
    public static BoxHabit? Of(ModelRef? model)
    {
        if (model is null) return null;
        if (model.IsLocal) return Local;
        var id = model.ToString().ToLowerInvariant().Replace('_', '-').Replace(' ', '-');
        if (Known.FirstOrDefault(k => k.Texts.Any(t => id.Contains(t, StringComparison.Ordinal))).Habit is { } habit) return habit;
        if (id.Contains("claude", StringComparison.Ordinal)) return new("Claude", IsLarge(id) ? BoxFrames.ClaudeLargePixels : BoxFrames.ClaudePixels, false, "platform.claude.com, coordinates and bounding boxes");
        return null;
    }

    /// <summary>Claude 4.7 and later see larger images. A date in the id is no version.</summary>
    private static bool IsLarge(string id)
    {
        var version = ClaudeVersion().Match(id);
        if (!version.Success) return false;
        var major = int.Parse(version.Groups["major"].Value, CultureInfo.InvariantCulture);
        var minor = version.Groups["minor"].Success ? int.Parse(version.Groups["minor"].Value, CultureInfo.InvariantCulture) : 0;
        return major > 4 || (major == 4 && minor >= 7);
    }

    [GeneratedRegex(@"claude-([a-z]{1,20}-)?(?<major>\d{1,2})([-.](?<minor>\d{1,2}))?(?!\d)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ClaudeVersion();
}
