using Assay.Catalog;
using Assay.Units;

namespace Assay.Comparison.Rules.Switch;

/// <summary>Lists what to test again, from what is known to be in use on the one side and there on the other. Nothing for a retired target.</summary>
internal sealed class SwitchRetest : SwitchRule
{
    public override string Id => "switch-retest";
    public override int Order => 7;

    private static readonly (Capability Capability, string Test)[] Tests =
    [
        (Capability.FunctionCalling, "function calls, argument by argument"),
        (Capability.StructuredOutputs, "replies held to a JSON schema"),
        (Capability.Vision, "image inputs"),
        (Capability.AudioIn, "audio inputs"),
        (Capability.Reasoning, "the tokens spent on reasoning"),
        (Capability.PromptCaching, "cache hits and their price"),
    ];

    protected override IEnumerable<Finding> Evaluate(ComparisonContext context, Model from, Model to)
    {
        if (context.IsRetired(to)) yield break;
        var tests = new List<string>();
        var facts = new List<IFact>();
        foreach (var (capability, test) in Tests)
        {
            if (!CapabilityWords.Yes(from, capability) || !CapabilityWords.Yes(to, capability)) continue;
            tests.Add(test);
            facts.AddRange([from.Has(capability), to.Has(capability)]);
        }
        Limit(from, to, m => m.ContextWindow, "prompts near {0} tokens, the smaller window", tests, facts);
        Limit(from, to, m => m.MaxOutput, "replies near {0} tokens, the smaller limit", tests, facts);
        yield return tests.Count > 0
            ? Say(from, to, "retest", $"Test again: your own prompts; {string.Join("; ", tests)}.", Cited.Of(facts))
            : Say(from, to, "unknown", "Test again: your own prompts. What else changes no source we hold says of both.", []);
    }

    private static void Limit(Model from, Model to, Func<Model, Fact<TokenCount>> size, string test, List<string> tests, List<IFact> facts)
    {
        if (!size(from).TryGetConfirmed(out var before) || !size(to).TryGetConfirmed(out var after) || after >= before || Level.Within(before.Tokens, after.Tokens, Level.Size)) return;
        tests.Add(string.Format(System.Globalization.CultureInfo.InvariantCulture, test, Format.Exact(after.Tokens)));
        facts.AddRange([size(from), size(to)]);
    }
}
