using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Assay.Adapters.Importers.Curated;

/// <summary>
/// A YAML document as text, lists and maps with line numbers, and nothing more: no tags, no anchors, no guessing of types, so that
/// <c>no</c> is two letters until a key says what it should be.
/// </summary>
internal abstract record YamlNode(int Line)
{
    public sealed record Text(int Line, string Value) : YamlNode(Line);

    public sealed record List(int Line, IReadOnlyList<YamlNode> Items) : YamlNode(Line);

    public sealed record Map(int Line, IReadOnlyList<Entry> Entries) : YamlNode(Line)
    {
        public YamlNode? Find(string key)
        {
            foreach (var entry in Entries)
                if (entry.Key == key) return entry.Value;
            return null;
        }
    }

    /// <summary>A key and its value.</summary>
    [System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
    public readonly record struct Entry(int Line, string Key, YamlNode Value);

    /// <summary>In words, for messages.</summary>
    public string Shape => this switch
    {
        Text { Value: "" } => "nothing",
        Text text => $"'{text.Value}'",
        List => "a list",
        _ => "a map",
    };

    /// <summary>Reads a file of one document that is a map.</summary>
    /// <param name="bytes">UTF-8.</param>
    /// <param name="faults">Takes doubled keys and syntax errors, with the line.</param>
    /// <param name="content">What a file has to hold, for messages.</param>
    /// <returns>Null when there is a syntax error.</returns>
    public static Map? Read(byte[] bytes, Action<int, string> faults, string content = "name and sources")
    {
        using var reader = new StreamReader(new MemoryStream(bytes), new System.Text.UTF8Encoding(false, throwOnInvalidBytes: true));
        var parser = new Parser(reader);
        try
        {
            parser.Consume<StreamStart>();
            if (!parser.TryConsume<DocumentStart>(out _))
            {
                faults(1, $"the file is empty; write at least {content}");
                return null;
            }
            var root = Node(parser, faults);
            parser.Consume<DocumentEnd>();
            if (parser.TryConsume<DocumentStart>(out var second)) faults((int)second.Start.Line, "a second document begins; a file is one thing, so take away the '---'");
            if (root is Map map) return map;
            faults(root.Line, $"the file is {root.Shape}; it must be a map with {content}");
        }
        catch (YamlException e)
        {
            faults((int)e.Start.Line, $"not YAML: {e.Message}");
        }
        catch (InvalidOperationException)
        {
            // How the parser says that a bracket is never closed.
            faults((int)(parser.Current?.Start.Line ?? 1), "not YAML from here on: a bracket, brace or quote is not closed");
        }
        catch (System.Text.DecoderFallbackException)
        {
            faults(1, "not UTF-8 text; save the file as UTF-8");
        }
        return null;
    }

    private static YamlNode Node(Parser parser, Action<int, string> faults)
    {
        var line = (int)parser.Current!.Start.Line;
        if (parser.Current is NodeEvent { Anchor.IsEmpty: false }) faults(line, "anchors (&name) are not read; write the value out");
        if (parser.Current is NodeEvent { Tag: { IsEmpty: false } tag }) faults(line, $"the tag {tag} is not read; take it away");
        if (parser.TryConsume<Scalar>(out var scalar)) return new Text(line, scalar.Value);
        if (parser.TryConsume<AnchorAlias>(out var alias))
        {
            faults(line, $"references (*{alias.Value}) are not read; write the value out");
            return new Text(line, "");
        }
        if (parser.TryConsume<SequenceStart>(out _))
        {
            var items = new List<YamlNode>();
            while (!parser.TryConsume<SequenceEnd>(out _)) items.Add(Node(parser, faults));
            return new List(line, items);
        }
        parser.Consume<MappingStart>();
        var entries = new List<Entry>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var keyLine = (int)parser.Current!.Start.Line;
            var key = Node(parser, faults);
            var value = Node(parser, faults);
            if (key is not Text { Value: var name }) faults(keyLine, $"{key.Shape} stands as a key; a key is a word");
            else if (entries.Find(e => e.Key == name) is { Line: > 0 } first) faults(keyLine, $"key '{name}' is doubled: it stands in line {first.Line} already; keep one");
            else entries.Add(new(keyLine, name, value));
        }
        return new Map(line, entries);
    }
}
