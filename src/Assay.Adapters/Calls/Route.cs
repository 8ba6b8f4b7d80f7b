using Assay.Adapters.Protocols;
using Assay.Catalog;

namespace Assay.Adapters.Calls;

/// <summary>Whether a provider's models can be called now.</summary>
public enum Readiness
{
    NotDecided = 0,

    /// <summary>Everything is there; whether the provider answers is not known until it is asked.</summary>
    Callable,

    /// <summary>The variable of the key is not set.</summary>
    NeedsKey,

    /// <summary>The address, or a part of it that a variable gives, is not known.</summary>
    NeedsAddress,

    /// <summary>It speaks a protocol that is not known here, or none that is recorded.</summary>
    UnknownProtocol,
}

/// <summary>How a provider is reached, and what is missing.</summary>
/// <param name="Id">Of the catalogue or of the settings.</param>
/// <param name="Protocol">Null where none is recorded.</param>
/// <param name="Readiness">Whether it can be called.</param>
/// <param name="Words">What is missing and the fix; for a callable one, how it is reached.</param>
/// <param name="Variable">The environment variable to set; for a callable one, the one its key came from; null where there is none.</param>
public sealed record ProviderRoute(string Id, string Name, string? Protocol, Readiness Readiness, string Words, string? Variable)
{
    /// <summary>It stands in the settings.</summary>
    public bool Declared { get; init; }

    public ProviderRate Rate { get; init; } = ProviderRate.Hosted;

    /// <summary>Null unless callable.</summary>
    internal Endpoint? Endpoint { get; init; }

    /// <summary>Of <see cref="Endpoint"/>.</summary>
    internal Secrets Secrets { get; init; } = Secrets.None;

    /// <summary>Models that the settings name.</summary>
    internal IReadOnlyList<string> Models { get; init; } = [];

    public override string ToString() => $"{Id}: {Words}";
}

/// <summary>A model that a provider serves, and whether it can be called.</summary>
/// <param name="Model">What the catalogue knows of it; null where it knows nothing.</param>
/// <param name="Offer">The offer whose price holds; null where none is known.</param>
public sealed record CallableModel(Assay.Calls.ModelRef Ref, ProviderRoute Route, Model? Model, Offer? Offer)
{
    public bool IsCallable => Route.Readiness is Readiness.Callable;
}
