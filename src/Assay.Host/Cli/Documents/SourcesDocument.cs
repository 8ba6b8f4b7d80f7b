using Assay.Host.Cli.Text;
using Assay.Host.Sync;
using Assay.Units;

namespace Assay.Host.Cli.Documents;

/// <summary>The sources with their newest snapshots.</summary>
public static class SourcesDocument
{
    public static Document Of(SourcesView view)
    {
        var document = new Document("Sources");
        document.Table(new([new("Source"), new("Offers", Number: true), new("Claims", Number: true), new("Past", Number: true), new("Newest"), new("Age"), new("Last attempt")], [.. view.Sources.Select(Row)]));
        return document.Bullets(view.Sources.Where(s => s.Held is not null).Select(s => new BulletItem(new($"{s.Source}: {s.Held!.Detail}", Tone.Disputed))))
            .Bullets(view.Sources.Where(s => s.Last is { Result: "failed" }).Select(s => new BulletItem(new($"{s.Source}: {s.Last!.Detail}", Tone.No))));
    }

    private static Row Row(SourceStateView s) => new(
    [
        new(s.Source), Number(s.Offers), Number(s.Claims), Number(s.PastClaims), new(s.AsOf ?? "none"), new(s.Age ?? "–"),
        new(s.Last is { } last ? $"{last.Result} {last.At[..10]}" : s.Addresses.Count > 0 ? "never fetched" : "not fetched"),
    ]);

    private static Phrase Number(int? count) => new(count is { } known ? Format.Exact(known) : "–");
}
