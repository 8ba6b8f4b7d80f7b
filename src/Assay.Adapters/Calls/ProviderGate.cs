using System.Diagnostics.CodeAnalysis;

namespace Assay.Adapters.Calls;

/// <summary>Holds the calls to one provider within its limits, first come first served.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A SemaphoreSlim whose wait handle nobody asks for holds nothing to dispose of.")]
internal sealed class ProviderGate(ProviderRate rate, TimeProvider time)
{
    private readonly SemaphoreSlim places = new(rate.AtOnce);
    private readonly MinuteWindow? requests = rate.RequestsPerMinute is { } r ? new(r, time) : null;
    private readonly MinuteWindow? tokens = rate.TokensPerMinute is { } t ? new(t, time) : null;

    /// <summary>Waits for a place.</summary>
    /// <param name="estimate">Tokens of input and output that the call is expected to take.</param>
    /// <param name="cancellationToken">Gives up the wait; nothing is held then.</param>
    public async Task<Place> Enter(long estimate, CancellationToken cancellationToken)
    {
        await places.WaitAsync(cancellationToken);
        try
        {
            if (requests is not null) await requests.Take(1, cancellationToken);
            return new(this, tokens is null ? null : await tokens.Take(estimate, cancellationToken));
        }
        catch
        {
            places.Release();
            throw;
        }
    }

    /// <summary>The limits in words: "at most 4 calls at once and 60 requests a minute".</summary>
    public string Words => $"at most {Units.Words.List([.. Parts()])}";

    private IEnumerable<string> Parts()
    {
        yield return $"{Units.Words.Plural(rate.AtOnce, "call")} at once";
        if (rate.RequestsPerMinute is { } r) yield return $"{Units.Words.Plural(r, "request")} a minute";
        if (rate.TokensPerMinute is { } t) yield return $"{Units.Words.Plural(t, "token")} a minute";
    }

    /// <summary>Held while an attempt is under way.</summary>
    internal sealed class Place(ProviderGate gate, MinuteWindow.Taken? tokens) : IDisposable
    {
        private bool left;

        /// <summary>Tells how many tokens the attempt really took.</summary>
        public void Took(long amount)
        {
            if (tokens is not null) gate.tokens!.Correct(tokens, amount);
        }

        public void Dispose()
        {
            if (left) return;
            left = true;
            gate.places.Release();
        }
    }
}

/// <summary>What a provider may be asked.</summary>
/// <param name="AtOnce">Calls under way at one time, 1 and above.</param>
/// <param name="RequestsPerMinute">Within any sixty seconds; null for no limit.</param>
/// <param name="TokensPerMinute">Input and output together; null for no limit.</param>
public sealed record ProviderRate(int AtOnce, int? RequestsPerMinute = null, long? TokensPerMinute = null)
{
    /// <summary>Where the settings say nothing.</summary>
    public static readonly ProviderRate Hosted = new(16);

    /// <summary>Engines on this machine share its cores.</summary>
    public static readonly ProviderRate Local = new(2);
}
