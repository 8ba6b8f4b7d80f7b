using System.Text;
using Assay.Host.Export;
using Shouldly;
using Xunit;

namespace Assay.Tests.Export;

public sealed class LinkRewriterTests
{
    private static readonly Dictionary<string, string> Files = new()
    {
        ["/"] = "index.html", ["/models/x/y"] = "models/x/y/index.html", ["/models/x/y.json"] = "models/x/y.json", ["/changes?page=2"] = "changes/page/2/index.html",
        ["/site.css"] = "site.css", ["/models/x/a+b"] = "models/x/a+b/index.html", ["/models/x/ä"] = "models/x/ä/index.html",
    };

    private static string? Find(string address) => Files.GetValueOrDefault(address.Split("?v=")[0]);

    private static string Rewrite(string html, string address = "/models/x/y", string file = "models/x/y/index.html", string? site = null)
    {
        var output = new PageStream();
        new LinkRewriter(Find, site is null ? null : new Uri(site)).Write(Encoding.UTF8.GetBytes(html), address, file, output);
        return Encoding.UTF8.GetString(output.Written);
    }

    [Theory]
    [InlineData("<a href=\"/\">x</a>", "<a href=\"../../../\">x</a>")]
    [InlineData("<a class=\"b\" href=\"/models/x/y#history\" rel=\"c\">x</a>", "<a class=\"b\" href=\"../../../models/x/y/#history\" rel=\"c\">x</a>")]
    [InlineData("<link rel=\"stylesheet\" href=\"/site.css?v=1f\">", "<link rel=\"stylesheet\" href=\"../../../site.css?v=1f\">")]
    [InlineData("<a href=\"/models/x/a&#x2B;b\">x</a>", "<a href=\"../../../models/x/a+b/\">x</a>")]
    [InlineData("<a href=\"/models/x/&#xE4;\">x</a>", "<a href=\"../../../models/x/%C3%A4/\">x</a>")]
    [InlineData("<a href=\"https://example.org/models/x/y\">x</a>", "<a href=\"https://example.org/models/x/y\">x</a>")]
    [InlineData("<a href=\"//example.org/\">x</a>", "<a href=\"//example.org/\">x</a>")]
    [InlineData("<a href=\"#e3\" data-e=\"3\">x</a>", "<a href=\"#e3\" data-e=\"3\">x</a>")]
    [InlineData("<p data-x=\"/models/x/y\">href=&quot;/models/x/y&quot;</p>", "<p data-x=\"/models/x/y\">href=&quot;/models/x/y&quot;</p>")]
    public void Links_to_pages_are_relative_and_all_else_stays(string html, string expected) => Rewrite(html).ShouldBe(expected);

    [Fact]
    public void From_the_top_a_link_begins_at_the_folder_itself() =>
        Rewrite("<a href=\"/models/x/y\">x</a>", "/", "index.html").ShouldBe("<a href=\"./models/x/y/\">x</a>");

    [Fact]
    public void A_query_alone_is_of_the_page_itself() =>
        Rewrite("<a href=\"?page=2\">older</a>", "/changes", "changes/index.html").ShouldBe("<a href=\"../changes/page/2/\">older</a>");

    [Fact]
    public void A_link_to_what_is_not_written_becomes_words_that_say_why()
    {
        Rewrite("a <a href=\"/playground\" class=\"x\"><b>Try</b> it</a> b").ShouldBe("a <span class=\"live-only\" title=\"Live only: run assay serve\"><b>Try</b> it</span> b");
        Rewrite("<a href=\"/compare/a-vs-b\">x</a><a href=\"/\">y</a>").ShouldStartWith("<span class=\"live-only\" title=\"This comparison is not in this copy");
        Rewrite("<a href=\"/conflicts?offer=x\">x</a>").ShouldNotContain("href");
        Rewrite("<head><link rel=\"alternate\" href=\"/feed.atom\"><meta charset=\"utf-8\"></head>").ShouldBe("<head><meta charset=\"utf-8\"></head>");
    }

    [Fact]
    public void A_whole_address_needs_to_know_where_the_folder_is_served()
    {
        const string head = "<link rel=\"canonical\" href=\"/models/x/y\"><p>x</p>";
        Rewrite(head).ShouldBe("<p>x</p>");
        Rewrite(head, site: "https://a.example/some/where/").ShouldBe("<link rel=\"canonical\" href=\"https://a.example/some/where/models/x/y/\"><p>x</p>");
        Rewrite($"<meta property=\"og:url\" content=\"{LinkRewriter.Nowhere}/models/x/y\"><p>x</p>").ShouldBe("<p>x</p>");
        Rewrite("<meta property=\"og:url\" content=\"https://a.example/some/where/models/x/y\">", site: "https://a.example/some/where/").ShouldBe("<meta property=\"og:url\" content=\"https://a.example/some/where/models/x/y/\">");
        Rewrite("<meta property=\"og:image\" content=\"https://a.example/none.png\"><p>x</p>", site: "https://a.example/").ShouldBe("<p>x</p>");
    }

    [Fact]
    public void Whole_addresses_of_feeds_end_as_the_folders_do()
    {
        var output = new PageStream();
        new LinkRewriter(Find, new("https://a.example/w/")).WriteWhole("<link href=\"https://a.example/w/models/x/y#history\"/><loc>https://a.example/w/</loc> https://a.example/w/none \"https://a.example/w/models/x/y\""u8, output);
        Encoding.UTF8.GetString(output.Written).ShouldBe("<link href=\"https://a.example/w/models/x/y/#history\"/><loc>https://a.example/w/</loc> https://a.example/w/none \"https://a.example/w/models/x/y/\"");
    }
}
