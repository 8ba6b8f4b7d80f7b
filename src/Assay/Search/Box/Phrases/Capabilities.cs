namespace Assay.Search.Box.Phrases;

/// <summary>Usual words for what a model can do, is, or is licensed as, where the finder has another.</summary>
internal sealed class Capabilities : IPhrase
{
    private const int Longest = 4;

    private static readonly Dictionary<string, string> Meanings = Table(
        ("vision", "vision, visual, image input, images, image understanding, takes images, reads images, see images, sees images, accepts images, multimodal vision"),
        ("audio in", "audio input, audio, takes audio, hears audio, speech input"), ("video in", "video input, video, takes video, videos"), ("inputs pdf", "pdf, pdfs, pdf input, takes pdf"),
        ("outputs image", "image output, image generation, generates images, makes images, image generating"), ("outputs audio", "audio output, speech output, generates audio, text to speech, tts"), ("outputs video", "video output, video generation, generates video"),
        ("multimodal", "multi modal, multi-modal"), ("reasoning", "thinking, reasons, extended thinking"),
        ("function calling", "tools, tool calling, tool calls, tool-calling, function calls, functions, function-calling, calls functions, calls tools"), ("tool use", "tool-use, agentic tool use"),
        ("structured outputs", "structured output, json mode, json output, json schema, json, structured json"), ("prompt caching", "caching, prompt cache, cached input"),
        ("batch", "batch api, batches, batching, batch mode"), ("fine tuning", "fine-tuning, finetuning, fine tunable, fine-tunable, finetunable, fine tune"), ("web search", "search the web, web-search, internet access"),
        ("code execution", "runs code, executes code, code interpreter"), ("computer use", "computer-use, uses a computer"), ("streaming", "streams"),
        ("weights open", "open weights, open weight, open-weights, open-weight, downloadable weights, downloadable"), ("weights closed", "closed weights, closed-weights, closed weight, proprietary, closed"),
        ("open source", "open-source, opensource, oss"), ("commercial use = yes", "commercial use, commercially usable"), ("free tier", "free, for free, at no cost"),
        ("not retired", "available, still available, not retired, callable"), ("retired", "shut down, shutdown"), ("deprecated", "being retired, to be retired"), ("lifecycle = preview", "previews, in preview, beta"),
        ("curated", "described"), ("task ocr", "ocr, text recognition, reads text"), ("task detect", "detection, finds objects"));

    public Phrase? Read(ConditionLine line, int at)
    {
        for (var count = Longest; count > 0; count--)
            if (line.Join(at, count) is { } typed && Meanings.TryGetValue(typed, out var condition)) return new(count, condition);
        return null;
    }

    private static Dictionary<string, string> Table(params (string Condition, string Words)[] rows) =>
        rows.SelectMany(r => r.Words.Split(", ").Select(w => (w, r.Condition))).ToDictionary(x => x.w, x => x.Condition, StringComparer.Ordinal);
}
