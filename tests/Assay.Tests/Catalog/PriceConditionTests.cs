using Assay.Catalog;
using Xunit;

namespace Assay.Tests.Catalog;

public sealed class PriceConditionTests
{
    private static readonly DailyHours Night = new(new(16, 30), new(0, 30));

    [Theory]
    [InlineData("")]
    [InlineData(">200000")]
    [InlineData("@16:30-00:30")]
    [InlineData(">200000@16:30-00:30")]
    public void A_condition_reads_back_from_the_name_of_its_property(string suffix)
    {
        Assert.True(PriceCondition.TryParse(suffix, out var condition));
        Assert.Equal(suffix, condition.Suffix);
    }

    [Theory]
    [InlineData(">")]
    [InlineData(">-1")]
    [InlineData("@25:00-00:30")]
    [InlineData("@16:30")]
    [InlineData("200000")]
    public void Anything_else_is_no_condition(string suffix) => Assert.False(PriceCondition.TryParse(suffix, out _));

    [Fact]
    public void A_condition_is_told_in_words()
    {
        Assert.Equal("above 200K input tokens", new PriceCondition(200_000).Label);
        Assert.Equal("from 16:30 to 00:30 UTC", new PriceCondition(null, Night).Label);
        Assert.Equal("", PriceCondition.Always.Label);
    }
}
