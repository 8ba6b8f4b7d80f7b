using System.Globalization;
using System.Text.Json;
using Assay.Catalog;
using Assay.Comparison;
using Assay.Host.Catalog;
using Assay.Host.Comparison;
using Assay.Host.Web;
using Assay.Units;

namespace Assay.Host.Mcp;

/// <summary>
/// The arguments of one call, read strictly: what a tool does not know is named, for a misspelt argument that is passed over gives the answer to another
/// question. A number may stand where a text is asked for, and the other way round, since models write both.
/// </summary>
public sealed class ToolArguments
{
    internal const string Brief = "brief", Full = "full";

    private readonly IReadOnlyDictionary<string, JsonElement> given;
    private readonly IReadOnlyDictionary<string, ToolParameter> declared;
    private readonly List<string> problems = [];

    public ToolArguments(IMcpTool tool, IEnumerable<KeyValuePair<string, JsonElement>>? arguments)
    {
        given = (arguments ?? []).Where(a => a.Value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined)).ToDictionary(StringComparer.Ordinal);
        declared = tool.Parameters.ToDictionary(p => p.Name, StringComparer.Ordinal);
        foreach (var name in given.Keys.Where(n => !declared.ContainsKey(n)))
        {
            var near = declared.Keys.Where(k => NearestNames.Distance(k, name) <= 3).MinBy(k => NearestNames.Distance(k, name));
            problems.Add($"'{Visible.Line(name, 60)}' is not an argument of {tool.Name}{(near is null ? "" : $", perhaps '{near}'")}. Allowed: {string.Join(", ", declared.Keys)}.");
        }
        foreach (var parameter in tool.Parameters.Where(p => p.Required && !given.ContainsKey(p.Name)))
            problems.Add($"'{parameter.Name}' is missing. {parameter.Description}");
    }

    /// <summary>What could not be read so far.</summary>
    public IReadOnlyList<string> Problems => problems;

    internal void Add(IEnumerable<string> faults) => problems.AddRange(faults);

    /// <summary>Null where it is left out or empty.</summary>
    public string? Text(string name)
    {
        if (!given.TryGetValue(name, out var value)) return null;
        var text = value.ValueKind switch { JsonValueKind.String => value.GetString(), JsonValueKind.Number => value.GetRawText(), JsonValueKind.True => "true", JsonValueKind.False => "false", _ => null };
        if (text is null) Wrong(name, value, "a text");
        else if (declared[name].Allowed is { Count: > 0 } allowed && text.Length > 0 && !allowed.Contains(text, StringComparer.Ordinal)) Wrong(name, value, Words.List([.. allowed], "or"));
        return string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }

    /// <summary>Empty where it is left out. A text with commas is a list too.</summary>
    public IReadOnlyList<string> Texts(string name)
    {
        if (!given.TryGetValue(name, out var value)) return [];
        if (value.ValueKind is JsonValueKind.String) return value.GetString()!.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (value.ValueKind is JsonValueKind.Array && value.EnumerateArray().All(v => v.ValueKind is JsonValueKind.String)) return [.. value.EnumerateArray().Select(v => v.GetString()!.Trim()).Where(v => v.Length > 0)];
        Wrong(name, value, "a list of texts");
        return [];
    }

    public int? Whole(string name)
    {
        var parameter = declared[name];
        if (Text(name) is not { } text) return parameter.Default is { } usual ? int.Parse(usual, CultureInfo.InvariantCulture) : null;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= (parameter.Least ?? int.MinValue) && number <= (parameter.Most ?? int.MaxValue)) return number;
        Wrong(name, given[name], parameter is { Least: { } least, Most: { } most } ? $"a whole number from {Format.Exact(least)} to {Format.Exact(most)}" : parameter.Least is { } from ? $"a whole number from {from} on" : "a whole number");
        return null;
    }

    public decimal? Number(string name)
    {
        if (Text(name) is not { } text) return null;
        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return number;
        Wrong(name, given[name], "a number");
        return null;
    }

    public bool YesNo(string name)
    {
        if (Text(name) is not { } text) return false;
        if (text is "true" or "false" or "1" or "0") return text is "true" or "1";
        Wrong(name, given[name], "true or false");
        return false;
    }

    public bool IsFull => Text("detail") is Full;

    /// <summary>Whether everything is asked for, and from where on; a cursor without it is noted as a problem.</summary>
    public (bool Whole, string? Cursor) Detail()
    {
        var (whole, cursor) = (IsFull, Text("cursor"));
        if (cursor is not null && !whole) problems.Add("cursor leads through the pages of detail=full: give that too, or leave the cursor out.");
        return (whole, cursor);
    }

    /// <summary>What is sent in a month, as typed.</summary>
    public ComparisonQuery TypedTraffic => new()
    {
        Input = Text("input_tokens"), Output = Text("output_tokens"), Requests = Text("requests"), Cached = Text("cached"), Batch = Text("batch"), Images = Text("images_per_request"),
    };

    /// <summary>What is sent in a month; what cannot be read is noted, and the default in its place.</summary>
    public TrafficProfile Traffic()
    {
        var (traffic, faults) = TypedTraffic.ReadTraffic();
        problems.AddRange(faults);
        return traffic;
    }

    /// <summary>The day asked for; the problem is noted.</summary>
    public AskedDay Day(McpCatalog catalog)
    {
        var asked = catalog.On(Text("as_of"));
        if (asked.Problem is { } problem) problems.Add($"as_of: {problem}");
        return asked;
    }

    /// <summary>The model that a name means on a day; null with the problem noted.</summary>
    public Model? Model(AskedDay asked, string name)
    {
        switch (asked.Catalog.Find(name))
        {
            case NameLookup.Found found: return found.Model;
            case NameLookup.NotFound when asked.IsPast && asked.Live.Current.Find(name) is NameLookup.Found: problems.Add(ComparisonQuery.NotKnownBy(name, asked.Text!)); break;
            case var other: problems.Add(Web.Problems.Sentence(Visible.Line(name, 200), other)); break;
        }
        return null;
    }

    private void Wrong(string name, JsonElement value, string allowed) => problems.Add($"{name} {Visible.Line(value.GetRawText(), 60)} is not {allowed}. {declared[name].Description}");
}
