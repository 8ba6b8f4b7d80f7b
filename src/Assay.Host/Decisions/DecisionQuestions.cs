using Assay.Catalog;
using Assay.Comparison;
using Assay.Host.Catalog;
using Assay.Host.Comparison;
using Assay.Units;

namespace Assay.Host.Decisions;

/// <summary>What a comparison leaves open: facts nobody tells, facts that are disputed, prices not to be relied on, tests not made, and claims that age.</summary>
internal static class DecisionQuestions
{
    /// <summary>Half a year, as for prices on the pages.</summary>
    private const int OldAfterDays = 180;

    public static IReadOnlyList<DecisionQuestion> Of(ComparisonAnswer.Compared compared, IReadOnlyList<DecisionEval> evals, DecisionClaims claims)
    {
        var view = compared.View;
        // What ages is looked for among what is cited so far.
        var ageing = Ageing(claims.All, compared.Catalog.AsOf).ToArray();
        return
        [
            .. view.Models.Select(Unknown).OfType<DecisionQuestion>(),
            .. view.Provenance.Conflicts.Select(c => Disputed(c, claims)),
            .. view.Cost.SelectMany(c => Prices(view, c, claims)),
            .. NotRun(compared, evals),
            .. ageing,
        ];
    }

    private static DecisionQuestion? Unknown(ModelView model)
    {
        string[] labels =
        [
            .. Spec.All.Where(s => model.Specs[s.Name].State == "unknown").Select(s => s.Label), .. Capability.All.Where(c => model.Capabilities[c.Name].State == "unknown").Select(c => c.Label),
            .. VisionTask.All.Where(t => model.Tasks[t.Name].State == "unknown").Select(t => t.Label),
        ];
        return labels.Length == 0 ? null : new("unknown", $"No source we hold says of {model.Name}: {string.Join(", ", labels)}.", model.Id, null, []);
    }

    private static DecisionQuestion Disputed(ConflictView conflict, DecisionClaims claims)
    {
        var others = conflict.Claims.Select(c => c.Display).Where(d => d != conflict.Picked).Distinct(StringComparer.Ordinal).ToArray();
        var also = others.Length == 0 ? "" : $"; also said: {string.Join(", ", others)}";
        return new("disputed", $"{conflict.Subject}, {conflict.Property.ToLowerInvariant()}: {conflict.Picked} is taken{also}. {Words.Sentence(conflict.Policy).TrimEnd('.')}.", null, null, claims.Cite(conflict.Claims, "open"));
    }

    private static IEnumerable<DecisionQuestion> Prices(ComparisonView view, CostView cost, DecisionClaims claims)
    {
        var name = view.Models.First(m => m.Id == cost.Model).Name;
        // A retired model has no cost: that is known, not open.
        if (cost is { UsdPerMonth: null, LastKnown: null }) yield return new("price", $"What {name} costs cannot be told: {cost.Why ?? "no source gives its prices"}.", cost.Model, null, []);
        if (cost.Doubt is { } doubt) yield return new("price", $"{name}: {doubt}", cost.Model, null, claims.Cite(cost.Lines.SelectMany(l => l.Claims), "open"));
        foreach (var line in cost.Lines.Where(l => l.Claims is [{ Unconfirmed: true }, ..]))
            yield return new("price", $"{name}: {line.Label.ToLowerInvariant()} rests on an unconfirmed price.", cost.Model, null, claims.Cite(line.Claims, "open"));
    }

    private static IEnumerable<DecisionQuestion> NotRun(ComparisonAnswer.Compared compared, IReadOnlyList<DecisionEval> evals)
    {
        var day = compared.Catalog.AsOf;
        var alive = compared.Models.Where(m => m.Lifecycle.StageOn(day) is not LifecycleStage.Retired).ToArray();
        if (evals.Any(DecisionEvals.Compares) || alive.Length == 0) yield break;
        var suite = Array.TrueForAll(alive, m => m.Has(Capability.Vision).TryGetConfirmed(out var sees) && sees) ? "vision-basics" : "text-basics";
        var gone = compared.Models.Except(alive).Select(m => m.Name).ToArray();
        yield return new("not_run",
            $"No run of your own asked two of these models the same samples{(gone.Length == 0 ? "" : $"; {Words.List(gone)} can no longer be asked at its maker")}. Somebody else's benchmarks are not your tasks.",
            null, $"assay eval run {suite} --models {string.Join(',', alive.Select(m => m.Id))} --max-cost 1", []);
    }

    private static IEnumerable<DecisionQuestion> Ageing(IEnumerable<DecisionClaim> cited, DateOnly day) =>
        from claim in cited
        where Changes(new(claim.Property))
        let dated = PartialDate.Parse(claim.AsOf)
        where day.DayNumber - dated.Latest.DayNumber > OldAfterDays
        group claim by (claim.Publisher, claim.AsOf) into page
        orderby page.Key.AsOf, page.Key.Publisher
        select new DecisionQuestion("ageing",
            $"{page.Key.Publisher}, as of {page.Key.AsOf}, {Words.Age(PartialDate.Parse(page.Key.AsOf), day)}: {Words.Plural(page.Count(), "claim")} that may no longer hold.", null, null, [.. page.Select(c => c.Id)]);

    /// <summary>Whether a thing of this kind is ever told otherwise: a day of release is not.</summary>
    private static bool Changes(Property property) => property.IsPrice || property == Property.FreeTier || property == Property.ContextWindow || property == Property.MaxInput || property == Property.MaxOutput
        || property.Name.StartsWith("capability.", StringComparison.Ordinal) || property == Property.LifecycleStatus;
}
