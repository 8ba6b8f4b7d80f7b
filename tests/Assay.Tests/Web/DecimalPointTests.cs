using Assay.Host.Web.Html;
using Shouldly;
using Xunit;

namespace Assay.Tests.Web;

public sealed class DecimalPointTests
{
    [Fact]
    public void Behind_every_figure_of_a_column_is_as_much_room_as_its_missing_decimals_take()
    {
        var column = DecimalPoint.Of(["$0.015", "$10.00", "$210", null]);
        column.After("$0.015").ShouldBe("");
        column.After("$10.00").ShouldBe("\u2007");
        column.After("$210").ShouldBe("\u2008\u2007\u2007\u2007");
    }

    [Fact]
    public void A_column_of_whole_amounts_needs_no_room() => DecimalPoint.Of(["$4,500", "$270"]).After("$270").ShouldBe("");

    [Fact]
    public void An_empty_column_needs_no_room() => DecimalPoint.Of([]).After("?").ShouldBe("");
}
