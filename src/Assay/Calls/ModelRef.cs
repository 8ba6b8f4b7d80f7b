using System.Diagnostics.CodeAnalysis;

namespace Assay.Calls;

/// <summary>A model as a provider serves it: <c>provider/model</c>, where the provider's own id may hold further slashes.</summary>
/// <param name="Provider">Id of a provider of the catalogue or of the settings, such as <c>openrouter</c>.</param>
/// <param name="Model">The id that the provider expects, such as <c>google/gemma-3-12b-it</c>; case is kept.</param>
public sealed record ModelRef(string Provider, string Model)
{
    /// <summary>The provider whose models run on this machine and need no key.</summary>
    public const string Local = "local";

    public bool IsLocal => Provider == Local;

    /// <summary>Splits at the first slash. False where either side would be empty or holds control characters.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out ModelRef? model)
    {
        model = null;
        var slash = text?.IndexOf('/', StringComparison.Ordinal) ?? -1;
        if (slash <= 0 || slash == text!.Length - 1 || text.Any(char.IsControl)) return false;
        model = new(text[..slash], text[(slash + 1)..]);
        return true;
    }

    public override string ToString() => $"{Provider}/{Model}";
}
