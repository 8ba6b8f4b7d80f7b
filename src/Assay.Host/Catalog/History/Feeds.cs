using System.Text;
using System.Text.Json;
using System.Xml;
using Assay.Units;

namespace Assay.Host.Catalog.History;

/// <summary>Changes as an Atom 1.0 feed (RFC 4287) and as a JSON feed (jsonfeed.org, version 1.1). Entries keep their ids for ever.</summary>
/// <remarks>XML knows no control characters: what a source says is written without them.</remarks>
public static class Feeds
{
    private const string Atom = "http://www.w3.org/2005/Atom";

    /// <param name="view">The changes, newest first.</param>
    /// <param name="site">Scheme and host, without a slash at the end.</param>
    /// <param name="self">Path and query of the feed.</param>
    public static byte[] WriteAtom(ChangesView view, string site, string self)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new() { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" }))
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteElementString("title", Atom, Visible.Of(Title(view)));
            xml.WriteElementString("id", Atom, site + self);
            xml.WriteElementString("updated", Atom, Moment(view.Changes.Count > 0 ? view.Changes[0].Day : view.Until));
            Link(xml, "self", site + self, "application/atom+xml");
            Link(xml, "alternate", site + Page(self), "text/html");
            xml.WriteStartElement("author", Atom);
            xml.WriteElementString("name", Atom, "Assay");
            xml.WriteEndElement();
            foreach (var change in view.Changes) Entry(xml, change, site);
            xml.WriteEndElement();
        }
        return bytes.ToArray();
    }

    private static void Entry(XmlWriter xml, ChangeView change, string site)
    {
        xml.WriteStartElement("entry", Atom);
        xml.WriteElementString("title", Atom, Visible.Of(TitleOf(change)));
        xml.WriteElementString("id", Atom, Visible.Of(change.Id));
        xml.WriteElementString("updated", Atom, Moment(change.Day));
        Link(xml, "alternate", site + PathOf(change), "text/html");
        // Where the claim was made: the page or file that says so.
        if (change.Claims[0].Url is { } url && Web.Html.EvidenceHtml.IsWeb(url)) Link(xml, "via", url, null);
        xml.WriteStartElement("category", Atom);
        xml.WriteAttributeString("term", change.Kind);
        xml.WriteEndElement();
        xml.WriteElementString("content", Atom, Visible.Of(Content(change)));
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string relation, string address, string? type)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        if (type is not null) xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", Visible.Of(address));
        xml.WriteEndElement();
    }

    /// <inheritdoc cref="WriteAtom"/>
    public static byte[] WriteJson(ChangesView view, string site, string self)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new() { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteString("version", "https://jsonfeed.org/version/1.1");
            json.WriteString("title", Title(view));
            json.WriteString("home_page_url", site + Page(self));
            json.WriteString("feed_url", site + self);
            json.WriteString("language", "en");
            json.WriteStartArray("items");
            foreach (var change in view.Changes)
            {
                json.WriteStartObject();
                json.WriteString("id", change.Id);
                json.WriteString("url", site + PathOf(change));
                if (change.Claims[0].Url is { } url && Web.Html.EvidenceHtml.IsWeb(url)) json.WriteString("external_url", url);
                json.WriteString("title", TitleOf(change));
                json.WriteString("content_text", Content(change));
                json.WriteString("date_published", Moment(change.Day));
                json.WriteStartArray("tags");
                json.WriteStringValue(change.Kind);
                json.WriteEndArray();
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return bytes.ToArray();
    }

    private static string Title(ChangesView view)
    {
        string?[] parts = [view.Model, view.Provider is null ? null : $"provider {view.Provider}", view.Kind, view.Watch ? "watch list" : null];
        var of = parts.OfType<string>().ToArray();
        return "Assay: what changed" + (of.Length == 0 ? "" : $" ({string.Join(", ", of)})");
    }

    private static string TitleOf(ChangeView change)
    {
        var name = change.ModelName is null || change.ModelName == change.Subject ? change.Subject : change.ModelName;
        return change.SubjectKind == "offer" ? $"{name} at {change.Provider}: {change.Text}" : $"{name}: {change.Text}";
    }

    /// <summary>What the title says, of what exactly, who says so and where both values were read.</summary>
    private static string Content(ChangeView change) =>
        $"{Words.Sentence(change.Text)}. This is of the {change.SubjectKind} {change.Subject}, from {change.Day} on. "
        + string.Join(" ", change.Claims.Select(c => $"{c.Source} (as of {c.AsOf}): {c.Display}{(c.Url is null ? "" : $", {c.Url}")}."));

    private static string PathOf(ChangeView change) => change.HasPage ? $"/models/{change.Model}#history" : change.Provider is not null ? $"/providers/{Uri.EscapeDataString(change.Provider)}" : "/changes";

    private static string Page(string self) => "/changes" + (self.IndexOf('?', StringComparison.Ordinal) is var at and >= 0 ? self[at..] : "");

    private static string Moment(string day) => day + "T00:00:00Z";
}
