using Assay.Units;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace Assay.Tests.Units;

public sealed class FormatTests
{
    [Theory]
    [InlineData("0", "$0")]
    [InlineData("0.04", "$0.04")]
    [InlineData("0.2", "$0.20")]
    [InlineData("0.351", "$0.351")]
    [InlineData("0.0001", "$0.0001")]
    [InlineData("0.0000000000000000000000000001", "$0.0000000000000000000000000001")]
    [InlineData("0.00012345", "$0.0001235")]
    [InlineData("9.9999", "$10.00")]
    [InlineData("64.50", "$64.50")]
    [InlineData("99.999", "$100")]
    [InlineData("210", "$210")]
    [InlineData("419.55", "$419.55")]
    [InlineData("999.999", "$1,000")]
    [InlineData("15500", "$15,500")]
    [InlineData("17790.4", "$17,790")]
    [InlineData("-0.5", "−$0.50")]
    public void Money(string amount, string shown) => Format.Usd(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(shown);

    [Theory]
    [InlineData(950, "950")]
    [InlineData(1_500, "1.5K")]
    [InlineData(4_096, "4K")]
    [InlineData(8_192, "8K")]
    [InlineData(128_000, "128K")]
    [InlineData(131_072, "131K")]
    [InlineData(1_000_000, "1M")]
    [InlineData(1_048_576, "1.05M")]
    [InlineData(800_000_000, "800M")]
    [InlineData(25_200_000_000, "25.2B")]
    [InlineData(1_760_000_000_000, "1.76T")]
    public void Counts(long count, string shown) => Format.Count(count).ShouldBe(shown);

    [Theory]
    [InlineData("10", "0.2", "98 %", "50×")]
    [InlineData("128000", "8192", "94 %", "15.6×")]
    [InlineData("15500", "64.5", "99.6 %", "240×")]
    [InlineData("100", "99.95", "less than 0.1 %", "1×")]
    [InlineData("1000", "1", "99.9 %", "1,000×")]
    [InlineData("1000000", "1", "more than 99.9 %", "1,000,000×")]
    [InlineData("3", "2", "33 %", "1.5×")]
    public void Percent_lower_and_times(string dear, string cheap, string lower, string times)
    {
        var (d, c) = (decimal.Parse(dear, System.Globalization.CultureInfo.InvariantCulture), decimal.Parse(cheap, System.Globalization.CultureInfo.InvariantCulture));
        Format.PercentLower(d, c).ShouldBe(lower);
        Format.Times(d / c).ShouldBe(times);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 2)]
    [InlineData(1, 0)]
    public void There_is_no_percentage_of_a_tie_or_of_free(int dear, int cheap) => Should.Throw<ArgumentException>(() => Format.PercentLower(dear, cheap));

    [Fact]
    public void A_positive_amount_is_never_shown_as_nothing_and_no_percentage_reaches_an_end() => Check.One(
        Config.QuickThrowOnFailure,
        Prop.ForAll(Arb.From(from a in Gen.Choose(1, int.MaxValue) from b in Gen.Choose(1, int.MaxValue) from scale in Gen.Choose(0, 9) select (a / (decimal)Math.Pow(10, scale), b / (decimal)Math.Pow(10, scale))), pair =>
        {
            var (low, high) = pair.Item1 < pair.Item2 ? pair : (pair.Item2, pair.Item1);
            Format.Usd(low).ShouldContain(c => c >= '1' && c <= '9');
            if (low < high) Format.PercentLower(high, low).ShouldNotBeOneOf("0 %", "100 %");
        }));

    [Theory]
    [InlineData("8K window", "an ")]
    [InlineData("11B model", "an ")]
    [InlineData("18,000-token limit", "an ")]
    [InlineData("800M budget", "an ")]
    [InlineData("128K window", "a ")]
    [InlineData("1,100-token limit", "a ")]
    [InlineData("MoE", "an ")]
    [InlineData("GPT model", "a ")]
    [InlineData("open-weights model", "an ")]
    [InlineData("unified view", "a ")]
    [InlineData("unknown", "an ")]
    public void Articles_follow_the_sound(string phrase, string article) => Words.WithArticle(phrase).ShouldBe(article + phrase);

    [Fact]
    public void Plurals_and_lists_read_right()
    {
        Words.Plural(1, "provider").ShouldBe("1 provider");
        Words.Plural(2, "capability", "capabilities").ShouldBe("2 capabilities");
        Words.List([]).ShouldBe("");
        Words.List(["A"]).ShouldBe("A");
        Words.List(["A", "B", "C"], "or").ShouldBe("A, B or C");
    }

    [Theory]
    [InlineData("2026-07-02", "today")]
    [InlineData("2026-07-01", "1 day old")]
    [InlineData("2026-07", "today")]
    [InlineData("2026-06", "2 days old")]
    [InlineData("2025-03-12", "16 months old")]
    [InlineData("2023", "2 years old")]
    [InlineData("2027", "dated ahead")]
    public void Age_respects_the_precision_of_a_date(string date, string age) => Words.Age(PartialDate.Parse(date), new DateOnly(2026, 7, 2)).ShouldBe(age);
}
