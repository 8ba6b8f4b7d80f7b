using System.Text;
using System.Text.Encodings.Web;
using Assay.Host.Catalog;
using Microsoft.AspNetCore.Html;

namespace Assay.Host.Web.Html;

/// <summary>
/// The list of everything behind a page's figures. Hundreds of entries with thousands of values: written straight to the response, each claim
/// once (<see cref="ClaimAnchors"/>), with its line made once and kept with its view.
/// </summary>
public sealed class EvidenceHtml(PageEvidence evidence) : IHtmlContent
{
    private const int ClaimsShown = 12;

    /// <summary>Of a sentence: its claims stand behind the figures of the page as well.</summary>
    private const int ClaimsShownOfSentence = 5;

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write("<ol class=\"evidence\" tabindex=\"0\" aria-label=\"Evidence\">");
        var anchors = new ClaimAnchors(evidence.Entries, Shown);
        foreach (var entry in evidence.Entries) Write(writer, encoder, entry, anchors);
        writer.Write("</ol>");
    }

    private static int Shown(PageEvidence.Entry entry) => entry.OfSentence ? ClaimsShownOfSentence : ClaimsShown;

    private void Write(TextWriter writer, HtmlEncoder encoder, PageEvidence.Entry entry, ClaimAnchors anchors)
    {
        writer.Write("\n<li id=\"e");
        writer.Write(entry.Number);
        writer.Write("\"><h3>");
        writer.Write(entry.Number);
        writer.Write(". ");
        encoder.Encode(writer, entry.Title);
        writer.Write("</h3>");
        if (entry.Exact is not null) Paragraph(writer, encoder, $"Exactly {entry.Exact}.");
        if (entry.Why is not null) Paragraph(writer, encoder, entry.Why);
        if (evidence.History is { } history && entry.Claims is [{ Property: null } shownFirst, ..] && PastHtml.Of(shownFirst.Claim, history, evidence.Day) is { } past) writer.Write(past);
        if (entry.Disputed && entry.Claims is [{ Offer: { } offer }, ..] && entry.Claims.All(c => c.Offer == offer))
        {
            writer.Write("<p><a href=\"/conflicts?offer=");
            encoder.Encode(writer, Uri.EscapeDataString(offer));
            writer.Write("\">Why they disagree</a></p>");
        }
        if (entry.Claims.Count == 0) Paragraph(writer, encoder, "Rests on no claim: it says what is not known.");
        else
        {
            var shown = Shown(entry);
            writer.Write("<ul class=\"claims\">");
            for (var i = 0; i < entry.Claims.Count && i < shown; i++)
            {
                var claim = entry.Claims[i];
                if (anchors.Elsewhere(entry, claim) is > 0 and var line) WriteElsewhere(writer, claim, line);
                else WriteOut(writer, claim, anchors.Of(entry, claim), picked: claim.Picked && entry.Claims.Count > 1);
            }
            if (entry.Claims.Count > shown) writer.Write($"<li class=\"quiet\">and {entry.Claims.Count - shown} more, all in the JSON of this page</li>");
            writer.Write("</ul>");
        }
        writer.Write("</li>");
    }

    private void WriteOut(TextWriter writer, ClaimView claim, int anchor, bool picked)
    {
        var line = claim.Line ??= Make(claim);
        writer.Write("<li");
        if (anchor > 0)
        {
            writer.Write(" id=\"c");
            writer.Write(anchor);
            writer.Write('"');
        }
        writer.Write(picked ? " class=\"picked\">" : ">");
        writer.Write(line.BeforeAge);
        writer.Write(evidence.AgeOf(claim));
        writer.Write(line.AfterAge);
        writer.Write("</li>");
    }

    private static void WriteElsewhere(TextWriter writer, ClaimView claim, int anchor)
    {
        writer.Write("<li><a href=\"#c");
        writer.Write(anchor);
        writer.Write(claim.Mention ??= $"\">{HtmlEncoder.Default.Encode(claim.Property!)}</a>: {HtmlEncoder.Default.Encode($"{claim.Display} · {claim.Source}, as of {claim.AsOf}{(claim.Unconfirmed ? " · unconfirmed" : "")}")}</li>");
    }

    private static void Paragraph(TextWriter writer, HtmlEncoder encoder, string text)
    {
        writer.Write("<p>");
        encoder.Encode(writer, text);
        writer.Write("</p>");
    }

    /// <summary>How the addresses of this site's eval runs begin: the one kind of source that lies on it.</summary>
    private const string OwnRun = "/evals/";

    /// <summary>Whether an address may be a link: one that a catalogue file makes up could run a script.</summary>
    public static bool IsWeb([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] string? address) =>
        address is not null && (address.StartsWith(OwnRun, StringComparison.Ordinal) || address.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || address.StartsWith("http://", StringComparison.OrdinalIgnoreCase));

    /// <summary>"ai.google.dev/gemma/docs": an address short enough to tell pages of one publisher apart.</summary>
    public static string Place(string address)
    {
        var place = address[(address.IndexOf("//", StringComparison.Ordinal) + 2)..].TrimEnd('/');
        return place.Length <= 60 ? place : place[..59] + "…";
    }

    private static EvidenceLine Make(ClaimView claim)
    {
        var html = new StringBuilder();
        void Text(string? text) => html.Append(HtmlEncoder.Default.Encode(text ?? ""));
        if (claim.Property is not null)
        {
            html.Append("<span class=\"quiet\">");
            Text(claim.Property);
            html.Append(": </span>");
        }
        Text(claim.Display);
        if (claim.Quoted != claim.Value) Text($" (“{claim.Quoted}”)");
        html.Append(" · ");
        if (IsWeb(claim.Url))
        {
            html.Append("<a href=\"");
            Text(claim.Url);
            html.Append("\" rel=\"nofollow noopener\">");
        }
        Text(claim.Source);
        if (IsWeb(claim.Url)) html.Append("</a>");
        Text($", as of {claim.AsOf}");
        var before = html.ToString();
        html.Clear();
        if (claim.Retrieved is not null) Text($", retrieved {claim.Retrieved}");
        if (claim.Scope != "model") Text($" · {claim.Scope}");
        if (claim.Unconfirmed) Text(" · unconfirmed");
        if (claim.Forced) Text(" · its format allows only yes or no");
        if (claim.Note is not null) Text($" · {claim.Note}");
        return new(before, html.ToString());
    }
}

/// <summary>A claim's line in two parts: its age, which depends on the day, goes between them.</summary>
internal sealed record EvidenceLine(string BeforeAge, string AfterAge);
