using Assay.Host.Catalog;

namespace Assay.Host.Mcp;

/// <summary>What the MCP server is made of. Nothing is opened or loaded before it is asked for.</summary>
public static class McpParts
{
    /// <summary>Every tool of the program.</summary>
    public static IReadOnlyList<Type> Tools { get; } =
        [.. typeof(IMcpTool).Assembly.GetTypes().Where(t => t is { IsAbstract: false, IsInterface: false } && t.IsAssignableTo(typeof(IMcpTool))).OrderBy(t => t.FullName, StringComparer.Ordinal)];

    /// <param name="services">With the parts of the catalogue, the playground and the evals.</param>
    /// <param name="day">Of calls that name none; null for today.</param>
    public static void Add(IServiceCollection services, string? day = null)
    {
        services.AddSingleton(s => new McpCatalog(s.GetRequiredService<LiveCatalog>(), day)).AddSingleton<McpResources>().AddSingleton<McpNames>().AddSingleton<McpSpend>().AddSingleton<McpDoor>();
        foreach (var tool in Tools) services.AddSingleton(typeof(IMcpTool), tool);
    }
}
