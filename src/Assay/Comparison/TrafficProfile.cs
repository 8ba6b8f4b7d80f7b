namespace Assay.Comparison;

/// <summary>
/// What is sent in a month. One profile holds for the whole page, and it is always shown.
/// </summary>
public sealed record TrafficProfile
{
    /// <summary>Input tokens a month, cached and batched ones included. Default 800,000,000.</summary>
    public long InputTokens { get; init; } = 800_000_000;

    /// <summary>Output tokens a month, reasoning included. Default 250,000,000.</summary>
    public long OutputTokens { get; init; } = 250_000_000;

    /// <summary>Requests a month. Default 1,000,000. Decides which context-size tier applies and what per-request prices add.</summary>
    public long Requests { get; init; } = 1_000_000;

    /// <summary>Share of input tokens read from a prompt cache, 0 to 1. Default 0.</summary>
    public decimal CachedShare { get; init; }

    /// <summary>Share of all tokens sent as batch jobs, 0 to 1. Default 0.</summary>
    public decimal BatchShare { get; init; }

    /// <summary>Images in a request, billed by the image where an offer does so. Default 0.</summary>
    public decimal ImagesPerRequest { get; init; }

    public static TrafficProfile Default { get; } = new();

    /// <summary>Mean input tokens of one request; 0 where there are no requests.</summary>
    public decimal InputTokensPerRequest => Requests == 0 ? 0 : (decimal)InputTokens / Requests;

    /// <summary>Share of input in all tokens, 0 to 1; the weight of the input price in a blend.</summary>
    public decimal InputShare => InputTokens + OutputTokens == 0 ? 0 : (decimal)InputTokens / (InputTokens + OutputTokens);

    /// <summary>What is wrong with the profile, one sentence each naming value, range and fix; empty when it can be used.</summary>
    public IReadOnlyList<string> Problems()
    {
        var problems = new List<string>();
        const long most = 1_000_000_000_000_000;
        void Whole(string name, long value)
        {
            if (value is < 0 or > most) problems.Add($"{name} '{value}' is out of range: give 0 to 1,000,000,000,000,000, for example 800M.");
        }
        void Share(string name, decimal value)
        {
            if (value is < 0 or > 1) problems.Add($"{name} '{value}' is out of range: give a share from 0 to 1, for example 0.3 or 30%.");
        }
        Whole("Input tokens", InputTokens);
        Whole("Output tokens", OutputTokens);
        Whole("Requests", Requests);
        Share("Cached share", CachedShare);
        Share("Batch share", BatchShare);
        if (ImagesPerRequest is < 0 or > 1000) problems.Add($"Images a request '{ImagesPerRequest}' is out of range: give 0 to 1000.");
        if (problems.Count == 0 && InputTokens + OutputTokens == 0) problems.Add("Input and output tokens are both 0: give at least one, for example 800M in.");
        return problems;
    }
}
