using Assay.Catalog;
using Assay.Units;

namespace Assay.Comparison.Rules.Switch;

/// <summary>Says whether the context window and the longest reply shrink or grow with the move, with the figure above which requests fail.</summary>
internal sealed class SwitchContext : SwitchRule
{
    public override string Id => "switch-context";
    public override int Order => 6;

    protected override IEnumerable<Finding> Evaluate(ComparisonContext context, Model from, Model to)
    {
        if (context.IsRetired(to)) yield break;
        yield return Of(from, to, m => m.ContextWindow, "context window", "requests longer than {0} tokens in all have to be cut");
        if (from.MaxOutput.TryGetConfirmed(out _) && to.MaxOutput.TryGetConfirmed(out _))
            yield return Of(from, to, m => m.MaxOutput, "limit of one reply", "replies longer than {0} tokens are cut off");
    }

    private Finding Of(Model from, Model to, Func<Model, Fact<TokenCount>> size, string name, string below)
    {
        var claims = Cited.Of(size(from), size(to));
        if (!size(from).TryGetConfirmed(out var before) || !size(to).TryGetConfirmed(out var after))
        {
            string[] missing = [.. new[] { from, to }.Where(m => !size(m).TryGetConfirmed(out _)).Select(m => m.Name)];
            return Say(from, to, "unknown", $"How the {name} changes cannot be said: no confirmed figure is known for {Words.List(missing)}.", claims);
        }
        if (Level.Within(before.Tokens, after.Tokens, Level.Size))
            return Say(from, to, "same", $"The {name} stays level: {before} and {after} tokens.", claims);
        return after > before
            ? Say(from, to, "grows", $"The {name} grows from {before} to {after} tokens.", claims)
            : Say(from, to, "shrinks", $"The {name} shrinks from {before} to {after} tokens: {string.Format(System.Globalization.CultureInfo.InvariantCulture, below, Format.Exact(after.Tokens))}.", claims);
    }
}
