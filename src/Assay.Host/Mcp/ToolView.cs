using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using Assay.Host.Web;

namespace Assay.Host.Mcp;

/// <summary>How a tool shows a kind of view: which parts in brief, which in full, and the schema of both.</summary>
/// <typeparam name="T">The view that page and API show.</typeparam>
public sealed class ToolView<T>(JsonTypeInfo<T> type, string brief, string full, Action<JsonObject>? schema = null)
{
    private const int ClaimsInBrief = 1;

    private readonly Selection brief = Selection.Of(brief), full = Selection.Of(full);

    /// <summary>The schema of a result, brief or full.</summary>
    public JsonObject Output => field ??= Make();

    /// <summary>The view as a tool shows it.</summary>
    /// <param name="more">Parts that the view itself does not have.</param>
    public JsonNode Node(T view, Action<JsonObject>? more = null)
    {
        var node = JsonSerializer.SerializeToNode(view, type)!;
        more?.Invoke(node.AsObject());
        return node;
    }

    /// <summary>In brief, or the page of the whole to which the cursor leads, beside a text.</summary>
    public ToolAnswer Answer(T view, bool whole, string? cursor, string text)
    {
        string? problem = null;
        var (node, room) = (Node(view), McpCall.RoomBeside(text));
        var shown = whole ? Page(node, cursor, room, out problem) : Brief(node, room);
        return shown is null ? new ToolAnswer.Refused([problem!]) : new ToolAnswer.Found(shown, text);
    }

    private JsonObject Brief(JsonNode view, int room)
    {
        var shown = brief.From(view)!.AsObject();
        Evidence.Shorten(shown, ClaimsInBrief, brief: true);
        Fitting.Brief(shown, [.. brief.Lists], room);
        return shown;
    }

    /// <summary>One page of the whole; null with a problem where the cursor is none.</summary>
    private JsonObject? Page(JsonNode view, string? cursor, int room, out string? problem)
    {
        var shown = full.From(view)!.AsObject();
        Evidence.Shorten(shown, int.MaxValue, brief: false);
        return Fitting.Page(shown, [.. full.Lists], cursor, room, out problem);
    }

    /// <summary>A view that is itself a page of a list: as many of its items as fit.</summary>
    /// <param name="offset">Items before the first one of the view.</param>
    /// <param name="total">Items in all.</param>
    /// <param name="longest">Letters of a text.</param>
    public JsonObject Items(JsonNode view, bool whole, int offset, int total, int room, int longest = 600)
    {
        var selection = whole ? full : brief;
        var shown = selection.From(view)!.AsObject();
        Evidence.Shorten(shown, whole ? int.MaxValue : ClaimsInBrief, brief: !whole);
        Fitting.Items(shown, selection.Lists.First(), offset, total, room, longest);
        return shown;
    }

    private JsonObject Make()
    {
        // Not of the options that write it: what is written from kept bytes has no schema of its own.
        var whole = AssayJson.Default.Options.GetJsonSchemaAsNode(typeof(T), new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = NullableItems.Allow });
        whole = SchemaParts.WrittenOut(whole, whole)!;
        schema?.Invoke(whole.AsObject());
        var made = Merged(full.SchemaFrom(whole).AsObject(), brief.SchemaFrom(whole).AsObject());
        Evidence.ShortenSchema(made);
        Fitting.AddTo(made["properties"]!.AsObject());
        made["type"] = "object";
        SchemaParts.Name(made);
        return made;
    }

    /// <summary>A part that one of the two takes whole is whole.</summary>
    private static JsonObject Merged(JsonObject one, JsonObject other)
    {
        foreach (var (name, value) in other.ToArray())
        {
            if (one[name] is JsonObject mine && value is JsonObject theirs) Merged(mine, theirs);
            else if (!one.ContainsKey(name)) one[name] = value?.DeepClone();
        }
        return one;
    }
}
