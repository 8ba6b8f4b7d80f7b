using Assay.Catalog;
using Assay.Comparison.Rules.Tradeoffs;
using Assay.Units;

namespace Assay.Comparison.Rules.Faq;

/// <summary>Which has the larger context window? Level windows have a tie answer; an unknown one makes the answer unknown.</summary>
internal sealed class FaqContext : FaqRule
{
    public override string Id => "faq-context";
    public override int Order => 1;

    protected override IEnumerable<Finding> Evaluate(ComparisonContext context, Model first, Model second)
    {
        var question = $"Which has the larger context window, {first.Name} or {second.Name}?";
        var claims = Cited.Of(first.ContextWindow, second.ContextWindow);
        if (!first.ContextWindow.TryGetConfirmed(out var a) || !second.ContextWindow.TryGetConfirmed(out var b))
        {
            string[] missing = [.. new[] { first, second }.Where(m => !m.ContextWindow.TryGetConfirmed(out _)).Select(m => m.Name)];
            string[] known = [.. new[] { first, second }.Where(m => m.ContextWindow.TryGetConfirmed(out _)).Select(m => $"{m.Name} has {m.ContextWindow.Settled} tokens")];
            yield return Answer("unknown", question, $"It cannot be said: the window of {Words.List(missing)} is not confirmed by any source we hold.{(known.Length == 0 ? "" : $" {known[0]}.")}", claims, first, second);
        }
        else if (Larger.Of(first, second, m => m.ContextWindow) is { } larger)
        {
            yield return Answer("larger", question, $"{larger.Model.Name}, with {Format.Exact(larger.Most.Tokens)} tokens: {larger.Times} as large as the {Format.Exact(larger.Least.Tokens)} of {larger.Than.Name}.", claims, first, second);
        }
        else
        {
            yield return Answer("tie", question, a == b ? $"Neither: both have {Format.Exact(a.Tokens)} tokens."
                : $"They are level: {Format.Exact(a.Tokens)} tokens for {first.Name} and {Format.Exact(b.Tokens)} for {second.Name}.", claims, first, second);
        }
    }
}
