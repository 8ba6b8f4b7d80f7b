using Assay.Playground;
using Shouldly;
using Xunit;

namespace Assay.Tests.Playground;

public sealed class TurnIdTests
{
    private static readonly byte[] Most = [255, 255, 255, 255, 255, 255, 255, 255, 255, 255];

    [Fact]
    public void Later_ids_sort_after_earlier_ones_whatever_chance_says()
    {
        var early = TurnId.Create(ScriptedModels.Started, Most);
        var late = TurnId.Create(ScriptedModels.Started.AddMilliseconds(1), new byte[10]);
        (early < late).ShouldBeTrue();
        string.CompareOrdinal(early.Text, late.Text).ShouldBeLessThan(0);
        TurnId.Create(DateTimeOffset.UnixEpoch, new byte[10]).Text.ShouldBe(new string('0', 26));
        TurnId.Create(DateTimeOffset.UnixEpoch, Most).Text.ShouldBe("0000000000zzzzzzzzzzzzzzzz");
    }

    [Fact]
    public void Every_bit_of_chance_is_in_the_id() =>
        Enumerable.Range(0, 80).Select(bit =>
        {
            var random = new byte[10];
            random[bit / 8] = (byte)(1 << (bit % 8));
            return TurnId.Create(ScriptedModels.Started, random).Text;
        }).Distinct().Count().ShouldBe(80);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("01jd7q3n6v0000000000000000x")]
    [InlineData("01JD7Q3N6V0000000000000000")]
    [InlineData("../../../../../etc/passwd.")]
    [InlineData("01jd7q3n6vl000000000000000")]
    public void What_is_no_id_is_not_read_as_one(string? text) => TurnId.TryParse(text, out _).ShouldBeFalse();
}
