using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Assay.Host.Cli.Text;
using Assay.Host.Web;

namespace Assay.Host.Decisions;

/// <summary>A record in one of its three forms. Markdown and HTML carry the JSON, and the hash of what people read around it.</summary>
public static partial class DecisionFile
{
    public static IReadOnlyList<string> Formats { get; } = ["markdown", "html", "json"];

    private const string FillIn = "<!-- fill in -->", FilledIn = "<!-- filled in -->";
    private const string FenceOpen = "```json\n", FenceClose = "\n```\n";
    private const string ScriptOpen = "<script type=\"application/json\" id=\"assay-decision\">\n", ScriptClose = "\n</script>\n";

    private const string Print = """
        h1 { font-size: 1.6rem; line-height: 1.25; } body { overflow-wrap: anywhere; } table { display: table; overflow: visible; }
        .fill { border: 1px solid #767676; padding: .5rem 1rem; } .fill p { border-bottom: 1px dotted #767676; min-height: 2.2rem; margin: .3rem 0; }
        @page { size: A4; margin: 16mm 15mm; }
        @media print { body { font-size: 9.5pt; line-height: 1.35; max-width: none; margin: 0; padding: 0; color: #000; background: #fff; }
          h2, h3 { break-after: avoid; } tr, li { break-inside: avoid; } li:has(ul) { break-inside: auto; } table { display: table; width: 100%; overflow: visible; } th, td { padding: .15rem .35rem; overflow-wrap: anywhere; border-color: #bbb; } a { color: inherit; } .quiet, .unknown { color: #444; } .yes { color: #0a6b2d; } .no { color: #a3261b; } .disputed { color: #8a5300; } }
        """;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };

    public static string Write(DecisionRecord record, string format) => format switch
    {
        "json" => Json(record) + "\n",
        "html" => Html(record),
        _ => Markdown(record),
    };

    /// <summary>Letters that could end a script or a fence are escaped in it.</summary>
    private static string Json(DecisionRecord record) => DecisionSealing.Node(record).ToJsonString(Indented);

    private static string Markdown(DecisionRecord record)
    {
        var choice = record.Decision.IsEmpty ? $"{FillIn}\nChosen:\n\nDecided by:\n\nBecause:\n{FilledIn}\n" : Cli.Text.Markdown.Write(DecisionDocument.Choice(record));
        var text = $"{Cli.Text.Markdown.Write(DecisionDocument.Head(record))}\n{choice}\n{Cli.Text.Markdown.Write(DecisionDocument.Rest(record))}\n";
        return $"{text}{Marker(Hash(text, FenceClose))}\n{FenceOpen}{Json(record)}{FenceClose}";
    }

    private static string Html(DecisionRecord record)
    {
        var choice = record.Decision.IsEmpty ? $"{FillIn}\n<div class=\"fill\"><p>Chosen: </p><p>Decided by: </p><p>Because: </p><p></p></div>\n{FilledIn}\n" : Cli.Text.Html.Blocks(DecisionDocument.Choice(record));
        var text = $"{Cli.Text.Html.Open(DecisionDocument.Title(record), Print)}<main>\n{Cli.Text.Html.Blocks(DecisionDocument.Head(record))}{choice}{Cli.Text.Html.Blocks(DecisionDocument.Rest(record))}</main>\n";
        return $"{text}{Marker(Hash(text, ScriptClose + Cli.Text.Html.Close))}\n{ScriptOpen}{Json(record)}{ScriptClose}{Cli.Text.Html.Close}";
    }

    private static string Marker(string hash) => $"<!-- assay-decision text sha256:{hash} -->";

    [GeneratedRegex("<!-- assay-decision text sha256:(?<hash>[0-9a-f]{64}) -->\n", RegexOptions.RightToLeft | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Markers();

    [GeneratedRegex("<!-- fill in -->.*?<!-- filled in -->", RegexOptions.Singleline, 10_000)]
    private static partial Regex Places();

    /// <summary>Over what people read: the text around the JSON, without the place that is there to be filled in.</summary>
    private static string Hash(string before, string after) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Places().Replace(before, FillIn + FilledIn) + "\0" + after)));

    /// <param name="content">Of a file in any of the three forms.</param>
    /// <exception cref="FormatException">It holds no record; the message says what was looked for.</exception>
    public static ReadDecision Read(string content)
    {
        var text = content.TrimStart('\ufeff').ReplaceLineEndings("\n");
        if (text.TrimStart().StartsWith('{')) return Parse(text, textEdited: false);
        if (Markers().Match(text) is not { Success: true } marker) throw new FormatException("it is no decision record: neither JSON, nor a document with the mark of one. Give a file that 'assay decide' wrote.");
        var (before, rest) = (text[..marker.Index], text[(marker.Index + marker.Length)..]);
        foreach (var (open, close, end) in new[] { (FenceOpen, FenceClose, FenceClose), (ScriptOpen, ScriptClose, ScriptClose + Cli.Text.Html.Close) })
        {
            if (!rest.StartsWith(open, StringComparison.Ordinal) || rest.IndexOf(close, open.Length, StringComparison.Ordinal) is not (> 0 and var at)) continue;
            return Parse(rest[open.Length..at], Hash(before, end) != marker.Groups["hash"].Value || rest[at..].TrimEnd('\n') != end.TrimEnd('\n'));
        }
        throw new FormatException("the JSON of the record is no longer behind its mark. Put back what was cut off, or give another copy.");
    }

    private static ReadDecision Parse(string text, bool textEdited)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new() { AllowDuplicateProperties = false });
            if (document.RootElement.ValueKind is not JsonValueKind.Object) throw new FormatException("its JSON is not an object.");
            var schema = document.RootElement.TryGetProperty("schema", out var named) && named.ValueKind is JsonValueKind.String ? named.GetString() : null;
            if (schema != DecisionRecord.Newest)
                throw new FormatException(schema is null ? $"its JSON has no 'schema': a record says '{DecisionRecord.Newest}'." : $"its schema is '{Units.Visible.Line(schema, 60)}': this program reads '{DecisionRecord.Newest}'. A newer Assay may have written it.");
            var record = document.Deserialize(AssayJson.Default.DecisionRecord)!;
            if (record.Models is not { Count: >= 2 } || record.Claims is null || record.Verdicts is null || record.Cost is null || record.Traffic is null) throw new FormatException("parts of it are null that every record has.");
            var json = JsonObject.Create(document.RootElement.Clone())!;
            return new(record, DecisionSealing.Edits(json, record), textEdited);
        }
        catch (InvalidOperationException e)
        {
            throw new FormatException("its JSON holds half a character.", e);
        }
        catch (JsonException e)
        {
            throw new FormatException($"its JSON cannot be read, at line {e.LineNumber + 1}: {e.Message.Split(" Path:")[0]}", e);
        }
    }
}

/// <summary>A record as it was read.</summary>
/// <param name="Edits">Parts that were edited since it was made, in words.</param>
/// <param name="TextEdited">What people read in the file is not what was written with the record.</param>
public sealed record ReadDecision(DecisionRecord Record, IReadOnlyList<string> Edits, bool TextEdited)
{
    public bool IsWhole => Edits.Count == 0 && !TextEdited;
}
