namespace Assay.Vision.Replies;

/// <summary>Walks a value and collects every box in it, with the label and the score that stand beside it.</summary>
internal sealed class BoxFinder(string text, RawBoxes found)
{
    private static readonly string[] BoxKeys =
        ["box2d", "bbox2d", "bbox", "box", "boundingbox", "boxes", "bboxes", "boundingboxes", "bboxes2d", "boxes2d", "bndbox", "rect", "rectangle", "coordinates", "coords", "boxcoordinates", "boundingpoly", "polygon", "quad", "roi", "region", "location", "position", "points"];

    /// <summary>Keys that may as well hold words or points: what is no box under them is not refused, only not a box.</summary>
    private static readonly string[] WeakKeys = ["coordinates", "coords", "polygon", "region", "location", "position", "points", "roi"];

    private static readonly string[] ContainerKeys =
        ["objects", "detections", "boxes", "bboxes", "boundingboxes", "items", "results", "result", "predictions", "annotations", "instances", "data", "output", "response", "answer", "list", "found", "elements", "detectedobjects", "entities", "regions", "image"];

    public static readonly string[] LabelKeys = ["label", "name", "class", "object", "category", "textcontent", "classname", "labelname", "objectname", "text", "description", "item", "title", "type", "caption"];

    public static readonly string[] ScoreKeys = ["score", "confidence", "probability", "conf", "prob", "confidencescore", "certainty"];

    /// <summary>Whether a normal key names a box: such a word before a bare list is no label.</summary>
    public static bool IsBoxKey(string key) => BoxKeys.Contains(key) || ContainerKeys.Contains(key);

    public void Walk(ReplyValue value)
    {
        if (value.Value is LooseValue.List { Items.Count: 0, Whole: true }) found.EmptyList |= value.Alone;
        var key = LooseValue.NormalKey(value.Before);
        if (key.StartsWith("box2d", StringComparison.Ordinal)) Suggest("box2d");
        Walk(value.Value, IsBoxKey(key) ? "" : value.Before, value);
    }

    private void Walk(LooseValue value, string label, ReplyValue root)
    {
        if (value is LooseValue.List list) WalkList(list, label, root);
        if (value is LooseValue.Map map) WalkMap(map, label, root);
        // A number at the very end of the text may have lost digits: the whole value is then in doubt.
        if (!value.Whole) found.Cut = true;
    }

    private void WalkList(LooseValue.List list, string label, ReplyValue root)
    {
        if (list.Whole && (BoxForms.Four(list) ?? Pair(list)) is { } numbers)
        {
            found.Add(new(label, null, numbers, Quote(list, root)));
            return;
        }
        if (list.Whole && Tuple(list) is { } tuple)
        {
            found.Add(tuple);
            return;
        }
        var boxes = list.Items.Any(i => i is LooseValue.List inner && BoxForms.Four(inner) is not null);
        foreach (var item in list.Items)
        {
            if (boxes && item is LooseValue.List { Whole: true } odd && odd.Items.Count > 0 && odd.Items.All(i => BoxForms.Number(i) is not null) && BoxForms.Four(odd) is null) Refuse(label, null, odd);
            else Walk(item, label, root);
        }
    }

    /// <summary>Two points in a list of their own: <c>(x0, y0), (x1, y1)</c>.</summary>
    private static BoxNumbers? Pair(LooseValue.List list) =>
        list.Items is [LooseValue.List { Items.Count: 2 }, LooseValue.List { Items.Count: 2 }] ? BoxForms.One(list) : null;

    /// <summary><c>["dog", 1, 2, 3, 4]</c> or <c>[1, 2, 3, 4, "dog"]</c>, or the four in a list of their own; a fifth number could be a score or a side and is refused.</summary>
    private static RawBox? Tuple(LooseValue.List list)
    {
        var words = list.Items.OfType<LooseValue.Text>().Where(t => BoxForms.Number(t) is null).ToArray();
        if (words.Length != 1) return null;
        var inner = list.Items.OfType<LooseValue.List>().ToArray();
        var rest = list.Items.Where(i => i is LooseValue.Number).ToArray();
        if (inner.Length == 1 && list.Items.Count <= 3 && BoxForms.Four(inner[0]) is { } four) return new(words[0].Value.Trim(), rest.Length == 1 ? rest[0] : null, four, Short(four.ToString()));
        if (inner.Length > 0 || rest.Length + 1 != list.Items.Count || rest.Length < 4) return null;
        if (rest.Length > 4) return new(words[0].Value.Trim(), null, null, Short(string.Join(", ", rest.Select(r => ((LooseValue.Number)r).Value))), $"{rest.Length} numbers where a box has four");
        var numbers = BoxForms.Four(new LooseValue.List(rest, true))!;
        return new(words[0].Value.Trim(), null, numbers, Short(numbers.ToString()));
    }

