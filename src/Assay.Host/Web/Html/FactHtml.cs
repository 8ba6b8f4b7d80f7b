using System.Text;
using System.Text.Encodings.Web;
using Assay.Host.Catalog;
using Assay.Host.Comparison;
using Microsoft.AspNetCore.Html;

namespace Assay.Host.Web.Html;

/// <summary>How facts, cells and sentences look: the one place that writes the five states. Each has a glyph, a word for screen readers and a tone.</summary>
public static class FactHtml
{
    /// <param name="ahead">Whether the figure is the better one of its row.</param>
    public static IHtmlContent Fact(PageEvidence evidence, string title, FactView fact, bool ahead = false) =>
        Write(evidence, title, fact.State, fact.Display, fact.Exact, fact.Why, fact.Claims, fact.Unconfirmed, ahead, yesNo: fact.Value is bool || fact.State == "no");

    public static IHtmlContent Cell(PageEvidence evidence, string title, CellView cell) =>
        Write(evidence, title, cell.State, cell.Display, cell.Exact, cell.Note, cell.Claims, cell.Claims is [{ Unconfirmed: true }, ..], cell.Best, yesNo: cell.Display is "yes" or "no");

    /// <summary>A mark behind a value that is a link of its own.</summary>
    public static IHtmlContent Why(PageEvidence evidence, string title, FactView fact) => Mark(evidence.Number(title, fact.Claims, fact.Why, fact.Exact));

    /// <summary>A value that one claim or two carry, with the way to them.</summary>
    public static IHtmlContent Claimed(PageEvidence evidence, string title, string display, params IReadOnlyList<ClaimView> claims) =>
        Write(evidence, title, display == "no" ? "no" : "known", display, null, null, claims, claims is [{ Unconfirmed: true }, ..], best: false, yesNo: display is "yes" or "no");

    /// <summary>A mark behind a sentence that leads to its rule and its claims.</summary>
    public static IHtmlContent Why(PageEvidence evidence, FindingView finding) => Why(evidence, finding.Rule, finding.Decision, finding.Text, finding.Claims);

    public static IHtmlContent Why(PageEvidence evidence, string rule, string decision, string text, IReadOnlyList<ClaimView> claims)
    {
        var short_ = text.Length > 90 ? text[..(text.LastIndexOf(' ', 88) is > 40 and var end ? end : 88)] + " …" : text;
        var number = evidence.Number($"“{short_}”", claims, $"Rule {rule}, decision: {decision.Replace('_', ' ')}.", key: text);
        return Mark(number);
    }

    private static HtmlString Mark(int number) => new($"<a class=\"why\" href=\"#e{number}\" data-e=\"{number}\" aria-label=\"Evidence {number}\">{number}</a>");

    private static HtmlString Write(
        PageEvidence evidence, string title, string state, string display, string? exact, string? why, IReadOnlyList<ClaimView> claims, bool unconfirmed, bool best, bool yesNo)
    {
        var html = new StringBuilder(160);
        var linked = claims.Count > 0;
        var tone = state switch { "known" when yesNo => "yes", "known" => "value", _ => state };
        if (linked)
        {
            var number = evidence.Number(title, claims, why, exact, disputed: state == "disputed");
            html.Append("<a class=\"f ").Append(tone).Append(best ? " best" : "").Append("\" href=\"#e").Append(number).Append("\" data-e=\"").Append(number).Append('"');
        }
        else html.Append("<span class=\"f ").Append(tone).Append(best ? " best" : "").Append('"');
        if (!linked && why is not null) Attribute(html, "title", why);
        else if (exact is not null) Attribute(html, "title", exact);
        html.Append('>');

        switch (state)
        {
            case "disputed":
                Glyph(html, "≠");
                if (yesNo) Glyph(html, display == "yes" ? "✓" : "✗");
                html.Append("<span class=\"vh\">disputed, picked: </span>");
                Text(html, display);
                Others(html, display, claims);
                break;
            case "unknown":
                Glyph(html, "?");
                html.Append("<span class=\"w\">");
                Text(html, display);
                html.Append("</span>");
                break;
            case "not_applicable":
                Glyph(html, "–");
                html.Append("<span class=\"w\">");
                Text(html, display);
                html.Append("</span>");
                break;
            default:
                if (yesNo) Glyph(html, display == "no" ? "✗" : "✓");
                if (unconfirmed) html.Append("<i>");
                Text(html, display);
                if (unconfirmed) html.Append("</i><span aria-hidden=\"true\">†</span><span class=\"vh\"> unconfirmed</span>");
                if (best) html.Append("<span class=\"mark\" aria-hidden=\"true\"></span><span class=\"vh\"> (ahead)</span>");
                break;
        }
        html.Append(linked ? "</a>" : "</span>");
        return new(html.ToString());
    }

    /// <summary>What the other sources say, each value once, in the cell itself.</summary>
    private static void Others(StringBuilder html, string picked, IReadOnlyList<ClaimView> claims)
    {
        var others = claims.Where(c => !c.Unconfirmed && !c.Forced).Select(c => c.Display).Where(d => d != picked).Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
        if (others.Length == 0) return;
        html.Append(" <span class=\"also\">also said: ");
        Text(html, string.Join(", ", others.Take(2)) + (others.Length > 2 ? $" and {others.Length - 2} more" : ""));
        html.Append("</span>");
    }

    private static void Glyph(StringBuilder html, string glyph) => html.Append("<span class=\"g\" aria-hidden=\"true\">").Append(glyph).Append("</span>");
    private static void Text(StringBuilder html, string text) => html.Append(HtmlEncoder.Default.Encode(text));
    private static void Attribute(StringBuilder html, string name, string value) => html.Append(' ').Append(name).Append("=\"").Append(HtmlEncoder.Default.Encode(value)).Append('"');
}
