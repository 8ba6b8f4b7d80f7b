using System.Text.Json.Nodes;

namespace Assay.Host.Mcp;

/// <summary>What the value of a parameter is.</summary>
public enum ParameterKind
{
    NotDecided = 0,
    Text,
    Texts,
    Whole,
    Number,
    YesNo,
}

/// <summary>A parameter of a tool: its schema and the rule it is read by are made of this.</summary>
/// <param name="Name">snake_case, as in the API where the API has it.</param>
/// <param name="Description">What it means, with an example where that helps.</param>
public sealed record ToolParameter(string Name, ParameterKind Kind, string Description)
{
    public bool Required { get; init; }

    /// <summary>Of a number its least and greatest value, of a list its least and greatest length.</summary>
    public int? Least { get; init; }
    public int? Most { get; init; }

    /// <summary>The words it may be; empty for any.</summary>
    public IReadOnlyList<string> Allowed { get; init; } = [];

    /// <summary>What holds where it is left out; null where nothing does.</summary>
    public string? Default { get; init; }

    public static ToolParameter Model { get; } = new("model", ParameterKind.Text, "A model: its id (google/gemma-3-12b-it), a short name, an alias, or provider/model-id.") { Required = true };

    public static ToolParameter Models { get; } = new("models", ParameterKind.Texts, "Models: ids (google/gemma-3-12b-it), short names, aliases, or provider/model-id.") { Required = true, Least = 2, Most = 6 };

    public static ToolParameter AsOf { get; } = new("as_of", ParameterKind.Text, "A day, month or year, such as 2026-06-30: the answer as it would have been then, from what sources had said by that day. Default: today.");

    public static ToolParameter Detail { get; } = new("detail", ParameterKind.Text, "brief: what a decision needs, cut to size. full: everything, in pages; next_cursor leads to the next.") { Allowed = [ToolArguments.Brief, ToolArguments.Full], Default = ToolArguments.Brief };

    public static ToolParameter Cursor { get; } = new("cursor", ParameterKind.Text, "next_cursor of the page before, with otherwise the same arguments.");

    /// <summary>What is sent in a month.</summary>
    public static IReadOnlyList<ToolParameter> Traffic { get; } =
    [
        new("input_tokens", ParameterKind.Text, "Input tokens a month: 800M, 1.5B or digits.") { Default = "800M" },
        new("output_tokens", ParameterKind.Text, "Output tokens a month.") { Default = "250M" },
        new("requests", ParameterKind.Text, "Requests a month.") { Default = "1M" },
        new("cached", ParameterKind.Text, "Share of input read from a prompt cache: 0.3 or 30%.") { Default = "0" },
        new("batch", ParameterKind.Text, "Share of all tokens sent as batches: 0.5 or 50%.") { Default = "0" },
        new("images_per_request", ParameterKind.Text, "Images in a request.") { Default = "0" },
    ];

    /// <summary>How many items of a list a page holds at most.</summary>
    public static ToolParameter Limit(int usual, int most) => new("limit", ParameterKind.Whole, "How many to show at most; fewer where they do not fit.") { Least = 1, Most = most, Default = $"{usual}" };

    /// <summary>One type each: a list of types is understood by fewer clients.</summary>
    public JsonObject Schema()
    {
        var schema = new JsonObject { ["type"] = Kind switch { ParameterKind.Texts => "array", ParameterKind.Whole => "integer", ParameterKind.Number => "number", ParameterKind.YesNo => "boolean", _ => "string" }, ["description"] = Description };
        if (Kind is ParameterKind.Texts)
        {
            schema["items"] = new JsonObject { ["type"] = "string" };
            if (Least is { } fewest) schema["minItems"] = fewest;
            if (Most is { } most) schema["maxItems"] = most;
        }
        else if (Kind is ParameterKind.Whole or ParameterKind.Number)
        {
            if (Least is { } least) schema["minimum"] = least;
            if (Most is { } greatest) schema["maximum"] = greatest;
        }
        if (Allowed.Count > 0) schema["enum"] = new JsonArray([.. Allowed.Select(a => (JsonNode)a)]);
        if (Default is { } usual) schema["default"] = Kind is ParameterKind.Whole ? int.Parse(usual) : Kind is ParameterKind.YesNo ? bool.Parse(usual) : usual;
        return schema;
    }

    /// <summary>The schema of all arguments of a tool; no others are taken.</summary>
    public static JsonObject SchemaOf(IReadOnlyList<ToolParameter> parameters)
    {
        var properties = new JsonObject();
        foreach (var parameter in parameters) properties[parameter.Name] = parameter.Schema();
        var schema = new JsonObject { ["type"] = "object", ["properties"] = properties };
        if (parameters.Where(p => p.Required).Select(p => (JsonNode)p.Name).ToArray() is { Length: > 0 } required) schema["required"] = new JsonArray(required);
        schema["additionalProperties"] = false;
        return schema;
    }
}
