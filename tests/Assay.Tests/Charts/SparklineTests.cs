using Assay.Charts;
using Shouldly;
using Xunit;

namespace Assay.Tests.Charts;

public sealed class SparklineTests
{
    private static Step On(int day, decimal? value) => new(new(2026, 1, day), value);

    [Fact]
    public void A_line_steps_at_the_days_and_goes_on_to_the_last_one() =>
        Sparkline.Svg([On(1, 10), On(11, 5)], new(2026, 1, 21)).ShouldContain("d=\"M2 2H60V12H118\"");

    [Fact]
    public void Where_nothing_is_known_there_is_no_line() =>
        Sparkline.Svg([On(1, 10), On(11, null), On(16, 10)], new(2026, 1, 21)).ShouldContain("d=\"M2 2H60M89 2H118\"");

    [Fact]
    public void Zero_is_at_the_foot_and_a_single_day_is_drawn() =>
        Sparkline.Svg([On(1, 0), On(1, 0)], new(2026, 1, 1)).ShouldContain("d=\"M2 22H2V22H2\"");

    [Fact]
    public void Of_one_value_there_is_no_line_over_time() => Should.Throw<ArgumentException>(() => Sparkline.Svg([On(1, 10), On(2, null)], new(2026, 1, 3)));
}
