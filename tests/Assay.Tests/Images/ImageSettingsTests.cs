using System.Text;
using Assay.Adapters.Images;
using Assay.Adapters.Settings;
using Shouldly;
using Xunit;

namespace Assay.Tests.Images;

public sealed class ImageSettingsTests
{
    private static ImageLimits Parse(string text) => SettingsFile.Parse("assay.yaml", Encoding.UTF8.GetBytes(text)).Images;

    [Fact]
    public void What_is_not_set_is_as_usual()
    {
        Parse("watch: []").ShouldBe(new());
        Parse("images: { long_side: 1024, max_megabytes: 5 }").ShouldBe(new() { LongSide = 1024, MostBytes = 5_000_000 });
    }

    [Theory]
    [InlineData("images: 5", "assay.yaml:1: 'images' is")]
    [InlineData("images: { side: 5 }", "unknown key 'side'; allowed: long_side, max_megabytes")]
    [InlineData("images: { long_side: 10 }", "write a whole number from 64 to 8192")]
    [InlineData("images: { max_megabytes: lots }", "write a whole number from 1 to 100")]
    public void A_setting_that_cannot_be_used_says_what_can(string text, string words) => Should.Throw<SettingsException>(() => Parse(text)).Message.ShouldContain(words);
}
