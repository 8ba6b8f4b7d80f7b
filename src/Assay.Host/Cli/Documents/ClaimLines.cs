using System.Globalization;
using Assay.Host.Catalog;
using Assay.Host.Cli.Text;
using Assay.Units;

namespace Assay.Host.Cli.Documents;

/// <summary>A claim in a line: the value, in whose words, who says it, of what, as of when, and whether it was picked.</summary>
internal static class ClaimLines
{
    /// <param name="mark">Tell the picked one; without a choice there is nothing to tell.</param>
    public static BulletItem Of(ClaimView claim, bool mark = true)
    {
        var parts = new List<string> { Value(claim), $"{claim.Source} ({claim.Rank})", $"of {claim.Scope}", $"as of {claim.AsOf}", $"retrieved {claim.Retrieved ?? "not recorded"}" };
        if (claim.Unconfirmed) parts.Add("† unconfirmed");
        if (claim.Forced) parts.Add("a “no” that the source's format forces");
        if (claim.Note is not null) parts.Add($"note: {claim.Note}");
        return new(new((mark && claim.Picked ? "picked: " : "") + string.Join("; ", parts)), claim.Url);
    }

    /// <summary>The words of the source where they are not ours, else the exact figure where ours is shorter.</summary>
    private static string Value(ClaimView claim)
    {
        if (claim.Quoted != claim.Value) return $"{claim.Display}, quoted “{claim.Quoted}”";
        return decimal.TryParse(claim.Value, NumberStyles.Number, CultureInfo.InvariantCulture, out var exact) && !claim.Display.TrimStart('$').StartsWith(claim.Value, StringComparison.Ordinal)
            ? $"{claim.Display} ({Format.Exact(exact)})"
            : claim.Display;
    }
}
