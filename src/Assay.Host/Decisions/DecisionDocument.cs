using Assay.Host.Cli.Documents;
using Assay.Host.Cli.Text;
using Assay.Units;

namespace Assay.Host.Decisions;

/// <summary>A record as documents, from nothing but the record.</summary>
internal static class DecisionDocument
{
    private const int ShownOfHash = 16;

    /// <summary>What stands before the decision.</summary>
    public static Document Head(DecisionRecord record) => new Document(Title(record)).Heading(1, Title(record))
        .Paragraph($"As of {record.AsOf}, from the claims that sources made by then. Signs like [c1] name the claims below.")
        .Paragraph(CostPart.Traffic(record.Traffic)).Heading(2, "Decision");

    /// <summary>The decision, where it was given.</summary>
    public static Document Choice(DecisionRecord record)
    {
        var (choice, document) = (record.Decision, new Document(""));
        document.Paragraph(new(choice.Chosen is { } id ? $"Chosen: {Name(record, id)} ({id})" : "Chosen: not said", Tone.Strong));
        document.Paragraph($"Decided by: {choice.By ?? "not said"}");
        foreach (var (line, i) in (choice.Because ?? "not said").Split('\n').Where(l => l.Trim().Length > 0).Select((l, i) => (l, i))) document.Paragraph(i == 0 ? $"Because: {line}" : line);
        return document;
    }

    /// <summary>What stands behind it.</summary>
    public static Document Rest(DecisionRecord record)
    {
        var document = new Document("").Heading(2, "Verdict");
        foreach (var verdict in record.Verdicts) document.Paragraph(new(Word(record, verdict), Tone.Strong)).Paragraph(Cited(verdict.Text, verdict.Claims));
        document.Heading(2, "Scorecard").Table(Scorecard(record));
        document.Heading(2, "Monthly cost at this traffic");
        foreach (var cost in record.Cost) Bill(document.Heading(3, Name(record, cost.Model)), cost);
        Sentences(document, "Trade-offs", record.Tradeoffs);
        Sentences(document, "Lifecycle", record.Lifecycle);
        document.Heading(2, "Switch friction");
        foreach (var way in record.Switch.GroupBy(s => (s.From, s.To))) document.Heading(3, $"{Name(record, way.Key.From!)} → {Name(record, way.Key.To!)}").Bullets(way.Select(s => (BulletItem)Cited(s.Text, s.Claims)));
        Benchmarks(document, record);
        Evals(document.Heading(2, "Own evals"), record);
        Open(document.Heading(2, "Open questions"), record);
        Claims(document.Heading(2, "Claims"), record);
        return document.Heading(2, "To check this record").Paragraph("The record is in this file as JSON. This command tells whether it was edited and what has changed since: assay decide --check FILE")
            .Paragraph($"Made again by: {record.Command}").Paragraph($"The page it is of: {record.Page}").Paragraph(new($"{record.MadeBy}, {record.Schema}, SHA-256 {record.Integrity?.Sha256}", Tone.Quiet));
    }

    public static string Title(DecisionRecord record) => $"Decision record: {record.Title}";

    public static string Name(DecisionRecord record, string id) => record.Models.FirstOrDefault(m => m.Id == id)?.Name ?? id;

    internal static string Word(DecisionRecord record, DecisionVerdict verdict)
    {
        var word = verdict.Winner is { } winner ? $"Pick {Name(record, winner)}" : verdict.Decision == "no_difference" ? "No difference" : "Cannot say";
        return record.Verdicts.Count > 1 ? $"{word} ({string.Join(" or ", verdict.Pair.Select(p => Name(record, p)))})" : word;
    }

    private static string Cited(string text, IReadOnlyList<string> claims) => claims.Count == 0 ? text : $"{text} [{string.Join(", ", claims)}]";

    private static Block.Table Scorecard(DecisionRecord record) => new(
        [new("What"), .. record.Models.Select(m => new Column(m.Name)), new("Claims")],
        [.. record.Scorecard.Select(r => new Row([new(r.Label), .. r.Cells.Select(Cell), new(string.Join(", ", r.Cells.SelectMany(c => c.Claims).Distinct(StringComparer.Ordinal)), Tone.Quiet)]))]);

    private static Phrase Cell(DecisionCell cell) => cell.State switch
    {
        "unknown" => new("? unknown", Tone.Unknown),
        "not_applicable" => new("– not applicable", Tone.Quiet),
        "disputed" => new($"≠ {cell.Display}{(cell.Best ? " (ahead)" : "")}", Tone.Disputed),
        "no" => new("✗ no", Tone.No),
        _ => new($"{(cell.Display == "yes" ? "✓ yes" : cell.Display)}{(cell.Best ? " (ahead)" : "")}", cell.Best ? Tone.Strong : Tone.Plain),
    };

