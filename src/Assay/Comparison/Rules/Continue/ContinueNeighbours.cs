using System.Runtime.CompilerServices;
using Assay.Catalog;
using Assay.Units;

namespace Assay.Comparison.Rules.Continue;

/// <summary>
/// Leads on to four to six models: the named successors first, then the nearest by family, price, context window and capabilities, each
/// with the reason. Never a retired model, never one of the page.
/// </summary>
internal sealed class ContinueNeighbours : IComparisonRule
{
    private const int Most = 6;

    public string Id => "continue-neighbours";
    public Section Section => Section.Continue;

    public IEnumerable<Finding> Evaluate(ComparisonContext context)
    {
        var taken = context.Models.Select(m => m.Id).ToHashSet(StringComparer.Ordinal);
        // Two entries of one name cannot be told apart in a list of titles.
        var names = context.Models.Select(m => m.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var found = new List<Finding>(Most);
        foreach (var model in context.Canonical)
            if (Successor(context, model) is { } successor && found.Count < Most && taken.Add(successor.Id) && names.Add(successor.Name))
                found.Add(Lead(model, successor, "successor", $"{successor.Name}: the successor named for {model.Name}.", [.. Cited.Of(model.Lifecycle.Successor)]));

        var neighbours = Neighbours.In(context.Catalog);
        Model[] models = [.. context.Canonical];
        // Taken in turns, so that every model of the page leads on somewhere.
        var candidates = models.Select(m => neighbours.Of(m, Most, taken)).ToArray();
        for (var rank = 0; rank < Most; rank++)
        {
            for (var i = 0; i < models.Length; i++)
            {
                if (found.Count == Most || rank >= candidates[i].Count || candidates[i][rank].Model is not { } near || taken.Contains(near.Id) || names.Contains(near.Name)) continue;
                if (said.GetValue(candidates[i][rank], Near).Finding is not { } finding) continue;
                taken.Add(near.Id);
                names.Add(near.Name);
                found.Add(finding);
            }
        }
        return found;
    }

    private static Model? Successor(ComparisonContext context, Model model) =>
        model.Lifecycle.Successor.TryGetConfirmed(out var id) && context.Catalog.ById(id) is { } next && !context.IsRetired(next) ? next : null;

    // A memory, not a state: what makes two models near is the same on every page.
    private readonly ConditionalWeakTable<Neighbours.Neighbour, Said> said = [];

    private sealed record Said(Finding? Finding);

    private Said Near(Neighbours.Neighbour near)
    {
        var model = near.From;
        var reasons = new List<string>();
        var facts = new List<IFact>();
        var (own, its) = (near.Of, near.Its);
        if (near.SameFamily)
        {
            reasons.Add($"the same family ({model.Family.Settled})");
            facts.AddRange([model.Family, near.Model.Family]);
        }
        if (Math.Abs(own.Price - its.Price) < 1)
        {
            var ratio = (decimal)Math.Pow(2, Math.Abs(own.Price - its.Price));
            reasons.Add(ratio < Level.Cost ? "the same list price" : $"a list price {(its.Price < own.Price ? "below" : "above")} it by less than a factor of {Factor(ratio)}");
            facts.AddRange([near.PricedOf!.Price(PriceKind.Input), near.PricedOf.Price(PriceKind.Output), near.ItsPriced!.Price(PriceKind.Input), near.ItsPriced.Price(PriceKind.Output)]);
        }
        if (Math.Abs(own.Window - its.Window) < 1)
        {
            var (ours, theirs) = (model.ContextWindow.Settled, near.Model.ContextWindow.Settled);
            reasons.Add(Equals(ours, theirs) ? $"the same context window of {ours} tokens" : $"a context window of {theirs} tokens against {ours}");
            facts.AddRange([model.ContextWindow, near.Model.ContextWindow]);
        }
        VisionTask[] tasks = own.OnOwnMachine ? [.. Neighbours.Tasks(model).Intersect(Neighbours.Tasks(near.Model))] : [];
        if (tasks.Length > 0)
        {
            reasons.Add($"{Words.List([.. tasks.Select(t => t.Name == "ocr" ? t.Label : t.Label.ToLowerInvariant())])} on this machine as well");
            facts.AddRange(tasks.SelectMany(t => new IFact[] { model.Tasks[t], near.Model.Tasks[t] }));
        }
        Capability[] shared = [.. near.Shared];
        if (shared.Length > 0)
        {
            reasons.Add($"{Words.List([.. shared.Select(CapabilityWords.Name)])} as well");
            facts.AddRange(shared.SelectMany(c => new IFact[] { model.Has(c), near.Model.Has(c) }));
        }
        return new(reasons.Count == 0 ? null : Lead(model, near.Model, "near", $"{near.Model.Name}, near {model.Name}: {Words.List(reasons)}.", Cited.Of(facts)));
    }

    private static string Factor(decimal ratio) => ratio < 1.25m ? "1.25" : ratio < 1.5m ? "1.5" : "2";

    private Finding Lead(Model from, Model to, string decision, string text, IReadOnlyList<Claim> claims) => new()
    {
        Rule = Id, Section = Section, Decision = decision, Text = text, Claims = claims, Models = [from.Id, to.Id], Target = to.Id,
    };
}
