using System.Runtime.CompilerServices;
using Assay.Catalog;
using Assay.Units;

namespace Assay.Comparison.Rules.Provenance;

/// <summary>Says for which day the page holds, and on whose statements it rests, with the age of each one's newest.</summary>
internal sealed class ProvenanceSources : IComparisonRule
{
    private const int Named = 8;

    public string Id => "provenance-sources";
    public Section Section => Section.Provenance;
    public int Order => 1;

    public IEnumerable<Finding> Evaluate(ComparisonContext context)
    {
        var newest = new Dictionary<string, (Claim Newest, int Count)>(StringComparer.Ordinal);
        foreach (var model in context.Canonical)
            foreach (var (publisher, part) in Kept.GetValue(model, Of))
                newest[publisher] = newest.TryGetValue(publisher, out var known) ? Add(known, part) : part;
        string[] ids = [.. context.Models.Select(m => m.Id)];
        if (newest.Count == 0)
        {
            yield return new() { Rule = Id, Section = Section, Decision = "unknown", Text = $"As of {PartialDate.From(context.Day)} no source we hold says anything of these models.", Claims = [], Models = ids };
            yield break;
        }
        var sources = newest.OrderByDescending(s => s.Value.Count).ThenBy(s => s.Key, StringComparer.Ordinal).ToArray();
        string[] named = [.. sources.Take(Named).Select(s => $"{s.Key} ({Words.Age(s.Value.Newest.Source.AsOf, context.Day)})"), .. sources.Length > Named ? [$"{sources.Length - Named} more"] : Array.Empty<string>()];
        yield return new()
        {
            Rule = Id, Section = Section, Decision = "sources", Claims = [.. sources.Select(s => s.Value.Newest)], Models = ids,
            Text = $"As of {PartialDate.From(context.Day)} this page rests on {Words.Plural(sources.Length, "source")}, {(sources.Length == 1 ? "" : "each ")}with the age of its newest statement: {Words.List(named)}.",
        };
    }

    // A memory, not a state: what one model adds is the same on every page of it.
    private static readonly ConditionalWeakTable<Model, Dictionary<string, (Claim Newest, int Count)>> Kept = [];

    private static Dictionary<string, (Claim Newest, int Count)> Of(Model model)
    {
        var parts = new Dictionary<string, (Claim Newest, int Count)>(StringComparer.Ordinal);
        foreach (var claim in PageClaims.Of(model))
            parts[claim.Source.Publisher] = parts.TryGetValue(claim.Source.Publisher, out var known) ? Add(known, (claim, 1)) : (claim, 1);
        return parts;
    }

    private static (Claim Newest, int Count) Add((Claim Newest, int Count) known, (Claim Newest, int Count) more) =>
        (more.Newest.Source.AsOf > known.Newest.Source.AsOf ? more.Newest : known.Newest, known.Count + more.Count);
}
