using Assay.Statistics;
using Shouldly;
using Xunit;

namespace Assay.Tests.Statistics;

public sealed class SignTestTests
{
    [Theory]
    [InlineData(121, 59, 0.000004)]
    [InlineData(70, 59, 0.378688)]
    [InlineData(80, 59, 0.089452)]
    [InlineData(10, 10, 1)]
    [InlineData(6, 0, 0.03125)]
    [InlineData(5, 0, 0.0625)]
    public void P_is_as_published(int first, int second, double p)
    {
        SignTest.P(first, second).ShouldNotBeNull().ShouldBe(p, 5e-7);
        SignTest.P(second, first).ShouldBe(SignTest.P(first, second));
    }

    [Fact]
    public void Nothing_tested_has_no_p() => SignTest.P(0, 0).ShouldBeNull();

    [Fact]
    public void Thousands_of_cases_do_not_underflow() => SignTest.P(6000, 5900).ShouldNotBeNull().ShouldBeInRange(0.3, 0.4);
}
