using System.Text;
using Assay.Adapters.Settings;
using Shouldly;
using Xunit;

namespace Assay.Tests.Publishing;

public sealed class SiteSettingsTests
{
    private static string? Parse(string text, string? variable = null) =>
        SettingsFile.Parse("assay.yaml", Encoding.UTF8.GetBytes(text), variable is null ? null : new Dictionary<string, string> { ["ASSAY_SITE_BASE_URL"] = variable }).Site.BaseUrl;

    [Theory]
    [InlineData("watch: []", null)]
    [InlineData("site: { base_url: https://models.example.org/ }", "https://models.example.org")]
    [InlineData("site: { base_url: \"http://Example.org:8080/assay/\" }", "http://example.org:8080/assay")]
    public void An_address_loses_the_slash_at_its_end(string text, string? address) => Parse(text).ShouldBe(address);

    [Fact]
    public void The_environment_goes_before_the_file()
    {
        Parse("site: { base_url: https://file.example.org }", "https://variable.example.org").ShouldBe("https://variable.example.org");
        Parse("watch: []", "https://variable.example.org").ShouldBe("https://variable.example.org");
    }

    [Theory]
    [InlineData("site: here", "assay.yaml:1: 'site' is")]
    [InlineData("site: { url: https://example.org }", "unknown key 'url'; allowed: base_url")]
    [InlineData("site: { base_url: example.org }", "'base_url' is 'example.org'; write the address of the start page")]
    [InlineData("site: { base_url: \"ftp://example.org\" }", "with http:// or https://")]
    [InlineData("site: { base_url: \"https://me:secret@example.org\" }", "'base_url' is")]
    [InlineData("site: { base_url: \"https://example.org/?a=b\" }", "without a query")]
    public void An_address_that_cannot_be_used_says_what_can(string text, string words) => Should.Throw<SettingsException>(() => Parse(text)).Message.ShouldContain(words);

    [Fact]
    public void A_faulty_variable_is_named() => Should.Throw<SettingsException>(() => Parse("watch: []", "here")).Message.ShouldStartWith("ASSAY_SITE_BASE_URL: 'base_url' is 'here'");
}
