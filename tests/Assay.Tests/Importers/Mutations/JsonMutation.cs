namespace Assay.Tests.Importers.Mutations;

/// <summary>Damages one place of a JSON tree.</summary>
internal static class JsonMutation
{
    public static string Of(Tree under, Chance chance)
    {
        var nodes = under.All().ToArray();
        var node = chance.Of(nodes);
        if (node.Kind == ' ' || chance.One(4)) return Replace(node, chance);
        if (node.Members.Count == 0) return Add(node, chance);
        var i = chance.Below(node.Members.Count);
        var (key, value) = node.Members[i];
        switch (chance.Below(node.Kind == '{' ? 7 : 3))
        {
            case 0:
                node.Members.RemoveAt(i);
                return $"{key}[{i}] taken away";
            case 1:
                node.Members.Insert(chance.Below(node.Members.Count + 1), (key, chance.One(2) ? value.Copy() : Tree.Leaf(chance.Of(Hostile.Tokens))));
                return $"{key}[{i}] doubled";
            case 2: return Add(node, chance);
            case 3 or 4:
                var name = chance.One(40) ? new string('k', 10_000_000) : chance.Of(Hostile.Texts);
                node.Members[i] = (Tree.Quoted(name), value);
                return $"{key} renamed to {Shown(name)}";
            case 5:
                node.Kind = '[';
                return "a list in place of the object";
            default:
                node.Members[i] = (key, Tree.Empty('[').With([("", value)]));
                return $"{key} put into a list";
        }
    }

    private static string Replace(Tree node, Chance chance)
    {
        var token = chance.Below(160) switch
        {
            0 => Hostile.Deep(100_000, "[", "]"),
            1 => Hostile.Deep(100_000, "{\"a\":", "}"),
            2 => $"\"{new string('z', 10_000_000)}\"",
            3 => new string('9', 1_000_000),
            4 => "[" + string.Join(',', Enumerable.Repeat("0", 200_000)) + "]",
            5 => "{" + string.Join(',', Enumerable.Range(0, 100_000).Select(k => $"\"k{k}\":{k}")) + "}",
            _ => chance.Of(Hostile.Tokens),
        };
        var before = node.Kind == ' ' ? node.Raw : node.Kind.ToString();
        (node.Kind, node.Raw) = (' ', token);
        node.Members.Clear();
        return $"{Shown(before)} replaced by {Shown(token)}";
    }

    private static string Add(Tree node, Chance chance)
    {
        var (name, token) = (chance.Of(Hostile.Texts), chance.Of(Hostile.Tokens));
        node.Members.Insert(chance.Below(node.Members.Count + 1), (Tree.Quoted(name), Tree.Leaf(token)));
        return $"{Shown(name)}: {Shown(token)} added";
    }

    private static string Shown(string text) => text.Length > 60 ? $"{text[..60]}… ({text.Length})" : text;
}
