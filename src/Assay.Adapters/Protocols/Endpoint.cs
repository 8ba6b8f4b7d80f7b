namespace Assay.Adapters.Protocols;

/// <summary>Where and how a provider is reached. The key never leaves this object but in the header of a request.</summary>
/// <param name="Provider">Id of the provider.</param>
/// <param name="Protocol">Id of an <see cref="IProtocol"/>.</param>
/// <param name="Base">Base address, ending in no particular way; null for local engines.</param>
public sealed record Endpoint(string Provider, string Protocol, Uri? Base)
{
    /// <summary>Secret; null where the provider needs none.</summary>
    public string? Key { get; init; }

    /// <summary>Name of the environment variable that <see cref="Key"/> was read from, for messages; null where there is none.</summary>
    public string? KeyVariable { get; init; }

    /// <summary>Further headers, such as a version a provider asks for.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Without the key, so that no log or message can show it.</summary>
    public override string ToString() => $"{Provider} ({Protocol}, {Base})";
}
