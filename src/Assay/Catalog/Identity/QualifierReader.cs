namespace Assay.Catalog.Identity;

/// <summary>Takes the words that say in what form a model is served, and those that say nothing.</summary>
internal static class QualifierReader
{
    public static void Take(List<NameWord> words, Reading reading, string provider)
    {
        var family = reading.Family;
        var open = family?.Has(FamilyTraits.Open) == true || (family is { Name: "qwen" });
        for (var i = 0; i < words.Count; i++)
        {
            if (!Takes(words, i, reading, family, open, provider)) continue;
            words.RemoveAt(i--);
        }
    }

    private static bool Takes(List<NameWord> words, int i, Reading reading, Family? family, bool open, string provider)
    {
        var (text, mark) = (words[i].Text, words[i].Mark);
        if (IsQuant(words, i)) return Noted(reading, MatchKind.Quant, text);
        switch (text)
        {
            case "free": return Noted(reading, MatchKind.Free, text);
            case "tee": return Noted(reading, MatchKind.Tee, text);
            case "lora": return Noted(reading, MatchKind.Lora, text);
            case "latest": return reading.Latest = true;
            case "online" or "web" when mark == ':': return Noted(reading, MatchKind.Mode, text);
            case "short" or "long" when family is { Name: not "qwen" } && family.Has(FamilyTraits.Open): return Noted(reading, MatchKind.Context, text);
            case "1m" when family is not null: return Noted(reading, MatchKind.Context, text);
            case "f" or "b" when reading.Route?.Name.Contains("textgeneration", StringComparison.Ordinal) == true:
                reading.Chat |= text == "f";
                return true;
            case "customtools": return Noted(reading, MatchKind.Mode, text);
        }
        if (provider == "poe" && i == words.Count - 1 && family is not null && reading.Route is { Way: [.., var host, _] } && IsShortFor(text, host)) return true;
        if (Thinking(words, i, reading, family)) return true;
        if (family is not null && Effort(words, i, reading, family)) return true;
        if (Vocabulary.Silent.Contains(text)) return words.Count > 1 || family is not null;
        if (Vocabulary.Base.Contains(text)) return reading.IsBase = true;
        if (Vocabulary.Chat.Contains(text) && open) return reading.Chat = true;
        if (Vocabulary.Chat.Contains(text) && (text is "it" || family?.Name is "palmyra" or "nova")) return true;
        if (Vocabulary.Previews.Contains(text) && TakesPreview(reading, family, text)) return reading.Preview = true;
        if (Vocabulary.Tier.Contains(text) && (family is null ? mark == ':' : !family.Has(FamilyTraits.OwnTiers) || Vocabulary.ServiceOnly.Contains(text) && family.Name != "flux")) return Noted(reading, MatchKind.Tier, text);
        if (family is not null && IsServiceTier(text, reading, family)) return Noted(reading, MatchKind.Tier, text);
        if (Vocabulary.Tuned.Contains(text) && open && reading.Size is not null && family!.Rank > 0) return Noted(reading, MatchKind.Finetune, text);
        if (IsWindow(text) && family is not null && open && family.Name is not ("phi" or "yi" or "minimax" or "ernie" or "step" or "kimi" or "granite")) return Noted(reading, MatchKind.Context, text);
        return false;
    }

    // Poe ends a name with the host's initials: -cs for cerebras, -fw for fireworks-ai.
    private static bool IsShortFor(string text, string host) =>
        text.Length <= 2 && text[0] == host[0] && host.IndexOf(text[^1], text.Length == 1 ? 0 : 1) >= 0;

    private static bool Noted(Reading reading, MatchKind kind, string word)
    {
        reading.Note(kind, word);
        return true;
    }

    private static bool IsQuant(List<NameWord> words, int i)
    {
        var text = words[i].Text;
        if (Vocabulary.Quant.Contains(text)) return true;
        // 4-bit, q4_k_m
        if (text == "bit" && i > 0) return true;
        if (i + 1 < words.Count && words[i + 1].Text == "bit" && words[i].IsWholeNumber) return true;
        return text is "k" or "m" or "s" or "xs" or "0" or "1" && words[i].Mark == '_';
    }

    private static bool Thinking(List<NameWord> words, int i, Reading reading, Family? family)
    {
        var (text, mark) = (words[i].Text, words[i].Mark);
        if (family is null) return mark == ':' && text is "thinking" or "think" && Noted(reading, MatchKind.Mode, text);
        if (text is "nothink" or "nonreasoning") return Noted(reading, MatchKind.Mode, text);
        if (text == "reasoning" && family.Name == "grok") return Noted(reading, MatchKind.Mode, text);
        if (text is not ("thinking" or "think")) return false;
        if (mark != ':' && (family.PublishesThinking(reading.Versions) || (family.Name == "gemini" && reading.Versions.Contains("2")) || family.Name == "phi"))
        {
            words[i] = words[i] with { Text = "thinking" };
            return false;
        }
        Noted(reading, MatchKind.Mode, text);
        // What stands behind is a budget: thinking:8192.
        while (i + 1 < words.Count && (words[i + 1].IsWholeNumber || Vocabulary.Effort.Contains(words[i + 1].Text)) && words[i + 1].Mark == ':') words.RemoveAt(i + 1);
        return true;
    }

    private static bool Effort(List<NameWord> words, int i, Reading reading, Family family)
    {
        var (text, mark) = (words[i].Text, words[i].Mark);
        if (!Vocabulary.Effort.Contains(text)) return false;
        var last = i == words.Count - 1 || words[i + 1].Text is "thinking" or "reasoning" or "free" or "latest";
        var effort = mark == ':' || (last && family.Name is "gpt" or "o" or "gemini" or "grok" or "gpt-oss" && text is not "max")
            || (family.Name == "hermes" && reading.Versions.Count == 0 && reading.Size is null);
        return effort && Noted(reading, MatchKind.Mode, text);
    }

    private static bool TakesPreview(Reading reading, Family? family, string text)
    {
        if (family is null || family.Has(FamilyTraits.OwnPreviews)) return false;
        if (reading.Edition is not null && text == "preview") return true;
        // A preview of published weights has its own name and stays.
        return family.Has(FamilyTraits.Open) && !(family.Name == "qwen" && reading.Size is null)
            ? text is "preview" && family.Name is "kimi" or "minimax" or "mistral" or "devstral"
            : reading.Versions.Count > 0;
    }

    private static bool IsServiceTier(string text, Reading reading, Family family)
    {
        if (!Vocabulary.ProductTiers.Contains(text)) return text is "lite" && family.Name is "llama" && reading.Size is not null;
        if (family.Has(FamilyTraits.OwnTiers) || family.Name is "titan" or "nova" or "command" or "seed" or "morph" or "relace") return false;
        return !(family.Name == "qwen" && reading.Size is null) && !(family.Name == "glm" && text == "turbo" && reading.Versions.Contains("5"));
    }

    /// <summary>A window's length: <c>128k</c>.</summary>
    private static bool IsWindow(string text) => text == "rope" || (text.Length is 5 or 6 && int.TryParse(text, out var tokens) && tokens % 1024 == 0) || (text.Length is >= 2 and <= 5 && text[^1] == 'k' && text[..^1].All(char.IsAsciiDigit));
}
