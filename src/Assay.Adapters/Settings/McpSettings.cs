using System.Globalization;
using Assay.Adapters.Importers.Curated;

namespace Assay.Adapters.Settings;

/// <summary>The settings under <c>mcp</c>: what clients of the MCP server may have done in the user's name.</summary>
public sealed record McpSettings
{
    private const decimal Least = 0, Most = 10_000;

    /// <summary>Whether prompts may be put to models, which may cost money; by default not.</summary>
    public bool RunPrompt { get; init; }

    /// <summary>US dollars that all those calls together may cost from the start of the server on.</summary>
    public decimal MaxCost { get; init; } = 1;

    internal static McpSettings Read(YamlNode? node, Action<int, string> fault)
    {
        var settings = new McpSettings();
        if (node is null) return settings;
        if (node is not YamlNode.Map map)
        {
            fault(node.Line, $"'mcp' is {node.Shape}; write a map: {{ run_prompt: true, max_cost_usd: 1 }}");
            return settings;
        }
        foreach (var entry in map.Entries)
        {
            switch (entry.Key)
            {
                case "run_prompt": settings = settings with { RunPrompt = YesNo(entry, fault) }; break;
                case "max_cost_usd": settings = settings with { MaxCost = Money(entry, settings.MaxCost, fault) }; break;
                default: fault(entry.Line, $"unknown key '{entry.Key}'; allowed: run_prompt, max_cost_usd"); break;
            }
        }
        return settings;
    }

    private static bool YesNo(YamlNode.Entry entry, Action<int, string> fault)
    {
        if (entry.Value is YamlNode.Text { Value: "true" or "false" } text) return text.Value == "true";
        fault(entry.Value.Line, $"'{entry.Key}' is {entry.Value.Shape}; write true or false");
        return false;
    }

    private static decimal Money(YamlNode.Entry entry, decimal usual, Action<int, string> fault)
    {
        if (entry.Value is YamlNode.Text { Value: var text } && decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var usd) && usd is >= Least and <= Most) return usd;
        fault(entry.Value.Line, $"'{entry.Key}' is {entry.Value.Shape}; write US dollars from 0 to 10000, such as 0.50");
        return usual;
    }
}
