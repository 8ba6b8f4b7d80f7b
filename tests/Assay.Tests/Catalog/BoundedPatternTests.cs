using System.Text.Json;
using Assay.Catalog.MatchRules;
using Shouldly;
using Xunit;

namespace Assay.Tests.Catalog;

public sealed class BoundedPatternTests
{
    [Theory]
    [InlineData(@"^grok-4\.3-\d{8}$", "grok-4.3-20260101")]
    [InlineData("(?:mi|code|dev|magi|mini)stral", "codestral")]
    [InlineData(@"(?i)^(openai/)?(gpt-4(-\d{4})?-vision-preview)$", "GPT-4-1106-vision-preview")]
    [InlineData("^[{}]{2}$", "{}")]
    [InlineData("^(a+)+$", "aaaa")]
    public void A_pattern_of_a_usual_kind_is_read(string pattern, string taken)
    {
        BoundedPattern.TryRead(pattern, out var regex, out var allowed).ShouldBeTrue(allowed);
        regex!.IsMatch(taken).ShouldBeTrue();
        regex.IsMatch(taken + "!\n").ShouldBe(!pattern.Contains('$'));
    }

    [Theory]
    [InlineData("(.{0,50}a.{0,50}){0,5}$", "adds")]
    [InlineData("(a{1000}){1000}", "adds")]
    [InlineData("((x{9}y){9}z){9}", "adds")]
    [InlineData("a*b*c*d*e*f*g*h*i*j*k*l*m*", "at most 12 repetitions")]
    [InlineData("(?=a)b", "looks ahead")]
    [InlineData(@"(a)\1", "refers back")]
    [InlineData("(", "whole")]
    [InlineData("a{99999999999}", "whole")]
    public void A_pattern_that_could_run_away_is_refused_when_it_is_read(string pattern, string reason)
    {
        BoundedPattern.TryRead(pattern, out _, out var allowed).ShouldBeFalse();
        allowed.ShouldNotBeNull().ShouldContain(reason);
    }

    [Fact]
    public void A_pattern_longer_than_any_is_refused_with_the_limit()
    {
        BoundedPattern.TryRead(new string('a', 401), out _, out var allowed).ShouldBeFalse();
        allowed.ShouldBe("a pattern of at most 400 characters");
    }

    [Theory]
    [InlineData("""{"regex":"(.{0,50}a.{0,50}){0,5}$"}""", "a pattern of at most 12 repetitions")]
    [InlineData("""{"equals":"a#b"}""", "'equals' needs an id")]
    [InlineData("""{"equals":"#"}""", "'equals' needs an id")]
    [InlineData("""{"or":[{"equals":"a\u001b"}]}""", "'equals' needs an id")]
    public void A_rule_says_what_it_may_be(string json, string reason)
    {
        using var rule = JsonDocument.Parse(json);
        MatchRule.TryRead(rule.RootElement, out _, out var fault).ShouldBeFalse();
        fault.ShouldNotBeNull().ShouldContain(reason);
    }
}
