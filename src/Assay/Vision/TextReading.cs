using Assay.Vision.Replies;

namespace Assay.Vision;

/// <summary>The text that a model read in an image, without what it put around it.</summary>
public static class TextReading
{
    private const string Fence = "```";

    /// <summary>
    /// The reply without its thoughts and, where all of it stands in one fence, without the fence. Words before or after a text are not told from it: they
    /// stay, and count as errors. Empty where the reply is.
    /// </summary>
    public static string Read(string reply)
    {
        var answer = ReplyText.Answer(reply);
        if (!answer.StartsWith(Fence, StringComparison.Ordinal) || !answer.EndsWith(Fence, StringComparison.Ordinal)) return answer;
        var firstLine = answer.IndexOf('\n', StringComparison.Ordinal);
        var last = answer.Length - Fence.Length;
        return firstLine < 0 || firstLine >= last || answer.IndexOf(Fence, firstLine, StringComparison.Ordinal) != last ? answer : answer[(firstLine + 1)..last].Trim('\n', '\r');
    }
}
