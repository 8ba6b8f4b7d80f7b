using Assay.Units;
using Shouldly;
using Xunit;

namespace Assay.Tests.Units;

public sealed class PartialDateTests
{
    [Theory]
    [InlineData("2025", 1)]
    [InlineData("2025-03", 2)]
    [InlineData("2024-02-29", 3)]
    public void Precision_survives_reading_and_writing(string text, int precision)
    {
        var date = PartialDate.Parse(text);
        date.ToString().ShouldBe(text);
        date.Precision.ShouldBe(precision);
    }

    [Theory]
    [InlineData("")]
    [InlineData("25")]
    [InlineData("2025-3")]
    [InlineData("2025-13")]
    [InlineData("2025-02-29")]
    [InlineData("2025-01-01-01")]
    [InlineData("0000")]
    [InlineData("2025-00-01")]
    public void What_is_no_date_is_refused_by_name(string text) => Should.Throw<FormatException>(() => PartialDate.Parse(text)).Message.ShouldContain($"'{text}'");

    [Theory]
    [InlineData("2025", "2025-03-13", true)]
    [InlineData("2025-03", "2025-03-13", true)]
    [InlineData("2025-03", "2025-04", false)]
    [InlineData("2024", "2025", false)]
    public void Dates_agree_where_they_can_be_one_day(string left, string right, bool agree)
    {
        PartialDate.Parse(left).AgreesWith(PartialDate.Parse(right)).ShouldBe(agree);
        PartialDate.Parse(right).AgreesWith(PartialDate.Parse(left)).ShouldBe(agree);
    }

    [Fact]
    public void A_year_reads_as_in_and_a_day_as_on()
    {
        Words.On(PartialDate.Parse("2024")).ShouldBe("in 2024");
        Words.On(PartialDate.Parse("2024-12")).ShouldBe("in 2024-12");
        Words.On(PartialDate.Parse("2024-12-06")).ShouldBe("on 2024-12-06");
    }

    [Fact]
    public void A_day_needs_a_month() => Should.Throw<ArgumentException>(() => new PartialDate(2025, null, 3));
}
