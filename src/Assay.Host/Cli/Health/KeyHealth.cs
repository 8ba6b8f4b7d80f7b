using Assay.Adapters.Calls;

namespace Assay.Host.Cli.Health;

/// <summary>Keys that were meant to be there and are not. Values are never told.</summary>
internal static class KeyHealth
{
    /// <param name="routes">Of all providers.</param>
    /// <param name="variable">The value of a variable; null where it is not set.</param>
    public static (IReadOnlyList<DoctorCheck> Checks, IReadOnlyList<string> Notes) Of(IReadOnlyList<ProviderRoute> routes, Func<string, string?> variable)
    {
        var lacking = routes.Where(r => r is { Readiness: Readiness.NeedsKey, Variable: not null }).ToArray();
        return (
            // Whoever declares a provider wants to call it.
            [.. lacking.Where(r => r.Declared).Select(r => new DoctorCheck($"key of {r.Id}", false, $"assay.yaml names {r.Variable} for {r.Id}: {State(variable(r.Variable!))}", $"Set {r.Variable} to the key, or take {r.Id} out of assay.yaml."))],
            [.. lacking.Where(r => !r.Declared && variable(r.Variable!) is not null).Select(r => $"{r.Variable}, the key of {r.Id}: {State(variable(r.Variable!))}, so its models cannot be called.")]);
    }

    private static string State(string? value) => value switch
    {
        null => "it is not set",
        _ when value.Trim().Length == 0 => "it is set but empty",
        _ => "it holds blanks or characters that no key has",
    };
}
