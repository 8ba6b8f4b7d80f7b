using Assay.Units;
using Shouldly;
using Xunit;

namespace Assay.Tests.Units;

public sealed class VisibleTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("Grüße, 日本語 🦜", "Grüße, 日本語 🦜")]
    [InlineData("a\u001b[2Jb", "a\ufffd[2Jb")]
    [InlineData("a\u009bb\u007f", "a\ufffdb\ufffd")]
    [InlineData("a\tb\r\nc\u2028d", "a b  c d")]
    [InlineData("safe\u202egnp.exe", "safe\ufffdgnp.exe")]
    public void Characters_that_act_are_replaced_and_all_others_stay(string text, string shown)
    {
        Visible.Of(text).ShouldBe(shown);
        Visible.Is(text).ShouldBe(text == shown);
    }

    [Fact]
    public void Half_characters_become_a_sign_and_whole_ones_stay()
    {
        Visible.Of("a\ud800b").ShouldBe("a\ufffdb");
        Visible.Of("\udc00\ud83e").ShouldBe("\ufffd\ufffd");
        Visible.Is("🦜").ShouldBeTrue();
    }

    [Fact]
    public void Text_without_such_characters_is_the_same_object()
    {
        var text = new string('x', 40);
        Visible.Of(text).ShouldBeSameAs(text);
    }

    [Theory]
    [InlineData("a  b\n c", 10, "a b c")]
    [InlineData("0123456789", 10, "0123456789")]
    [InlineData("0123456789x", 10, "012345678…")]
    [InlineData("12345678🦜x", 10, "12345678\ufffd…")]
    public void A_line_is_cut_where_it_is_too_long(string text, int longest, string line) => Visible.Line(text, longest).ShouldBe(line);
}
