using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Assay.Host.Mcp;

/// <summary>Cuts what is to be shown to the room there is, and tells what was cut.</summary>
public static class Fitting
{
    private const string Cut = "cut", Next = "next_cursor";
    private const int LongText = 1_000, MiddlingText = 300, ShortText = 120;

    /// <summary>Bytes that telling of the cuts takes at most.</summary>
    private static int Telling(int lists) => 100 + 90 * lists;

    /// <summary>Bytes on the wire.</summary>
    public static int Size(JsonNode? node) => node is null ? 4 : Encoding.UTF8.GetByteCount(node.ToJsonString());

    /// <summary>The first items of each list, fewer of the heaviest one while it is too much.</summary>
    public static void Brief(JsonObject view, IReadOnlyList<ListPath> lists, int room)
    {
        ShortenTexts(view, LongText);
        var all = lists.Select(l => (Path: l, Items: l.In(view))).Where(l => l.Items is not null).Select(l => (l.Path, Items: l.Items!, Total: l.Items!.Count)).ToArray();
        foreach (var (path, items, _) in all) Trim(items, path.Most ?? int.MaxValue);
        var most = room - Telling(lists.Count);
        // A list without a limit of its own is what the answer is about, and a sentence is not to break off: both go last.
        TrimHeaviest(view, [.. all.Where(l => l.Path.Most is not null).Select(l => l.Items)], most);
        if (Size(view) > most) ShortenTexts(view, MiddlingText);
        TrimHeaviest(view, [.. all.Select(l => l.Items)], most);
        if (Size(view) > most) Squeeze(view, most);
        Tell(view, all.Where(l => l.Items.Count < l.Total).Select(l => (l.Path, 0, l.Items.Count, l.Total)));
    }

    /// <summary>One page of everything: the lists one after the other, from where the cursor says, as many items as there is room for.</summary>
    public static JsonObject? Page(JsonObject view, IReadOnlyList<ListPath> lists, string? cursor, int room, out string? problem)
    {
        problem = null;
        ShortenTexts(view, LongText * 10);
        var all = lists.Select(l => (Path: l, Holder: l.Holder(view), Items: l.In(view))).Where(l => l.Items is not null).Select(l => (l.Path, Holder: l.Holder!, Items: l.Items!.ToArray(), l.Items!)).ToArray();
        var (list, from) = (0, 0);
        if (cursor is not null && (!TryRead(cursor, out list, out from) || list >= all.Length || from >= all[list].Items.Length))
        {
            problem = $"cursor '{Units.Visible.Line(cursor, 40)}' is none that this tool gave for these arguments: leave it out to begin.";
            return null;
        }
        foreach (var (path, holder, items, array) in all)
        {
            array.Clear();
            // An empty list says that there is nothing; one that is not on this page says nothing.
            if (items.Length > 0 || cursor is not null) holder.Remove(path.Names[^1]);
        }
        if (cursor is not null) KeepNames(view, lists);
        // What stands once must leave room for what comes in lists.
        if (Size(view) > room / 2)
        {
            FewerClaims(view, 1);
            ShortenTexts(view, Size(view) > room / 2 ? ShortText : LongText);
        }
        var left = room - Telling(lists.Count) - Size(view);
        var told = new List<(ListPath, int, int, int)>();
        var any = false;
        for (var i = list; i < all.Length; i++)
        {
            var (path, holder, items, array) = all[i];
            if (items.Length == 0) continue;
            var first = i == list ? from : 0;
            var at = first;
            while (at < items.Length && TryPut(array, items[at]!, ref left, ref any)) at++;
            if (at > first) holder[path.Names[^1]] = array;
            if (first > 0 || at < items.Length) told.Add((path, first, at - first, items.Length));
            if (at == items.Length) continue;
            view[Next] = $"{i}.{at}";
            told.AddRange(all.Skip(i + 1).Where(l => l.Items.Length > 0).Select(l => (l.Path, 0, 0, l.Items.Length)));
            break;
        }
        Tell(view, told);
        return view;
    }

    /// <summary>As many items of the one list as fit.</summary>
    /// <param name="longest">Letters of a text.</param>
    public static void Items(JsonObject view, ListPath path, int offset, int total, int room, int longest = LongText)
    {
        ShortenTexts(view, longest);
        var array = path.In(view)!;
        var items = array.ToArray();
        array.Clear();
        var (left, any, at) = (room - Telling(1) - Size(view), false, 0);
        while (at < items.Length && TryPut(array, items[at]!, ref left, ref any)) at++;
        if (offset + at < total) view[Next] = $"0.{offset + at}";
        if (offset > 0 || offset + at < total) Tell(view, [(path, offset, at, total)]);
    }

