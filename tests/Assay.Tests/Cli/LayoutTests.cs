using Assay.Host.Cli.Text;
using Shouldly;
using Xunit;

namespace Assay.Tests.Cli;

public sealed class LayoutTests
{
    [Fact]
    public void Long_words_are_broken_after_a_separator_and_lose_nothing()
    {
        var lines = LineBreaks.Wrap("see fireworks-ai/accounts/fireworks/models/gemma-3-12b-it now", 20);
        lines.ShouldAllBe(l => l.Length <= 20);
        string.Concat(lines).Replace(" ", "", StringComparison.Ordinal).ShouldBe("seefireworks-ai/accounts/fireworks/models/gemma-3-12b-itnow");
    }

    [Fact]
    public void An_address_is_never_broken() => LineBreaks.Wrap("at https://example.org/a/very/long/address", 10).ShouldContain("https://example.org/a/very/long/address");

    [Fact]
    public void Numbers_stand_to_the_right()
    {
        var document = new Document("t").Table(new([new("A"), new("N", Number: true)], [new(["one", "5"]), new(["two", "1,000"])]));
        PlainText.Write(document, 40, colours: false).ShouldBe("A        N\n───  ─────\none      5\ntwo  1,000\n");
    }

    [Fact]
    public void Columns_that_do_not_fit_become_a_list()
    {
        var document = new Document("t").Table(new([new("Row"), new("First"), new("Second"), new("Third")], [new(["a row", "many words here", "more words here", "words without end"])]));
        PlainText.Write(document, 40, colours: false).ShouldBe("a row\n  First: many words here\n  Second: more words here\n  Third: words without end\n");
    }

    [Fact]
    public void Markdown_cells_cannot_break_the_table()
    {
        var text = Markdown.Write(new Document("t").Table(new([new("A|B")], [new(["x | y\nz <b>"])])));
        text.ShouldBe("| A\\|B |\n| --- |\n| x \\| y z &lt;b> |\n");
    }

    [Fact]
    public void Html_is_escaped_and_only_web_addresses_are_links()
    {
        var html = Html.Write(new Document("<t>").Bullets([new("<script>", "javascript:alert(1)")]));
        html.ShouldNotContain("<script>");
        html.ShouldNotContain("href");
    }

    [Fact]
    public void Csv_quotes_what_would_break_a_row() => Csv.Write(["a", "b"], [["x,y", "say \"hi\"\nnow"]]).ShouldBe("a,b\r\n\"x,y\",\"say \"\"hi\"\"\nnow\"\r\n");
}
