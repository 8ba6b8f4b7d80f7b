using Assay.Catalog;
using Assay.Units;

namespace Assay.Comparison.Rules.DeepDive;

/// <summary>What to measure yourself: what is disputed, unconfirmed or unknown about a model, and answers where no benchmark compares. Nothing for a retired model.</summary>
internal sealed class DeepRerun : IComparisonRule
{
    private static readonly Capability[] Probed = [Capability.Vision, Capability.FunctionCalling, Capability.StructuredOutputs, Capability.Reasoning];

    public string Id => "deep-rerun";
    public Section Section => Section.DeepDive;
    public int Order => 5;

    public IEnumerable<Finding> Evaluate(ComparisonContext context)
    {
        foreach (var model in context.Models)
            if (!context.IsRetired(model) && OfModel(model) is { } finding) yield return finding;
        foreach (var (first, second) in context.Pairs)
        {
            if (context.IsRetired(first) || context.IsRetired(second) || context.EvidenceOf(first, second).Quality.Rows > 0) continue;
            yield return Say("unknown", $"Run the same prompts on {first.Name} and {second.Name}: no benchmark measured both in the same way.", [], [first.Id, second.Id]);
        }
    }

    private Finding? OfModel(Model model)
    {
        Spec[] disputed = [.. Spec.All.Where(s => s.Of(model).State is FactState.Disputed)];
        Spec[] rumoured = [.. Spec.All.Where(s => s.Of(model).Unconfirmed)];
        string[] open =
        [
            .. Spec.All.Where(s => s.Name is "context_window" or "max_output" && s.Of(model).State is FactState.Unknown).Select(s => s.Noun),
            .. Probed.Where(c => model.Has(c).IsUnknown).Select(CapabilityWords.Name),
        ];
        string[] parts =
        [
            .. disputed.Length == 0 ? Array.Empty<string>() : [$"{Words.List([.. disputed.Select(s => s.Noun)])} (sources disagree)"],
            .. rumoured.Length == 0 ? Array.Empty<string>() : [$"{Words.List([.. rumoured.Select(s => s.Noun)])} (unconfirmed)"],
            .. open.Length == 0 ? Array.Empty<string>() : [$"{Words.List(open)} (no source says)"],
        ];
        if (parts.Length == 0) return null;
        var claims = Cited.Of(disputed.Concat(rumoured).Select(s => s.Of(model)));
        return Say(claims.Count == 0 ? "unknown" : "check", $"Before relying on {model.Name}, check for yourself: {string.Join("; ", parts)}.", claims, [model.Id]);
    }

    private Finding Say(string decision, string text, IReadOnlyList<Claim> claims, IReadOnlyList<string> models) =>
        new() { Rule = Id, Section = Section, Decision = decision, Text = text, Claims = claims, Models = models };
}
