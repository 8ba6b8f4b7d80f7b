using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Assay.Tests.Web;

/// <summary>A page as text: what Razor writes is regular enough (double quotes, no bare brackets) to be read without a parser.</summary>
internal sealed partial record Page(HttpStatusCode Status, string Html)
{
    public static async Task<Page> Get(HttpClient client, string address)
    {
        using var reply = await client.GetAsync(new Uri(address, UriKind.Relative));
        return new(reply.StatusCode, await reply.Content.ReadAsStringAsync());
    }

    public string Title => WebUtility.HtmlDecode(TitleTag().Match(Html).Groups[1].Value);
    public string Main => Html[Html.IndexOf("<main", StringComparison.Ordinal)..Html.IndexOf("</main>", StringComparison.Ordinal)];

    /// <summary>What the head says under a name: <c>description</c>, <c>og:image</c>; null where it says nothing.</summary>
    public string? Meta(string name) => Regex.Match(Html, $"<meta (?:name|property)=\"{name}\" content=\"([^\"]*)\"", RegexOptions.None, TimeSpan.FromSeconds(5)) is { Success: true } m ? WebUtility.HtmlDecode(m.Groups[1].Value) : null;

    /// <summary>The address under which the page is known; null where it names none.</summary>
    public string? Canonical => Regex.Match(Html, "<link rel=\"canonical\" href=\"([^\"]*)\"", RegexOptions.None, TimeSpan.FromSeconds(5)) is { Success: true } m ? WebUtility.HtmlDecode(m.Groups[1].Value) : null;

    /// <summary>What the page says of itself in the words of schema.org.</summary>
    public IReadOnlyList<JsonNode> Schemas
    {
        get
        {
            const string begin = "<script type=\"application/ld+json\">";
            var start = Html.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
            return start < begin.Length ? [] : [.. JsonNode.Parse(Html[start..Html.IndexOf("</script>", start, StringComparison.Ordinal)])!["@graph"]!.AsArray().Select(n => n!)];
        }
    }

    /// <summary>The one thing of a type.</summary>
    public JsonNode Schema(string type) => Schemas.Single(s => s["@type"]!.GetValue<string>() == type);

    /// <summary>What a reader sees of the main part, one block a line.</summary>
    public string Text => Reduce(Main);

    /// <summary>The text of one section.</summary>
    public string Section(string id)
    {
        var start = Html.IndexOf($"<section id=\"{id}\"", StringComparison.Ordinal);
        return start < 0 ? throw new InvalidOperationException($"The page '{Title}' has no section '{id}'.") : Reduce(Html[start..Html.IndexOf("</section>", start, StringComparison.Ordinal)]);
    }

    public IReadOnlyList<string> Links => [.. Links_().Matches(Html).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value))];
    public IReadOnlySet<string> Ids => IdAttributes().Matches(Html).Select(m => m.Groups[1].Value).ToHashSet(StringComparer.Ordinal);

    /// <summary>What the page itself loads or sends to: everything with an address but links that a reader follows, and names of the page itself.</summary>
    public IReadOnlyList<string> Loads => [.. LoadingTags().Matches(Html).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value))];

    /// <summary>The value of an input field of the main part, as the page shows it; the header has a box of its own.</summary>
    public string? Field(string name) => Regex.Match(Main, $"<input[^>]*name=\"{name}\"[^>]*?value=\"([^\"]*)\"", RegexOptions.None, TimeSpan.FromSeconds(5)) is { Success: true } m ? WebUtility.HtmlDecode(m.Groups[1].Value) : null;

    public bool Invalid(string name) => Regex.IsMatch(Html, $"<input[^>]*name=\"{name}\"[^>]*aria-invalid=\"true\"", RegexOptions.None, TimeSpan.FromSeconds(5));

    private static string Reduce(string html)
    {
        html = Whitespace().Replace(Silent().Replace(html, " "), " ");
        html = Blocks().Replace(html, "\n");
        html = Cells().Replace(html, " | ");
        html = WebUtility.HtmlDecode(Tags().Replace(html, ""));
        var lines = html.Split('\n').Select(l => Blanks().Replace(l, " ").Trim(' ', '|')).Where(l => l.Length > 0);
        return string.Join('\n', lines) + "\n";
    }

    [GeneratedRegex("<title>(.*?)</title>", RegexOptions.Singleline)] private static partial Regex TitleTag();
    [GeneratedRegex("<a\\b[^>]*\\bhref=\"([^\"]*)\"")] private static partial Regex Links_();
    [GeneratedRegex("\\bid=\"([^\"]*)\"")] private static partial Regex IdAttributes();
    [GeneratedRegex("<(?!a\\b|link rel=\"canonical\"|link rel=\"alternate\" type=\"application/json\\+oembed\")[a-z][a-z0-9-]*\\b[^>]*\\b(?:src|href|action|srcset|poster|data)=\"([^\"]*)\"")] private static partial Regex LoadingTags();
    [GeneratedRegex("<(script|style|svg)\\b.*?</\\1>", RegexOptions.Singleline)] private static partial Regex Silent();
    [GeneratedRegex("\\s*</?(p|div|li|ul|ol|dl|dt|dd|h[1-6]|tr|table|thead|tbody|caption|section|form|details|summary|label|button|nav|br)\\b[^>]*>\\s*")] private static partial Regex Blocks();
    [GeneratedRegex("</t[dh]>")] private static partial Regex Cells();
    [GeneratedRegex("<[^>\"]*(?:\"[^\"]*\"[^>\"]*)*>")] private static partial Regex Tags();
    [GeneratedRegex("[^\\S\n]+")] private static partial Regex Blanks();
    [GeneratedRegex("\\s+")] private static partial Regex Whitespace();
}
