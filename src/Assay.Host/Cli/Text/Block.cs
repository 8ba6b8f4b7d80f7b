namespace Assay.Host.Cli.Text;

/// <summary>A part of a document. Closed: every format handles each case.</summary>
public abstract record Block
{
    private Block() { }

    public abstract T Match<T>(Func<Heading, T> heading, Func<Paragraph, T> paragraph, Func<Bullets, T> bullets, Func<Table, T> table, Func<Verbatim, T> verbatim);

    /// <param name="Level">1 the title, 2 a section, 3 a part of one.</param>
    public sealed record Heading(int Level, string Text) : Block
    {
        public override T Match<T>(Func<Heading, T> heading, Func<Paragraph, T> paragraph, Func<Bullets, T> bullets, Func<Table, T> table, Func<Verbatim, T> verbatim) => heading(this);
    }

    public sealed record Paragraph(Phrase Phrase) : Block
    {
        public override T Match<T>(Func<Heading, T> heading, Func<Paragraph, T> paragraph, Func<Bullets, T> bullets, Func<Table, T> table, Func<Verbatim, T> verbatim) => paragraph(this);
    }

    public sealed record Bullets(IReadOnlyList<BulletItem> Items) : Block
    {
        public override T Match<T>(Func<Heading, T> heading, Func<Paragraph, T> paragraph, Func<Bullets, T> bullets, Func<Table, T> table, Func<Verbatim, T> verbatim) => bullets(this);
    }

    /// <summary>Words of someone else's, with their own line ends: a model's reply.</summary>
    public sealed record Verbatim(string Text) : Block
    {
        public override T Match<T>(Func<Heading, T> heading, Func<Paragraph, T> paragraph, Func<Bullets, T> bullets, Func<Table, T> table, Func<Verbatim, T> verbatim) => verbatim(this);
    }

    /// <param name="DetailHeading">What the details of the rows are, where some row has one.</param>
    public sealed record Table(IReadOnlyList<Column> Columns, IReadOnlyList<Row> Rows, string DetailHeading = "Details") : Block
    {
        public bool HasDetails => Rows.Any(r => r.Detail is not null);

        public override T Match<T>(Func<Heading, T> heading, Func<Paragraph, T> paragraph, Func<Bullets, T> bullets, Func<Table, T> table, Func<Verbatim, T> verbatim) => table(this);
    }
}

/// <param name="Url">An address that belongs to the item; it is never cut or broken.</param>
public sealed record BulletItem(Phrase Phrase, string? Url = null, IReadOnlyList<BulletItem>? Under = null)
{
    public static implicit operator BulletItem(string text) => new(new Phrase(text));

    public static BulletItem FromString(string text) => new(new Phrase(text));
}

/// <param name="Number">Numbers stand to the right.</param>
public sealed record Column(string Heading, bool Number = false);

/// <param name="Cells">One for each column.</param>
/// <param name="Detail">More on the row than fits a column.</param>
public sealed record Row(IReadOnlyList<Phrase> Cells, string? Detail = null);
