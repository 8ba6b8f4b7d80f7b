using System.Text;
using Assay.Adapters.Settings;
using Shouldly;
using Xunit;

namespace Assay.Tests.Mcp;

public sealed class McpSettingsTests
{
    private static McpSettings Read(string yaml) => SettingsFile.Parse("assay.yaml", Encoding.UTF8.GetBytes(yaml)).Mcp;

    [Fact]
    public void Nothing_is_allowed_unless_it_is_said()
    {
        (Read("watch: []").RunPrompt, Read("watch: []").MaxCost).ShouldBe((false, 1m));
        Read("mcp: { max_cost_usd: 3 }").RunPrompt.ShouldBeFalse();
        (Read("mcp: { run_prompt: true, max_cost_usd: 0.5 }").RunPrompt, Read("mcp: { run_prompt: true, max_cost_usd: 0.5 }").MaxCost).ShouldBe((true, 0.5m));
    }

    [Theory]
    [InlineData("mcp: yes", "assay.yaml:1: 'mcp' is 'yes'; write a map")]
    [InlineData("mcp: { run_prompt: maybe }", "'run_prompt' is 'maybe'; write true or false")]
    [InlineData("mcp: { max_cost_usd: lots }", "'max_cost_usd' is 'lots'; write US dollars from 0 to 10000")]
    [InlineData("mcp: { max_cost_usd: -1 }", "'max_cost_usd' is '-1'")]
    [InlineData("mcp:\n  run_prompts: true", "assay.yaml:2: unknown key 'run_prompts'; allowed: run_prompt, max_cost_usd")]
    public void What_is_wrong_is_told_with_file_and_line(string yaml, string words) => Should.Throw<SettingsException>(() => Read(yaml)).Message.ShouldContain(words);
}
