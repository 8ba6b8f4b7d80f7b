using System.Text;
using System.Text.Json;
using Assay.Evaluation;

namespace Assay.Adapters.Logs.Inspect;

/// <summary>Texts and images of the messages of one sample. Long ones stand once in its attachments, and messages refer to them.</summary>
internal sealed class InspectContent(JsonElement sample, LogBuilder builder, string id)
{
    private static readonly string[] Schemes = ["attachment://", "tc://"];

    private readonly JsonElement attachments = sample.Get("attachments").Says ? sample.Get("attachments") : sample.Get("transcript", "content");

    /// <summary>What was put to the model: the text of one message, or several under the names of their roles.</summary>
    public (string Text, IReadOnlyList<SampleImage> Images, bool HasSystem) Asked(JsonElement input)
    {
        if (input.AsText is { } text) return (Resolve(text), [], false);
        var messages = input.AsItems.ToArray();
        var images = messages.SelectMany(m => m.Items("content")).Where(p => p.Text("type") == "image").Select(p => Image(p.Text("image"))).OfType<SampleImage>().ToArray();
        if (messages is [var one]) return (Text(one.Get("content")), images, one.Text("role") == "system");
        var all = new StringBuilder();
        foreach (var message in messages) all.Append(all.Length > 0 ? "\n\n" : "").Append(message.Text("role") ?? "message").Append(":\n").Append(Text(message.Get("content")));
        return (all.ToString(), images, messages.Any(m => m.Text("role") == "system"));
    }

    /// <summary>All text of a message's content, parts joined by line ends.</summary>
    public string Text(JsonElement content) => content.AsText is { } text
        ? Resolve(text)
        : string.Join('\n', content.AsItems.Where(p => p.Text("type") is "text" or null).Select(p => p.AsText ?? p.Text("text")).OfType<string>().Select(Resolve));

    /// <summary>Reasoning that the provider showed; null for none.</summary>
    public string? Reasoning(JsonElement content) =>
        string.Join('\n', content.AsItems.Where(p => p.Text("type") == "reasoning").Select(p => p.Text("reasoning")).OfType<string>().Select(Resolve)) is { Length: > 0 } some ? some : null;

    private SampleImage? Image(string? image) => image is null ? null : builder.Image(Resolve(image), id);

    private string Resolve(string text)
    {
        foreach (var scheme in Schemes)
            if (text.StartsWith(scheme, StringComparison.Ordinal)) return attachments.Text(text[scheme.Length..]) ?? Lost(text);
        return text;
    }

    private string Lost(string text)
    {
        builder.Note("a text refers to an attachment that the log does not hold", id);
        return text;
    }
}
