using System.Text;
using Assay.Adapters.Settings;
using Shouldly;
using Xunit;

namespace Assay.Tests.Calls;

public sealed class ProviderSettingsTests
{
    private static ProviderSettings Read(string yaml) => SettingsFile.Parse("assay.yaml", Encoding.UTF8.GetBytes(yaml)).Providers;

    [Fact]
    public void A_provider_is_declared_in_one_line()
    {
        var mock = Read("providers:\n  mock: { protocol: openai-chat, base_url: http://127.0.0.1:9000/v1, api_key_env: MOCK_KEY, models: [small, large], requests_per_minute: 600, max_concurrency: 64 }").All.ShouldHaveSingleItem();
        (mock.Id, mock.Protocol, mock.BaseUrl, mock.ApiKeyEnv, mock.RequestsPerMinute, mock.MaxConcurrency, mock.TokensPerMinute).ShouldBe(("mock", "openai-chat", "http://127.0.0.1:9000/v1", "MOCK_KEY", 600, 64, null));
        mock.Models.ShouldBe(["small", "large"]);
        Read("providers:\n  a: { tokens_per_minute: 2_000_000, headers: { X-Title: Assay, Authorization: 'Bearer ${TOKEN}' } }").All[0].Headers["authorization"].ShouldBe("Bearer ${TOKEN}");
        Read("watch: []").All.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("providers: yes", "assay.yaml:1: 'providers' is 'yes'; write a map")]
    [InlineData("providers:\n  Mock: {}", "assay.yaml:2: 'Mock' is not an id of a provider")]
    [InlineData("providers:\n  local: {}", "'local' stands for the engines on this machine")]
    [InlineData("providers:\n  a:", "assay.yaml:2: 'a' is nothing; write a map of protocol, base_url")]
    [InlineData("providers:\n  a: { portocol: ollama }", "unknown key 'portocol' of the provider 'a'; allowed: protocol, base_url")]
    [InlineData("providers:\n  a: { protocol: openai }", "'protocol' is 'openai'; allowed: anthropic, gemini, ollama, openai-chat, openai-responses")]
    [InlineData("providers:\n  a: { base_url: localhost:1234 }", "'base_url' is 'localhost:1234'; write an address that begins with http:// or https://")]
    [InlineData("providers:\n  a: { base_url: 'https://me:pw@x.example' }", "'base_url' holds a user or password")]
    [InlineData("providers:\n  a: { models: small }", "'models' is 'small'; write a list")]
    [InlineData("providers:\n  a: { models: [small, small] }", "the model 'small' stands in the list already")]
    [InlineData("providers:\n  a: { requests_per_minute: 0 }", "'requests_per_minute' is '0'; write a whole number from 1 on")]
    [InlineData("providers:\n  a: { max_concurrency: many }", "'max_concurrency' is 'many'")]
    [InlineData("providers:\n  a: { headers: { 'X Y': z } }", "'X Y' is not the name of a header")]
    [InlineData("providers:\n  a: { headers: { x-api-key: abc } }", "the header 'x-api-key' carries a secret")]
    public void What_is_wrong_is_told_with_file_and_line(string yaml, string words) => Should.Throw<SettingsException>(() => Read(yaml)).Message.ShouldContain(words);

    [Fact]
    public void A_key_written_where_its_variable_belongs_is_not_repeated()
    {
        var message = Should.Throw<SettingsException>(() => Read("providers:\n  a: { api_key_env: sk-live-12345 }")).Message;
        message.ShouldContain("assay.yaml:2: 'api_key_env' is not the name of an environment variable");
        message.ShouldNotContain("sk-live-12345");
    }
}
