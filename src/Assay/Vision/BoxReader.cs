using Assay.Calls;
using Assay.Units;
using Assay.Vision.Replies;

namespace Assay.Vision;

/// <summary>Reads boxes from a model's reply. Pure: the same arguments give the same reading. Never throws for what a reply holds.</summary>
public static class BoxReader
{
    /// <summary>Longer replies are not read, in characters.</summary>
    public const int LongestReply = 2_000_000;

    /// <param name="sent">Size of the image as it was sent to the model.</param>
    /// <param name="model">Whose habit decides where numbers could mean several things; null where unknown.</param>
    /// <param name="prompt">What was asked, which may name a convention; null where unknown.</param>
    public static BoxReading Read(string reply, ImageSize sent, ModelRef? model = null, string? prompt = null) =>
        Read(reply, raw => new FrameChoice(raw, sent, model, prompt).Choose());

    /// <summary>The same reply in the frame that a reader chose.</summary>
    public static BoxReading ReadAs(string reply, ImageSize sent, BoxFrame frame) =>
        Read(reply, raw => new FrameChoice(raw, sent, null, null).In(frame, $"Read as {frame.Words}, as was chosen by hand."));

    private static BoxReading Read(string reply, Func<RawBoxes, BoxReading> choose)
    {
        if (string.IsNullOrWhiteSpace(reply)) return new BoxReading.Unreadable("The reply is empty.");
        if (reply.Length > LongestReply) return new BoxReading.Unreadable($"The reply has {Format.Exact(reply.Length)} characters; boxes are read from at most {Format.Exact(LongestReply)}.");
        var raw = Collect(ReplyText.Answer(reply));
        if (raw.Boxes.Count > 0) return choose(raw);
        if (raw.Cut) return new BoxReading.Unreadable("The reply ends before its first box is complete.");
        return raw.EmptyList ? new BoxReading.NothingFound() : new BoxReading.Unreadable("The reply holds no boxes: neither JSON with boxes nor tokens for them.");
    }

    private static RawBoxes Collect(string answer)
    {
        var raw = new RawBoxes();
        if (BoxTokens.Read(answer, raw)) return raw;
        var values = ReplyText.Values(answer);
        // What a model fences is its answer; what stands around it, often the same once more, is talk.
        var fenced = Walk([.. values.Where(v => v.Fenced)]);
        return fenced.Boxes.Count > 0 || fenced.EmptyList ? fenced : Walk(values);

        RawBoxes Walk(IReadOnlyList<ReplyValue> some)
        {
            var found = new RawBoxes();
            var finder = new BoxFinder(answer, found);
            foreach (var value in some) finder.Walk(value);
            return found;
        }
    }
}