    public static bool TryRead(string cursor, out int list, out int from)
    {
        (list, from) = (0, 0);
        return cursor.Split('.') is [var first, var second] && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out list) && int.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out from);
    }

    /// <summary>The schema of what is told of cuts.</summary>
    public static void AddTo(JsonObject properties)
    {
        JsonObject Of(string type) => new() { ["type"] = type };
        properties[Cut] = new JsonObject
        {
            ["type"] = "array", ["description"] = "Lists of which not all is shown.",
            ["items"] = new JsonObject { ["type"] = "object", ["properties"] = new JsonObject { ["list"] = Of("string"), ["from"] = Of("integer"), ["shown"] = Of("integer"), ["total"] = Of("integer") }, ["required"] = new JsonArray("list", "from", "shown", "total") },
        };
        properties[Next] = new JsonObject { ["type"] = "string", ["description"] = "The argument cursor for the next page; absent on the last." };
    }

    private static void Tell(JsonObject view, IEnumerable<(ListPath Path, int From, int Shown, int Total)> cuts)
    {
        JsonNode[] told = [.. cuts.Select(c => (JsonNode)new JsonObject { ["list"] = c.Path.ToString(), ["from"] = c.From, ["shown"] = c.Shown, ["total"] = c.Total })];
        if (told.Length > 0) view[Cut] = new JsonArray(told);
    }

    /// <summary>False where there is no room. The first item of a page goes in whatever its size, cut down as far as need be.</summary>
    private static bool TryPut(JsonArray array, JsonNode item, ref int left, ref bool any)
    {
        var size = Size(item) + 1;
        if (size > left)
        {
            if (any) return false;
            Squeeze(item, left);
            size = Size(item) + 1;
        }
        array.Add(item);
        left -= size;
        any = true;
        return true;
    }

    /// <summary>Claims go first, then long texts, then the heaviest parts.</summary>
    private static void Squeeze(JsonNode item, int room)
    {
        foreach (var claims in (int[])[3, 1])
            if (Size(item) > room) FewerClaims(item, claims);
        if (Size(item) > room) ShortenTexts(item, ShortText);
        while (Size(item) > room && item is JsonObject parts && parts.Where(p => p.Value is JsonObject or JsonArray && p.Key != Cut).OrderByDescending(p => Size(p.Value)).FirstOrDefault() is { Key: { } heaviest }) parts.Remove(heaviest);
    }

    private static void FewerClaims(JsonNode? node, int most)
    {
        if (node is JsonArray items)
            foreach (var item in items) FewerClaims(item, most);
        if (node is not JsonObject thing) return;
        if (thing["claims"] is JsonArray { Count: var count } claims && count > most)
        {
            thing["more_claims"] = count - most + (thing["more_claims"]?.GetValue<int>() ?? 0);
            Trim(claims, most);
        }
        foreach (var (_, value) in thing.ToArray()) FewerClaims(value, most);
    }

    /// <summary>Of a later page: no more than what names the thing.</summary>
    private static void KeepNames(JsonObject view, IReadOnlyList<ListPath> lists)
    {
        foreach (var (name, value) in view.ToArray())
        {
            if (value is JsonObject part && lists.Any(l => l.Names.Count > 1 && l.Names[0] == name))
            {
                foreach (var (inner, under) in part.ToArray())
                    if (inner is not ("id" or "name" or "as_of") && under is not null && !lists.Any(l => l.Names.Count > 2 && l.Names[0] == name && l.Names[1] == inner)) part.Remove(inner);
            }
            else if (value is JsonObject or JsonArray) view.Remove(name);
        }
    }

    private static void TrimHeaviest(JsonObject view, JsonArray[] lists, int room)
    {
        while (Size(view) > room && lists.Where(l => l.Count > 0).MaxBy(l => Size(l)) is { } heaviest) Trim(heaviest, heaviest.Count / 2);
    }

    private static void Trim(JsonArray items, int most)
    {
        while (items.Count > most) items.RemoveAt(items.Count - 1);
    }

    private static void ShortenTexts(JsonNode? node, int longest)
    {
        if (node is JsonArray items)
        {
            for (var i = 0; i < items.Count; i++)
                if (TooLong(items[i], longest) is { } shorter) items[i] = shorter;
                else ShortenTexts(items[i], longest);
        }
        if (node is not JsonObject thing) return;
        foreach (var (name, value) in thing.ToArray())
            if (TooLong(value, longest) is { } shorter) thing[name] = shorter;
            else ShortenTexts(value, longest);
    }

    /// <summary>The text cut, and never through a letter of two halves; null where it is short enough.</summary>
    private static string? TooLong(JsonNode? node, int longest)
    {
        if (node is not JsonValue value || !value.TryGetValue<string>(out var text) || text.Length <= longest) return null;
        return text[..(char.IsHighSurrogate(text[longest - 2]) ? longest - 2 : longest - 1)] + "…";
    }
}
