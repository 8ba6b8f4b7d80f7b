using Assay.Catalog;
using Assay.Units;

namespace Assay.Comparison.Rules.Tradeoffs;

/// <summary>Two sizes that differ by more than the level allows, the larger first.</summary>
internal sealed record Larger(Model Model, TokenCount Most, Model Than, TokenCount Least)
{
    public string Times => Format.Times((decimal)Most.Tokens / Least.Tokens);

    /// <summary>Null where one is unknown, unconfirmed or no size at all, or where they are level.</summary>
    public static Larger? Of(Model first, Model second, Func<Model, Fact<TokenCount>> size)
    {
        if (!size(first).TryGetConfirmed(out var a) || !size(second).TryGetConfirmed(out var b) || a.Tokens == 0 || b.Tokens == 0) return null;
        if (Level.Within(a.Tokens, b.Tokens, Level.Size)) return null;
        return a > b ? new(first, a, second, b) : new(second, b, first, a);
    }
}
