using System.Text.Unicode;
using Assay.Units;
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
        if (bytes.Length > ImportLimits.CuratedFileBytes)
        {
            faults(1, $"the file has {bytes.Length:#,0} bytes; at most {ImportLimits.CuratedFileBytes:#,0} are read, for a file is about one thing");
            return null;
        }
        if (bytes is [0xff, 0xfe, ..] or [0xfe, 0xff, ..] || !Utf8.IsValid(bytes))
        {
            faults(1, "not UTF-8 text; save the file as UTF-8");
            return null;
        }
        using var reader = new StringReader(System.Text.Encoding.UTF8.GetString(bytes).TrimStart('\ufeff'));
        var parser = new Parser(reader);
        try
        {
            parser.Consume<StreamStart>();
            if (!parser.TryConsume<DocumentStart>(out _))
            {
                faults(1, $"the file is empty; write at least {content}");
                return null;
            }
            var root = Node(parser, faults, 1);
            parser.Consume<DocumentEnd>();
            if (parser.TryConsume<DocumentStart>(out var second)) faults((int)second.Start.Line, "a second document begins; a file is one thing, so take away the '---'");
            if (root is Map map) return map;
            faults(root.Line, $"the file is {root.Shape}; it must be a map with {content}");
        }
        catch (TooDeepException e)
        {
            faults(e.Line, $"maps and lists are nested deeper than {ImportLimits.Depth} levels; the format needs no more than eight");
        }
        catch (YamlException e)
        {
            faults((int)e.Start.Line, $"not YAML: {e.Message}");
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or IndexOutOfRangeException or FormatException or OverflowException)
        {
            // How the parser says that a bracket is never closed, or that an escape is none.
            faults((int)(parser.Current?.Start.Line ?? 1), "not YAML from here on: a bracket, brace or quote is not closed, or an escape is none");
        }
        return null;
    }

    private static YamlNode Node(Parser parser, Action<int, string> faults, int depth)
    {
        var line = (int)(parser.Current ?? throw new InvalidOperationException("The document ends before its node.")).Start.Line;
        if (depth > ImportLimits.Depth) throw new TooDeepException(line);
        if (parser.Current is NodeEvent { Anchor.IsEmpty: false }) faults(line, "anchors (&name) are not read; write the value out");
        if (parser.Current is NodeEvent { Tag: { IsEmpty: false } tag }) faults(line, $"the tag {tag} is not read; take it away");
        if (parser.TryConsume<Scalar>(out var scalar)) return Written(line, scalar.Value, faults);
        if (parser.TryConsume<AnchorAlias>(out var alias))
        {
            faults(line, $"references (*{alias.Value}) are not read; write the value out");
            return new Text(line, "");
        }
        if (parser.TryConsume<SequenceStart>(out _))
        {
            var items = new List<YamlNode>();
            while (!parser.TryConsume<SequenceEnd>(out _)) items.Add(Node(parser, faults, depth + 1));
            return new List(line, items);
        }
        parser.Consume<MappingStart>();
        var entries = new List<Entry>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var keyLine = (int)parser.Current!.Start.Line;
            var key = Node(parser, faults, depth + 1);
            var value = Node(parser, faults, depth + 1);
            if (key is not Text { Value: var name }) faults(keyLine, $"{key.Shape} stands as a key; a key is a word");
            else if (!lines.TryAdd(name, keyLine)) faults(keyLine, $"key '{name}' is doubled: it stands in line {lines[name]} already; keep one");
            else entries.Add(new(keyLine, name, value));
        }
        return new Map(line, entries);
    }

    /// <summary>Line ends and tabs are layout of a long text; every other character has to be one that a reader sees.</summary>
    private static Text Written(int line, string value, Action<int, string> faults)
    {
        if (value.Length > ImportLimits.Text) faults(line, $"the text '{Visible.Line(value, 40)}' has {value.Length:#,0} characters; write at most {ImportLimits.Text:#,0}");
        else if (!Visible.Is(value.Replace('\n', ' ').Replace('\t', ' '))) faults(line, $"the text '{Visible.Line(value, 40)}' has characters that act instead of being read (control characters, changes of direction); take them out");
        return new Text(line, value);
    }

    private sealed class TooDeepException(int line) : Exception
    {
        public int Line => line;
    }
}
