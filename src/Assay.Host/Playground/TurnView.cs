namespace Assay.Host.Playground;

/// <summary>A turn as every surface shows it.</summary>
public sealed record TurnView
{
    public required string Id { get; init; }
    public required DateTimeOffset Created { get; init; }
    public required string Task { get; init; }

    /// <summary>The user's own words; what each model was sent stands with its lane.</summary>
    public required string Prompt { get; init; }

    public string? Reference { get; init; }

    /// <summary><c>running</c>, <c>ended</c> or <c>interrupted</c>: the program ended before some lane did.</summary>
    public required string State { get; init; }

    public required IReadOnlyList<SentImageView> Images { get; init; }
    public required IReadOnlyList<LaneView> Lanes { get; init; }

    /// <summary>Two replies against each other, for boxes and for text; null where there are not two.</summary>
    public ComparedView? Compared { get; init; }
}

/// <param name="Length">Bytes.</param>
public sealed record SentImageView(string Hash, string MediaType, int Width, int Height, int Length)
{
    public string Address => $"/playground/images/{Hash}";

    /// <summary>The same in small, for lists.</summary>
    public string Small => Address + "/small";
}

/// <summary>One model's part of a turn. Times are milliseconds; null is "not known".</summary>
public sealed record LaneView
{
    /// <summary>0 and above: order, hue and shape.</summary>
    public required int Place { get; init; }

    /// <summary><c>provider/model</c>.</summary>
    public required string Model { get; init; }

    public required string Name { get; init; }
    public required string Provider { get; init; }

    /// <summary>Id of the model's page; null where the catalogue does not know it.</summary>
    public string? ModelId { get; init; }

    /// <summary><c>running</c>, <c>replied</c>, <c>failed</c>, <c>cancelled</c> or <c>interrupted</c>.</summary>
    public required string State { get; init; }

    /// <summary>What the model was sent; null before the call ended.</summary>
    public string? Prompt { get; init; }

    public IReadOnlyList<SentImageView> Images { get; init; } = [];

    /// <summary>The reply; null where none came.</summary>
    public string? Text { get; init; }

    /// <summary>What had come of a reply that failed or was stopped: never an answer.</summary>
    public string? PartialText { get; init; }

    public string? Reasoning { get; init; }

    /// <summary><c>complete</c>, <c>length</c>, <c>tool_calls</c>, <c>content_filter</c>, <c>refusal</c>, <c>empty</c> or <c>unknown</c>.</summary>
    public string? Stop { get; init; }

    /// <summary>The stop in words, where there is something to say about it.</summary>
    public string? StopWords { get; init; }

    public string? ServedModel { get; init; }
    public FailureView? Failure { get; init; }

    /// <summary>Whether the provider may charge for a call that brought no reply.</summary>
    public bool PossiblyPaid { get; init; }

    public DateTimeOffset? Started { get; init; }
    public double? FirstTokenMs { get; init; }

    /// <summary>From the call to its end, waits and retries included.</summary>
    public double? TotalMs { get; init; }

    public IReadOnlyList<LaneAttemptView> Attempts { get; init; } = [];
    public UsageView? Usage { get; init; }
    public CallCostView? Cost { get; init; }

    /// <summary>Parameters that were asked for and not sent, each with why.</summary>
    public IReadOnlyDictionary<string, string> NotHonoured { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether the bytes of the last request and reply are kept.</summary>
    public bool HasExchange { get; init; }

    /// <summary>What the reply says of the image, for tasks that ask for more than words; null else.</summary>
    public ReadingView? Reading { get; init; }

    /// <summary>Character error rate against the reference; null where there is none, or no reply.</summary>
    public RateView? Cer { get; init; }

    /// <summary>Word error rate against the reference.</summary>
    public RateView? Wer { get; init; }
}

/// <param name="Kind">Such as <c>timed_out</c> or <c>rate_limited</c>.</param>
public sealed record FailureView(string Kind, string Message, int? Status, bool MayPass);

public sealed record LaneAttemptView(int Number, double? FirstByteMs, double? FirstTokenMs, double DurationMs, int? Status, FailureView? Failure);

/// <param name="Origin"><c>reported</c> by the provider, or <c>counted</c> here from the texts.</param>
public sealed record UsageView(long? Input, long? Output, long? Reasoning, long? CacheRead, long? ImageInput, string Origin);

/// <param name="Usd">US dollars; null where it cannot be told.</param>
/// <param name="Why">The price used and its date, or why the cost cannot be told.</param>
/// <param name="Evidence">The page that has the price and its sources.</param>
public sealed record CallCostView(decimal? Usd, string Display, string Why, string? Offer, string? Evidence);

/// <summary>One page of the history.</summary>
public sealed record TurnListView
{
    public string? Query { get; init; }
    public string? Model { get; init; }
    public string? Task { get; init; }
    public required int Page { get; init; }
    public required int Pages { get; init; }
    public required int Total { get; init; }

    /// <summary>Newest first.</summary>
    public required IReadOnlyList<TurnView> Turns { get; init; }
}
