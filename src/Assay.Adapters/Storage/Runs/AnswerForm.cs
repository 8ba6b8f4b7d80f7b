using System.Buffers;
using System.Buffers.Text;
using Assay.Adapters.Storage.Turns;
using Assay.Calls;

namespace Assay.Adapters.Storage.Runs;

/// <summary>Answers to their kept form and back. Images that a request carries as base64 are cut out of it: the suite has them, once.</summary>
internal static class AnswerForm
{
    /// <summary>Bytes of an image whose base64 is looked for first: enough that nothing else is found, and a whole number of base64's groups.</summary>
    private const int Head = 192;

    public static StoredAnswer Of(CallOutcome outcome, IReadOnlyList<Attempt> attempts, Usage? usage, CallCost? cost, IReadOnlyDictionary<string, string> notHonoured, Exchange? exchange = null, IReadOnlyList<StoredCut>? cut = null) => new()
    {
        Outcome = TranscriptForm.Of(outcome) with { Text = null }, Attempts = attempts.Count == 0 ? null : [.. attempts.Select(TranscriptForm.Of)], Usage = TranscriptForm.Of(usage), Cost = TranscriptForm.Of(cost),
        NotHonoured = notHonoured.Count == 0 ? null : notHonoured, Exchange = TranscriptForm.Of(exchange), Cut = cut is { Count: > 0 } ? cut : null,
    };

    public static CallOutcome Outcome(StoredAnswer stored, string? text)
    {
        RunJson.Check(stored.Format);
        return TranscriptForm.Read(stored.Outcome with { Text = text });
    }

    public static string? Text(CallOutcome outcome) => outcome switch
    {
        CallOutcome.Replied replied => replied.Text,
        CallOutcome.Failed failed => failed.PartialText,
        CallOutcome.Cancelled cancelled => cancelled.PartialText,
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    /// <summary>The request without its images. What is not found stays as it is.</summary>
    public static (ReadOnlyMemory<byte> Bytes, IReadOnlyList<StoredCut> Cut) Cut(ReadOnlyMemory<byte> request, IReadOnlyList<CallImage> images)
    {
        if (images.Count == 0) return (request, []);
        var found = new List<(int At, int Length, string Hash)>();
        foreach (var image in images)
            if (Find(request.Span, image, found.Count == 0 ? 0 : found[^1].At + found[^1].Length) is { } at) found.Add((at, Base64.GetMaxEncodedToUtf8Length(image.Bytes.Length), image.Hash));
        if (found.Count == 0) return (request, []);
        var rest = new byte[request.Length - found.Sum(f => f.Length)];
        var (from, to) = (0, 0);
        var cuts = new List<StoredCut>(found.Count);
        foreach (var (at, length, hash) in found)
        {
            request[from..at].CopyTo(rest.AsMemory(to));
            to += at - from;
            from = at + length;
            cuts.Add(new(to, hash));
        }
        request[from..].CopyTo(rest.AsMemory(to));
        return (rest, cuts);
    }

    /// <summary>The very bytes that were sent.</summary>
    /// <param name="image">The bytes of an image by its hash; null where it is gone.</param>
    public static ReadOnlyMemory<byte> Whole(ReadOnlyMemory<byte> rest, IReadOnlyList<StoredCut>? cuts, Func<string, ReadOnlyMemory<byte>?> image)
    {
        if (cuts is null) return rest;
        var whole = new ArrayBufferWriter<byte>();
        var from = 0;
        foreach (var cut in cuts)
        {
            whole.Write(rest.Span[from..cut.At]);
            from = cut.At;
            if (image(cut.Hash) is not { } bytes)
            {
                whole.Write("[image deleted]"u8);
                continue;
            }
            Base64.EncodeToUtf8(bytes.Span, whole.GetSpan(Base64.GetMaxEncodedToUtf8Length(bytes.Length)), out _, out var written);
            whole.Advance(written);
        }
        whole.Write(rest.Span[from..]);
        return whole.WrittenMemory;
    }

    private static int? Find(ReadOnlySpan<byte> request, CallImage image, int from)
    {
        var bytes = image.Bytes.Span;
        if (bytes.Length <= Head) return null;
        Span<byte> head = stackalloc byte[Head / 3 * 4];
        Base64.EncodeToUtf8(bytes[..Head], head, out _, out _);
        var at = request[from..].IndexOf(head);
        var length = Base64.GetMaxEncodedToUtf8Length(bytes.Length);
        if (at < 0 || (at += from) + length > request.Length) return null;
        var all = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            Base64.EncodeToUtf8(bytes, all, out _, out var written);
            return request.Slice(at, length).SequenceEqual(all.AsSpan(0, written)) ? at : null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(all);
        }
    }
}