    private void WalkMap(LooseValue.Map map, string inherited, ReplyValue root)
    {
        var label = Label(map) ?? inherited;
        var score = map.Get(ScoreKeys);
        if (Parallel(map)) return;
        foreach (var (key, value) in map.Members)
        {
            var normal = LooseValue.NormalKey(key);
            if (!BoxKeys.Contains(normal)) continue;
            if (value is LooseValue.List { Items.Count: 0, Whole: true })
            {
                // No boxes of many is an answer; no box of one is a fault.
                if (ContainerKeys.Contains(normal))
                {
                    found.EmptyList = true;
                    continue;
                }
                found.Add(new(label, score, null, "[]", "no box is given"));
                return;
            }
            // A map that the end cut off may lack its label, or the last digits of its box.
            if (!map.Whole && BoxForms.One(value) is not null)
            {
                found.Cut = true;
                return;
            }
            Suggest(normal);
            if (BoxForms.One(value) is { } numbers)
            {
                found.Add(new(label, score, numbers, Quote(value, root)));
                return;
            }
            if (value is LooseValue.List several && (several.Items.Any(i => BoxForms.One(i) is not null) || several.Items.Any(i => i is LooseValue.Map)))
            {
                foreach (var item in several.Items) Walk(item, label, root);
                found.Cut |= !several.Whole;
                return;
            }
            if (!value.Whole || !map.Whole)
            {
                found.Cut = true;
                return;
            }
            if (WeakKeys.Contains(normal)) continue;
            if (value is not LooseValue.Map) Refuse(label, score, value);
            else if (BoxForms.MeansSides((LooseValue.Map)value)) found.Add(new(label, score, null, Quote(value, root), "a side is missing or no number"));
            else continue;
            return;
        }
        if (BoxForms.Named(map) is { } sides)
        {
            if (map.Whole) found.Add(new(label, score, sides, Quote(map, root)));
            else found.Cut = true;
            return;
        }
        if (map.Whole && BoxForms.MeansSides(map))
        {
            found.Add(new(label, score, null, Quote(map, root), "a side is missing or no number"));
            return;
        }
        foreach (var (key, value) in map.Members)
        {
            var normal = LooseValue.NormalKey(key);
            if (value is LooseValue.List { Items.Count: 0, Whole: true }) found.EmptyList |= ContainerKeys.Contains(normal) || Label(map) is null;
            Walk(value, IsBoxKey(normal) || value is LooseValue.Map { Members.Count: 0 } || LabelKeys.Contains(normal) ? label : key.Trim(), root);
        }
        found.Cut |= !map.Whole;
    }

    /// <summary><c>{"boxes": […], "labels": […], "scores": […]}</c>: one list for each, in step.</summary>
    private bool Parallel(LooseValue.Map map)
    {
        if (map.Get("boxes", "bboxes", "boundingboxes") is not LooseValue.List boxes || boxes.Items.Count == 0 || !boxes.Items.All(b => BoxForms.One(b) is not null || b is LooseValue.List { Whole: false })) return false;
        if (map.Get("labels", "classes", "names", "categories", "bboxeslabels") is not LooseValue.List labels) return false;
        var scores = map.Get("scores", "confidences", "probabilities") as LooseValue.List;
        for (var i = 0; i < boxes.Items.Count; i++)
        {
            if (BoxForms.One(boxes.Items[i]) is not { } numbers || !boxes.Items[i].Whole) continue;
            found.Add(new(i < labels.Items.Count ? Words(labels.Items[i]) ?? "" : "", scores is not null && i < scores.Items.Count ? scores.Items[i] : null, numbers, Short(numbers.ToString())));
        }
        found.Cut |= !map.Whole || !boxes.Whole;
        return true;
    }

    private void Refuse(string label, LooseValue? score, LooseValue value) =>
        found.Add(new(label, score, null, value is LooseValue.List list ? Short("[" + string.Join(", ", list.Items.Select(i => i is LooseValue.Number n ? Format(n.Value) : Words(i) ?? "…")) + "]") : Short(value is LooseValue.Word word ? word.Value : Words(value) ?? "…"),
            value switch
            {
                LooseValue.List { Items: var items } when items.All(i => BoxForms.Number(i) is not null) => $"{items.Count} numbers where a box has four",
                LooseValue.Word => "no box is given",
                _ => "not four numbers",
            }));

    private void Suggest(string key)
    {
        if (key == "box2d") found.Hint ??= (BoxFrames.ThousandthsYFirst, "the key box_2d is Gemini's, which writes");
    }

    private static string? Label(LooseValue.Map map)
    {
        foreach (var key in LabelKeys)
        {
            if (map.Get(key) is { Whole: true } value && Words(value) is { } words) return words;
        }
        return null;
    }

    private static string? Words(LooseValue value) => value switch
    {
        LooseValue.Text text => text.Value.Trim(),
        LooseValue.Number number => Format(number.Value),
        _ => null,
    };

    private static string Format(double number) => number.ToString("0.######", System.Globalization.CultureInfo.InvariantCulture);

    private string Quote(LooseValue value, ReplyValue root) => value is LooseValue.Text written ? Short(written.Value) : BoxForms.One(value) is { } numbers ? Short(numbers.ToString()) : Short(text[root.Start..Math.Min(text.Length, Math.Min(root.End, root.Start + 100))]);

    public static string Short(string text) => text.Length <= 80 ? text : text[..79] + "…";
}
