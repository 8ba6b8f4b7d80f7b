using Assay.Host.Catalog;

namespace Assay.Host.Mcp;

/// <summary>The catalogue as the tools ask for it.</summary>
/// <param name="live">Where it comes from.</param>
/// <param name="standing">The day of calls that name none, as typed; null for today.</param>
public sealed class McpCatalog(LiveCatalog live, string? standing = null)
{
    /// <param name="text">A day, month or year; null for the day of the server.</param>
    public AskedDay On(string? text) => AskedDay.Read(text ?? standing, live);
}
