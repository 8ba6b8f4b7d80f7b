using System.Net;
using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Assay.Tests.Web;

/// <summary>The list of what stands behind a page's figures and sentences.</summary>
public sealed partial class EvidenceListTests(CuratedSite site)
{
    [Theory]
    [InlineData(CuratedSite.Scenario)]
    [InlineData("/compare/gpt-4o-vs-gemini-2.5-pro-vs-claude-sonnet-4-5")]
    [InlineData("/models/google/gemma-3-12b-it")]
    public async Task No_sentence_writes_out_a_claim_that_stands_behind_a_figure(string address)
    {
        var lines = Lines((await site.Page(address)).Html);
        var ofFigures = lines.Where(l => l.Property is null).Select(l => l.Says).ToHashSet();
        ofFigures.Count.ShouldBeGreaterThan(20);
        foreach (var line in lines.Where(l => l is { Property: not null, Mentions: null })) ofFigures.ShouldNotContain(line.Says);
    }

    [Fact]
    public async Task A_sentence_names_its_claims_with_value_source_and_day_and_leads_to_their_lines()
    {
        var lines = Lines((await site.Page(CuratedSite.Scenario)).Html);
        var mentions = lines.Where(l => l.Mentions is not null).ToList();
        mentions.Count.ShouldBeGreaterThan(20);
        foreach (var mention in mentions)
        {
            var line = lines.Where(l => l.Anchor == mention.Mentions).ShouldHaveSingleItem();
            // "12B · Google, as of 2025-03-12": value and source as that line has them, which may go on.
            var (value, source) = (mention.Says[..mention.Says.IndexOf(" · ", StringComparison.Ordinal)], mention.Says[(mention.Says.IndexOf(" · ", StringComparison.Ordinal) + 3)..]);
            line.Says.ShouldStartWith(value);
            line.Says.ShouldContain(" · " + source.Replace(" · unconfirmed", "", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData(CuratedSite.Scenario)]
    [InlineData("/compare/gpt-4o-vs-gemini-2.5-pro-vs-claude-sonnet-4-5")]
    public async Task What_is_worked_out_from_several_properties_names_each_of_them_once(string address)
    {
        var html = (await site.Page(address)).Html;
        var entry = Regex.Match(html, "<h3>\\d+\\. [^<]*Decision fit</h3>.*?</ul></li>", RegexOptions.Singleline).Value;
        var lines = Lines(entry);
        lines.Count.ShouldBeGreaterThan(1);
        lines.ShouldAllBe(l => l.Property != null);
        lines.Select(l => (l.Property, l.Says)).ShouldBeUnique();
        Regex.Matches(html, " id=\"([^\"]*)\"").Select(m => m.Groups[1].Value).ShouldBeUnique();
    }

    private sealed record Line(string? Anchor, string? Mentions, string? Property, string Says);

    private static List<Line> Lines(string html) =>
    [
        .. ClaimList().Matches(html).SelectMany(list => ClaimLine().Matches(list.Groups["lines"].Value)).Where(l => !l.Groups["says"].Value.StartsWith("and ", StringComparison.Ordinal)).Select(l => new Line(
            Given(l, "anchor"), Given(l, "mentions"), Given(l, "named") ?? Given(l, "property"), WebUtility.HtmlDecode(Regex.Replace(l.Groups["says"].Value, "<[^>]*>", "")))),
    ];

    private static string? Given(Match line, string name) => line.Groups[name] is { Success: true, Value: var value } ? value : null;

    [GeneratedRegex("<ul class=\"claims\">(?<lines>.*?)</ul>", RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex ClaimList();

    [GeneratedRegex("<li( id=\"(?<anchor>c\\d+)\")?[^>]*>(<a href=\"#(?<mentions>c\\d+)\">(?<named>[^<]*)</a>: |<span class=\"quiet\">(?<property>[^<]*): </span>)?(?<says>.*?)</li>", RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex ClaimLine();
}
