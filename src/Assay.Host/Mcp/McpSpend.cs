using Assay.Adapters.Calls;
using Assay.Adapters.Settings;

namespace Assay.Host.Mcp;

/// <summary>
/// What clients may have the server spend on calls of models, from its start to its end: one cap over all of them, as the settings have it at the moment.
/// Thread-safe.
/// </summary>
public sealed class McpSpend(SettingsLocation location)
{
    private readonly KeptSettings settings = new(location);
    private readonly Lock gate = new();
    private SpendCap? cap;

    /// <exception cref="SettingsException">The settings cannot be read.</exception>
    public McpSettings Settings => settings.Read().Mcp;

    /// <summary>The cap; what was spent under an earlier one counts.</summary>
    public SpendCap Cap
    {
        get
        {
            var usd = Settings.MaxCost;
            lock (gate) return cap?.Usd == usd ? cap : cap = new(usd, cap?.Spent ?? 0);
        }
    }
}
