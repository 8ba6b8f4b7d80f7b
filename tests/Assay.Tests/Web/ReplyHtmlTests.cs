using System.Text.Encodings.Web;
using AngleSharp.Html.Parser;
using Assay.Host.Web.Html;
using Shouldly;
using Xunit;

namespace Assay.Tests.Web;

/// <summary>A model's reply as Markdown can neither run, load, frame, style nor send anything.</summary>
public sealed class ReplyHtmlTests
{
    private static readonly string[] Attributes = ["href", "rel", "target", "start"];

    public static TheoryData<string> Attacks =>
    [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "![x](https://evil.example/track.png)", "![x](javascript:alert(1))", "![a\"onerror=\"alert(1)](x)",
        "[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](java\nscript:alert(1))", "[x](&#106;avascript:alert(1))", "[x](data:text/html;base64,PHNjcmlwdD4=)", "[x](vbscript:msgbox)", "<javascript:alert(1)>",
        "[x](//evil.example)", "[x](file:///etc/passwd)", "[x]: javascript:alert(1)\n\n[x]", "<a href=javascript:alert(1)>x</a>", "<iframe src=https://evil.example></iframe>",
        "<svg/onload=alert(1)>", "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>", "<style>@import url(https://evil.example)</style>", "<link rel=stylesheet href=https://evil.example>",
        "<form action=https://evil.example><input name=q></form>", "<meta http-equiv=refresh content=0;url=https://evil.example>", "<base href=https://evil.example>", "<object data=x></object><embed src=x>",
        "<details open ontoggle=alert(1)>", "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">", "`<script>alert(1)</script>`", "```html\n<script>alert(1)</script>\n```", "<!--<img src=\"--><img src=x onerror=alert(1)>",
        "<p style=\"background:url(https://evil.example)\">x</p>", "|a|\n|-|\n|<img src=x onerror=alert(1)>|", "# <img src=x onerror=alert(1)>", "- [x] <input autofocus onfocus=alert(1)>", "https://evil.example/\"onmouseover=\"alert(1)",
        "<x y=\"z", "[a](https://ok.example \"t\" onclick=alert(1))", "\u0000<script\u0000>alert(1)</script>", "<a href=\"https://ok.example\" ping=\"https://evil.example\">x</a>", "<video src=https://evil.example autoplay></video>",
    ];

    [Theory]
    [MemberData(nameof(Attacks))]
    public void Nothing_in_a_reply_runs_or_loads(string reply)
    {
        var body = new HtmlParser().ParseDocument($"<body>{Html(reply)}</body>").Body!;
        foreach (var element in body.QuerySelectorAll("*"))
        {
            element.LocalName.ShouldBeOneOf("p", "br", "hr", "em", "strong", "del", "sub", "sup", "mark", "ins", "code", "pre", "blockquote", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td", "a");
            element.Attributes.Select(a => a.Name).Except(Attributes).ShouldBeEmpty();
            if (element.GetAttribute("href") is { } address) address.ShouldMatch("^https?://");
        }
    }

    [Fact]
    public void What_people_write_in_Markdown_is_kept()
    {
        var html = Html("# Title\n\nA *word*, a **strong** one, `code` and [a link](https://ok.example/a?b=c&d=e).\n\n1. one\n2. two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```\nx < y\n```");
        html.ShouldContain("<strong>Title</strong>");
        html.ShouldContain("<em>word</em>");
        html.ShouldContain("href=\"https://ok.example/a?b=c&amp;d=e\" rel=\"nofollow noopener noreferrer\" target=\"_blank\"");
        html.ShouldContain("<td>2</td>");
        html.ShouldContain("x &lt; y");
    }

    [Fact]
    public void A_picture_is_named_and_not_loaded() => Html("![a cat](https://evil.example/cat.png)").ShouldContain("[image not loaded: a cat https://evil.example/cat.png]");

    [Fact]
    public void Text_that_is_nested_too_deep_or_too_long_is_shown_as_it_came()
    {
        Html(new string('>', 20_000) + " deep").ShouldContain("deep");
        Html(new string('[', 50_000)).ShouldContain("[");
        Html(new string('a', 200_000)).ShouldStartWith("<pre>");
    }

    private static string Html(string reply)
    {
        using var text = new StringWriter();
        ReplyHtml.Of(reply).WriteTo(text, HtmlEncoder.Default);
        return text.ToString();
    }
}
