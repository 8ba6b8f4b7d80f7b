using Assay.Host.Cli.Text;
using Assay.Units;

namespace Assay.Host.Decisions;

/// <summary>What became of a record, for people.</summary>
internal static class DecisionCheckDocument
{
    private const int MostOthers = 10;

    public static Document Of(DecisionCheckView view, DecisionRecord record, bool quiet)
    {
        var document = new Document(view.Title).Heading(1, $"{view.Title}: the record of {view.AsOf}, looked at on {view.Today}");
        document.Paragraph(new(Summary(view), view.Outcome == "same" ? Tone.Yes : Tone.No));
        Integrity(document, view);
        if (quiet) return document;
        if (view.Missing.Count > 0) return document.Paragraph($"The catalogue no longer has {Words.List(view.Missing)}: nothing can be compared. 'assay sync' or an import may bring {(view.Missing.Count == 1 ? "it" : "them")} back.");
        document.Heading(2, "Verdict").Bullets(view.Verdicts.Select(v => Verdict(v, record)));
        document.Heading(2, "Monthly cost at the same traffic").Bullets(view.Cost.Select(c => Cost(c, record)));
        Claims(document, view);
        New(document, view);
        if (view.Evals.Count > 0) document.Heading(2, "Own evals").Bullets(view.Evals.Select(e => (BulletItem)e));
        return document;
    }

    private static string Summary(DecisionCheckView view) => view.Outcome switch
    {
        "same" => "Nothing that matters has changed: verdict, cost and every claim that the record rests on are the same.",
        "edited" => "This file is not as it was written: do not rely on it.",
        _ when view.Missing.Count > 0 => "Something has changed: a model is no longer in the catalogue.",
        _ => $"Something has changed: {Words.List([.. Changed(view)])}.",
    };

    private static IEnumerable<string> Changed(DecisionCheckView view)
    {
        if (view.Verdicts.Any(v => !v.Same)) yield return "the verdict";
        if (view.Cost.Any(c => !c.Same)) yield return "the cost";
        if (view.Claims.Count(c => c.Matters) is > 0 and var claims) yield return $"{Words.Plural(claims, "claim")} that the record rests on";
        if (view.New.Count(n => n.Kind != "other") is > 0 and var news) yield return $"{Words.Plural(news, "new thing")} that bear{(news == 1 ? "s" : "")} on it";
        if (view.Evals.Count > 0) yield return "own evals";
    }

    private static void Integrity(Document document, DecisionCheckView view)
    {
        if (view.Integrity.Whole)
        {
            document.Paragraph(new("✓ The file is as it was written.", Tone.Quiet));
            return;
        }
        document.Bullets(view.Integrity.Edited.Select(e => new BulletItem(new($"✗ edited by hand: {e}", Tone.No))));
        if (view.Integrity.TextEdited) document.Bullets([new(new($"✗ edited by hand: the text around the record{(view.Integrity.Edited.Count == 0 ? "; the record in it, which is compared below, is whole" : "")}", Tone.No))]);
    }

    private static BulletItem Verdict(VerdictThenNow verdict, DecisionRecord record)
    {
        string Name(string? id) => id is null ? "none" : DecisionDocument.Name(record, id);
        var pair = record.Models.Count > 2 ? $"{Name(verdict.Pair[0])} or {Name(verdict.Pair[1])}: " : "";
        return verdict.Same
            ? new(new($"{pair}the same: {(verdict.WinnerNow is null ? verdict.TextNow : $"pick {Name(verdict.WinnerNow)}")}"))
            : new(new($"{pair}pick then: {Name(verdict.WinnerThen)}; pick now: {Name(verdict.WinnerNow)}", Tone.No), null, [$"then: {verdict.TextThen}", $"now: {verdict.TextNow}"]);
    }

    private static BulletItem Cost(CostThenNow cost, DecisionRecord record)
    {
        var name = DecisionDocument.Name(record, cost.Model);
        if (cost.Same) return $"{name}: {(cost.Now is null ? $"{cost.DisplayNow}, as then" : $"the same, {cost.DisplayNow}")}";
        var route = cost.OfferThen == cost.OfferNow || cost.OfferNow is null ? "" : $"; the cheapest route was {cost.OfferThen ?? "not known"} and is {cost.OfferNow}";
        return new(new($"{name}: {cost.DisplayThen} → {cost.DisplayNow}{(cost.Difference is null ? "" : $" ({cost.Difference})")}{route}{(cost.Now is null && cost.WhyNow is { } why ? $"; {why}" : "")}", Tone.No));
    }

    private static void Claims(Document document, DecisionCheckView view)
    {
        var (c, matter, others) = (view.Counts, view.Claims.Where(x => x.Matters).ToArray(), view.Claims.Where(x => !x.Matters).ToArray());
        document.Heading(2, "Claims").Paragraph($"{Words.Plural(c.Holds + c.Reworded, "claim")} of the record still {(c.Holds + c.Reworded == 1 ? "holds" : "hold")}{(c.Reworded > 0 ? $", {Format.Exact(c.Reworded)} in other words or on another page" : "")}; "
            + $"{Format.Exact(c.Changed)} changed, {Format.Exact(c.Ended)} ended.");
        if (matter.Length > 0) document.Heading(3, "The record rests on").Bullets(matter.Select(Claim));
        if (others.Length > 0) document.Heading(3, "Only on the comparison page").Bullets(others.Take(MostOthers).Select(Claim));
        if (others.Length > MostOthers) document.Paragraph(new($"And {Words.Plural(others.Length - MostOthers, "more change")} of this kind: --json has all.", Tone.Quiet));
    }

    private static BulletItem Claim(ClaimThenNow claim) => new(
        $"{claim.Id} · {claim.Subject}, {claim.Label.ToLowerInvariant()}: {(claim.Now is null ? $"{claim.Then} (as of {claim.ThenAsOf}); {claim.Publisher} no longer says so" : $"{claim.Then} (as of {claim.ThenAsOf}) → {claim.Now} ({claim.Publisher}, as of {claim.NowAsOf})")}", claim.Url);

    private static void New(Document document, DecisionCheckView view)
    {
        var bears = view.New.Where(n => n.Kind != "other").ToArray();
        var others = view.New.Count - bears.Length;
        if (view.New.Count == 0) return;
        document.Heading(2, "New since then").Bullets(bears.Select(n => new BulletItem($"{n.Text} ({n.Publisher}, as of {n.AsOf})", n.Url)));
        if (others > 0) document.Paragraph(new($"{(bears.Length > 0 ? "And " : "")}{Words.Plural(others, bears.Length > 0 ? "other claim" : "claim")} on these models that {(others == 1 ? "changes" : "change")} nothing above: --json has {(others == 1 ? "it" : "all")}.", Tone.Quiet));
    }
}
