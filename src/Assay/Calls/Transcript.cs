using System.Collections.ObjectModel;

namespace Assay.Calls;

/// <summary>The whole record of one call: what was asked, what came, when, and what was paid. Holds no secret.</summary>
public sealed record Transcript
{
    /// <summary>Where everything that was asked for was sent.</summary>
    public static IReadOnlyDictionary<string, string> AllHonoured { get; } = ReadOnlyDictionary<string, string>.Empty;

    public required ModelRef Model { get; init; }

    public required ModelTask Task { get; init; }

    public string? System { get; init; }

    public required string Prompt { get; init; }

    public IReadOnlyList<SentImage> Images { get; init; } = [];

    /// <summary>What was asked for.</summary>
    public CallParameters Asked { get; init; } = new();

    /// <summary>Names of parameters that were asked for and not sent, because the protocol or the model has no such thing, each with why.</summary>
    public IReadOnlyDictionary<string, string> NotHonoured { get; init; } = AllHonoured;

    public required CallOutcome Outcome { get; init; }

    /// <summary>Every attempt, the last one last; empty where nothing was sent.</summary>
    public IReadOnlyList<Attempt> Attempts { get; init; } = [];

    /// <summary>Null where the call brought no reply to count.</summary>
    public Usage? Usage { get; init; }

    public CallCost? Cost { get; init; }

    /// <summary>US dollars that a cap on spend counted for all attempts: what is known to be paid, and what may be at its most. Null where there was no cap.</summary>
    public decimal? AtMost { get; init; }

    public required DateTimeOffset Started { get; init; }

    /// <summary>From the call to its end, waits and retries included.</summary>
    public required TimeSpan Total { get; init; }

    /// <summary>The bytes that went out and came in with the last attempt, secrets removed; null where nothing was sent.</summary>
    public Exchange? Exchange { get; init; }

    /// <summary>Text of a reply; null where the call brought none.</summary>
    public string? Text => (Outcome as CallOutcome.Replied)?.Text;
}

/// <summary>One request and what came of it.</summary>
/// <param name="Number">1 and above.</param>
public sealed record Attempt(int Number, DateTimeOffset Started)
{
    /// <summary>From sending to the first byte of the answer; null where none came.</summary>
    public TimeSpan? FirstByte { get; init; }

    /// <summary>From sending to the first piece of text or reasoning; null where none came, or all came at once.</summary>
    public TimeSpan? FirstToken { get; init; }

    /// <summary>From sending to the end of this attempt alone.</summary>
    public required TimeSpan Duration { get; init; }

    public int? Status { get; init; }

    /// <summary>Null where the attempt brought the reply.</summary>
    public CallFailure? Failure { get; init; }
}

/// <summary>The exact bytes of one exchange. Secrets are replaced by <c>[removed]</c>; images stand as they were sent.</summary>
/// <param name="Address">Without user, password and secret query values; for a local engine its name.</param>
/// <param name="Reply">As received, up to the cap; null where nothing came.</param>
/// <param name="ReplyCut">Whether the reply was longer than what is kept.</param>
public sealed record Exchange(string Method, string Address, IReadOnlyList<KeyValuePair<string, string>> RequestHeaders, ReadOnlyMemory<byte> Request, IReadOnlyList<KeyValuePair<string, string>> ReplyHeaders, ReadOnlyMemory<byte>? Reply, bool ReplyCut = false);

/// <summary>What a call cost at the price of the catalogue.</summary>
/// <param name="Usd">US dollars, exact; null where it cannot be told.</param>
/// <param name="Why">The price used and its date in words; or why the cost cannot be told.</param>
/// <param name="Offer">Id of the offer whose price was used.</param>
public sealed record CallCost(decimal? Usd, string Why, string? Offer = null);
