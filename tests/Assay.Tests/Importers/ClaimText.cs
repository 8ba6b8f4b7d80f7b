using System.Globalization;
using Assay.Adapters.Importers;
using Assay.Catalog;

namespace Assay.Tests.Importers;

/// <summary>Claims as lines of text, for golden files and comparisons.</summary>
internal static class ClaimText
{
    public static string Of(IEnumerable<Claim> claims) => string.Join('\n', claims.Select(Of)) + "\n";

    public static string Of(Claim c) => string.Create(
        CultureInfo.InvariantCulture,
        $"{c.Subject} | {c.Property} = {c.Value.Kind}:{c.Value.Text.Replace('\u001f', '~')}{(c.Quoted is null ? "" : $" | “{c.Quoted}”")}{(c.Note is null ? "" : $" | {c.Note}")}{(c.Unconfirmed ? " | unconfirmed" : "")}{(c.Forced ? " | forced" : "")} | {c.From:yyyy-MM-dd}..{c.To:yyyy-MM-dd} | {c.Source.Publisher} {c.Source.AsOf}");

    public static string Of(ParsedSnapshot parsed) =>
        $"as of {parsed.Snapshot.AsOf:yyyy-MM-dd}\n\n# claims\n{Of(parsed.Claims)}\n# refused\n{string.Join('\n', parsed.Refusals)}\n\n# notes\n"
        + $"{string.Join('\n', parsed.Notes.Select(n => $"{n.Count} × {n.Text} ({n.FirstExample})"))}\n\n# counts\n{string.Join('\n', parsed.Counts.Select(c => $"{c.What} {c.Number}"))}\n";
}