    private static void Bill(Document document, DecisionCost cost)
    {
        if (cost.UsdPerMonth is null) document.Paragraph($"{Words.Sentence(cost.Why ?? "the cost is unknown")}.{(cost.LastKnown is null ? "" : " Below is what it would have cost at its last known prices.")}");
        if ((cost.Lines.Count > 0 ? cost : cost.LastKnown) is not { } bill) return;
        document.Paragraph($"Route: {bill.ProviderName}, offer {bill.Offer}.{string.Concat(bill.Notes.Select(n => " " + n))}{(bill.Doubt is { } doubt ? $" {doubt}" : "")}");
        document.Table(new([new("Line"), new("Quantity", Number: true), new("Price", Number: true), new("Amount", Number: true), new("Claims")],
        [
            .. bill.Lines.Select(l => new Row([new(l.Label), new(Format.Count(l.Quantity)), Money(l.UnitPrice), Money(l.Usd), new(string.Join(", ", l.Claims), Tone.Quiet)])),
            new Row([new(bill == cost ? "Total a month" : "Last known total", Tone.Strong), "", "", new(bill.Display, Tone.Strong), ""]),
        ]));
    }

    private static Phrase Money(decimal? usd) => usd is { } known ? new(Format.Usd(known)) : new("? unknown", Tone.Unknown);

    private static void Sentences(Document document, string heading, IReadOnlyList<DecisionSentence> sentences)
    {
        if (sentences.Count > 0) document.Heading(2, heading).Bullets(sentences.Select(s => (BulletItem)Cited(s.Text, s.Claims)));
    }

    private static void Benchmarks(Document document, DecisionRecord record)
    {
        document.Heading(2, "Benchmarks");
        if (record.Benchmarks.Count == 0) document.Paragraph("No benchmark result is known of two of them in the same variant.");
        document.Bullets(record.Benchmarks.Select(b => new BulletItem(new($"{b.Name}{(b.Variant is null ? "" : $" · {b.Variant}")}"), null,
            [.. b.Results.Select(r => (BulletItem)Cited($"{Name(record, r.Model)}: {r.Display}{(r.Beside is null ? "" : $" ({r.Beside})")}{(r.Best ? ", ahead" : "")}", r.Claims))])));
    }

    private static void Evals(Document document, DecisionRecord record)
    {
        if (record.Evals.Count == 0) document.Paragraph("No finished run of your own asked these models.");
        foreach (var eval in record.Evals)
        {
            document.Heading(3, $"{eval.Suite} {eval.SuiteVersion}, {eval.Date}").Paragraph($"Run {eval.Run}, scoring {eval.Scoring}, {Words.Plural(eval.Samples, "sample")}, {eval.Settings}. Suite SHA-256 {eval.SuiteHash}.");
            document.Bullets(eval.Scores.Select(s => (BulletItem)$"{Name(record, s.Model)}, asked as {s.AskedAs}: {s.Display}, 95 %: {s.Interval}{(s.Open.Length > 0 ? $"; {s.Open}" : "")}").Concat(eval.Pairs.Select(p => (BulletItem)p.Sentence)));
            if (eval.Claims.Count > 0) document.Paragraph(new($"[{string.Join(", ", eval.Claims)}]", Tone.Quiet));
        }
    }

    private static void Open(Document document, DecisionRecord record)
    {
        (string Kind, string Heading)[] kinds = [("unknown", "Unknown"), ("disputed", "Disputed"), ("price", "Prices"), ("not_run", "Not tried"), ("ageing", "Ageing")];
        foreach (var (kind, heading) in kinds)
        {
            var of = record.Open.Where(q => q.Kind == kind).ToArray();
            if (of.Length > 0) document.Heading(3, heading).Bullets(of.Select(q => new BulletItem(new(Cited(q.Text, q.Claims)), null, q.Command is null ? null : [q.Command])));
        }
        if (record.Open.Count == 0) document.Paragraph("None that the catalogue knows of.");
    }

    private static void Claims(Document document, DecisionRecord record)
    {
        foreach (var (heading, of) in new[] { ("Cited above", record.Claims.Where(c => c.CitedIn.Count > 0)), ("Only on the comparison page", record.Claims.Where(c => c.CitedIn.Count == 0)) })
            if (of.Any()) document.Heading(3, $"{heading}, {Words.Plural(of.Count(), "claim")}").Bullets(of.Select(Claim));
    }

    private static BulletItem Claim(DecisionClaim claim) => new(new(
        $"{claim.Id} · {claim.Subject} · {claim.Property}: {Value(claim)} · {claim.Publisher} ({claim.Rank}), as of {claim.AsOf}, retrieved {claim.Retrieved ?? "not recorded"}"
        + $"{(claim.Unconfirmed ? " · † unconfirmed" : "")}{(claim.Forced ? " · a “no” that the format forces" : "")}{(claim.Note is null ? "" : $" · note: {claim.Note}")} · {claim.Sha256[..Math.Min(ShownOfHash, claim.Sha256.Length)]}"), claim.Url);

    private static string Value(DecisionClaim claim)
    {
        var value = claim.ValueKind == "b" || claim.Display.TrimStart('$') == claim.Value ? claim.Display : $"{claim.Display} ({claim.Value})";
        return claim.Quoted is { } quoted && quoted != claim.Value ? $"{value}, quoted “{quoted}”" : value;
    }
}
