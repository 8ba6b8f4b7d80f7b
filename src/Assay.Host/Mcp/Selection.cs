using System.Text.Json.Nodes;

namespace Assay.Host.Mcp;

/// <summary>
/// Which parts of a view a tool shows, under the names that the view's JSON has: <c>id,cost(usd_per_month),offers[5](id,prices)</c>. A name alone takes all that
/// is beneath it, parentheses some of it; <c>[5]</c> is for a list, the first five, and <c>[]</c> for one that may be cut but has no limit of its own. Immutable.
/// </summary>
public sealed class Selection
{
    private readonly IReadOnlyList<Part> parts;

    private Selection(IReadOnlyList<Part> parts) => this.parts = parts;

    /// <param name="Most">Items at most; null for all.</param>
    /// <param name="IsList">Whether it is a list that may be cut.</param>
    private sealed record Part(string Name, bool IsList, int? Most, Selection? Under);

    public static Selection Of(string text)
    {
        var at = 0;
        var made = Read(text, ref at);
        return at == text.Length ? made : throw new ArgumentException($"The selection breaks off at {at}: '{text}'.", nameof(text));
    }

    private static Selection Read(string text, ref int at)
    {
        var read = new List<Part>();
        while (true)
        {
            var start = at;
            while (at < text.Length && text[at] is '_' or (>= 'a' and <= 'z') or (>= '0' and <= '9')) at++;
            var name = text[start..at];
            if (name.Length == 0) throw new ArgumentException($"A name is missing at {at}: '{text}'.", nameof(text));
            var (isList, most) = (false, (int?)null);
            if (at < text.Length && text[at] == '[')
            {
                var end = text.IndexOf(']', at);
                (isList, most) = (true, end == at + 1 ? null : int.Parse(text.AsSpan(at + 1, end - at - 1)));
                at = end + 1;
            }
            Selection? under = null;
            if (at < text.Length && text[at] == '(')
            {
                at++;
                under = Read(text, ref at);
                at++;
            }
            read.Add(new(name, isList, most, under));
            if (at >= text.Length || text[at] != ',') return new(read);
            at++;
        }
    }

    /// <summary>The lists that may be cut, as paths, in their order.</summary>
    public IEnumerable<ListPath> Lists => parts.SelectMany(p => p.IsList ? [new ListPath([p.Name], p.Most)] : p.Under?.Lists.Select(l => new ListPath([p.Name, .. l.Names], l.Most)) ?? []);

    /// <summary>The selected parts; lists are whole. What is an item of a list is selected from as its list says.</summary>
    public JsonNode? From(JsonNode? node) => node switch
    {
        JsonArray items => new JsonArray([.. items.Select(From)]),
        JsonObject from => Object(from),
        _ => node?.DeepClone(),
    };

    private JsonObject Object(JsonObject from)
    {
        var made = new JsonObject();
        foreach (var part in parts)
            if (from.TryGetPropertyValue(part.Name, out var value)) made[part.Name] = part.Under is null ? value?.DeepClone() : part.Under.From(value);
        return made;
    }

    /// <summary>The schema of what <see cref="From"/> gives, of the schema of the view, which holds no references.</summary>
    public JsonNode SchemaFrom(JsonNode schema)
    {
        if (schema["items"] is { } items) return With(schema, "items", SchemaFrom(items));
        var properties = new JsonObject();
        foreach (var part in parts)
        {
            var under = schema["properties"]?[part.Name] ?? throw new InvalidOperationException($"The view has no '{part.Name}': the selection names what is not there.");
            properties[part.Name] = part.Under is null ? under.DeepClone() : part.Under.SchemaFrom(under);
        }
        return With(schema, "properties", properties);
    }

    private static JsonObject With(JsonNode schema, string name, JsonNode value)
    {
        var made = new JsonObject { ["type"] = schema["type"]?.DeepClone() };
        made[name] = value;
        return made;
    }
}

/// <summary>Where a list stands in a view.</summary>
/// <param name="Most">Items shown at most; null where nothing but the size of a result limits them.</param>
public sealed record ListPath(IReadOnlyList<string> Names, int? Most)
{
    public override string ToString() => string.Join('.', Names);

    /// <summary>The list; null where the view has none.</summary>
    public JsonArray? In(JsonObject view) => Holder(view)?[Names[^1]] as JsonArray;

    /// <summary>What the list is a part of; null where there is no such thing.</summary>
    public JsonObject? Holder(JsonObject view) => Names.SkipLast(1).Aggregate((JsonObject?)view, (node, name) => node?[name] as JsonObject);
}
