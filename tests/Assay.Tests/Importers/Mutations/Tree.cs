using System.Text;
using System.Text.Json;

namespace Assay.Tests.Importers.Mutations;

/// <summary>JSON as it is printed: keys may stand twice, and a leaf may be any text, such as NaN.</summary>
internal sealed class Tree
{
    private Tree(char kind, string raw) => (Kind, Raw) = (kind, raw);

    /// <summary><c>{</c>, <c>[</c>, or a blank for a leaf.</summary>
    public char Kind { get; set; }

    public string Raw { get; set; }

    /// <summary>Keys as JSON prints them, with quotes; empty in a list.</summary>
    public List<(string Key, Tree Value)> Members { get; private init; } = [];

    public static Tree Leaf(string raw) => new(' ', raw);

    public static Tree Empty(char kind) => new(kind, "");

    public static Tree Parse(byte[] bytes)
    {
        using var document = JsonDocument.Parse(bytes.AsMemory(bytes is [0xef, 0xbb, 0xbf, ..] ? 3 : 0));
        return Of(document.RootElement);
    }

    public Tree? Find(string key) => Members.FirstOrDefault(m => m.Key == Quoted(key)).Value;

    public static string Quoted(string text) => JsonSerializer.Serialize(text);

    public Tree Copy() => new(Kind, Raw) { Members = [.. Members.Select(m => (m.Key, m.Value.Copy()))] };

    /// <summary>The same object or list with some of its members, which are not copied.</summary>
    public Tree With(IEnumerable<(string Key, Tree Value)> members) => new(Kind, Raw) { Members = [.. members] };

    public IEnumerable<Tree> All() => Members.SelectMany(m => m.Value.All()).Prepend(this);

    public byte[] Bytes()
    {
        var text = new StringBuilder();
        Write(text);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private void Write(StringBuilder text)
    {
        if (Kind == ' ')
        {
            text.Append(Raw);
            return;
        }
        text.Append(Kind);
        for (var i = 0; i < Members.Count; i++)
        {
            if (i > 0) text.Append(',');
            if (Kind == '{') text.Append(Members[i].Key).Append(':');
            Members[i].Value.Write(text);
        }
        text.Append(Kind == '{' ? '}' : ']');
    }

    private static Tree Of(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => new('{', "") { Members = [.. element.EnumerateObject().Select(p => (Quoted(p.Name), Of(p.Value)))] },
        JsonValueKind.Array => new('[', "") { Members = [.. element.EnumerateArray().Select(e => ("", Of(e)))] },
        _ => Leaf(element.GetRawText()),
    };
}
