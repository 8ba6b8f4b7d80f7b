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
        var found = new List<Finding>(Most);
        foreach (var model in context.Canonical)
            if (Successor(context, model) is { } successor && found.Count < Most && taken.Add(successor.Id))
                found.Add(Lead(model, successor, "successor", $"{successor.Name}: the successor named for {model.Name}.", [.. Cited.Of(model.Lifecycle.Successor)]));

        var neighbours = Neighbours.In(context.Catalog);
        Model[] models = [.. context.Canonical];
        // Taken in turns, so that every model of the page leads on somewhere.
        var candidates = models.Select(m => neighbours.Of(m, Most, other => !taken.Contains(other.Id))).ToArray();
        for (var rank = 0; rank < Most; rank++)
        {
            for (var i = 0; i < models.Length; i++)
            {
                if (found.Count == Most || rank >= candidates[i].Count || taken.Contains(candidates[i][rank].Model.Id)) continue;
                if (neighbours.TraitsOf(models[i]) is not { } own || Near(models[i], own, candidates[i][rank]) is not { } finding) continue;
                taken.Add(candidates[i][rank].Model.Id);
                found.Add(finding);
            }
        }
        return found;
    }

    private static Model? Successor(ComparisonContext context, Model model) =>
        model.Lifecycle.Successor.TryGetConfirmed(out var id) && context.Catalog.ById(id) is { } next && !context.IsRetired(next) ? next : null;

    private Finding? Near(Model model, Neighbours.Traits own, Neighbours.Traits other)
    {
        var reasons = new List<string>();
        var facts = new List<IFact>();
        if (own.Family != 0 && own.Family == other.Family)
        {
            reasons.Add($"the same family ({own.Model.Family.Settled})");
            facts.AddRange([own.Model.Family, other.Model.Family]);
        }
        if (Math.Abs(own.Price - other.Price) < 1)
        {
            var ratio = (decimal)Math.Pow(2, Math.Abs(own.Price - other.Price));
            reasons.Add(ratio < Level.Cost ? "the same list price" : $"a list price {(other.Price < own.Price ? "below" : "above")} it by less than a factor of {Factor(ratio)}");
            facts.AddRange([own.Priced!.Price(PriceKind.Input), own.Priced.Price(PriceKind.Output), other.Priced!.Price(PriceKind.Input), other.Priced.Price(PriceKind.Output)]);
        }
        if (Math.Abs(own.Window - other.Window) < 1)
        {
            reasons.Add(other.Window == own.Window ? $"the same context window of {own.Model.ContextWindow.Settled} tokens" : $"a context window of {other.Model.ContextWindow.Settled} tokens against {own.Model.ContextWindow.Settled}");
            facts.AddRange([own.Model.ContextWindow, other.Model.ContextWindow]);
        }
        Capability[] shared = [.. own.Shared(other)];
        if (shared.Length > 0)
        {
            reasons.Add($"{Words.List([.. shared.Select(CapabilityWords.Name)])} as well");
            facts.AddRange(shared.SelectMany(c => new IFact[] { model.Has(c), other.Model.Has(c) }));
        }
        return reasons.Count == 0 ? null
            : Lead(model, other.Model, "near", $"{other.Model.Name}, near {model.Name}: {Words.List(reasons)}.", Cited.Of(facts));
    }

    private static string Factor(decimal ratio) => ratio < 1.25m ? "1.25" : ratio < 1.5m ? "1.5" : "2";

    private Finding Lead(Model from, Model to, string decision, string text, IReadOnlyList<Claim> claims) => new()
    {
        Rule = Id, Section = Section, Decision = decision, Text = text, Claims = claims, Models = [from.Id, to.Id], Target = to.Id,
    };
}
