namespace Assay.Host.Cli.Text;

/// <summary>Structured text, put together once and written as plain text, Markdown or HTML.</summary>
public sealed class Document(string title)
{
    private readonly List<Block> blocks = [];

    public string Title { get; } = title;

    public IReadOnlyList<Block> Blocks => blocks;

    public Document Heading(int level, string text) => Add(new Block.Heading(level, text));

    public Document Paragraph(Phrase phrase) => Add(new Block.Paragraph(phrase));

    /// <summary>Nothing where there are no items.</summary>
    public Document Bullets(IEnumerable<BulletItem> items) => items.ToArray() is { Length: > 0 } all ? Add(new Block.Bullets(all)) : this;

    /// <summary>Nothing where there are no rows.</summary>
    public Document Table(Block.Table table) => table.Rows.Count > 0 ? Add(table) : this;

    /// <summary>Words of someone else's; control characters, which could steer a terminal, are shown as a mark.</summary>
    public Document Verbatim(string text) => Add(new Block.Verbatim(Safe(text)));

    /// <summary>Without characters that could steer a terminal or turn the direction of what follows.</summary>
    public static string Safe(string text) => string.Concat(text.ReplaceLineEndings("\n").Select(c => c is '\n' or '\t' ? c : char.IsControl(c) || c is (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069') ? '\ufffd' : c));

    private Document Add(Block block)
    {
        blocks.Add(block);
        return this;
    }
}
