using System.Globalization;
using Assay.Adapters.Importers;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace Assay.Tests.Importers;

public sealed class ExactNumberTests
{
    [Theory]
    [InlineData("3e-06", 6, "3")]
    [InlineData("2.5E-6", 6, "2.5")]
    [InlineData("0.00005999999999999999", 4, "0.5999999999999999")]
    [InlineData("1.25e-07", 4, "0.00125")]
    [InlineData("10e-6", 6, "10")]
    [InlineData("1", -2, "0.01")]
    [InlineData("0.0", 6, "0")]
    [InlineData("0e999999999", 6, "0")]
    [InlineData("-1.50", 0, "-1.5")]
    [InlineData("100000", -3, "100")]
    public void The_point_moves_and_the_digits_stay(string printed, int places, string expected)
    {
        ExactNumber.TryShift(printed, places, out var number).ShouldBeTrue();
        number.ShouldBe(decimal.Parse(expected, CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("1.2.3")]
    [InlineData("1-2")]
    [InlineData("1e")]
    [InlineData("1e308")]
    [InlineData("1e-40")]
    [InlineData("1e99999999999")]
    [InlineData("n/a")]
    [InlineData("12345678901234567890123456789.5")]
    public void What_cannot_be_kept_exactly_is_refused(string printed) => ExactNumber.TryShift(printed, 6, out _).ShouldBeFalse();

    [Fact]
    public void A_whole_number_of_any_size_comes_back_when_it_is_moved_there_and_back() => Check.One(
        Config.QuickThrowOnFailure,
        Prop.ForAll(Arb.From(from high in Gen.Choose(0, int.MaxValue) from low in Gen.Choose(0, int.MaxValue) from places in Gen.Choose(0, 9) select (Number: ((long)high << 31) + low, Places: places)), m => ThereAndBack(m.Number, m.Places)));

    private static void ThereAndBack(long number, int by)
    {
        ExactNumber.TryShift(number.ToString(CultureInfo.InvariantCulture), -by, out var small).ShouldBeTrue();
        ExactNumber.TryShift(small.ToString(CultureInfo.InvariantCulture), by, out var again).ShouldBeTrue();
        again.ShouldBe(number);
    }
}
