using Assay.Units;

namespace Assay.Catalog;

/// <summary>
/// Whether a snapshot that nobody has looked at may replace the one before it. A file that lost half of its entries is more often a broken
/// export than the truth; believing it would end thousands of claims at once.
/// </summary>
public static class SnapshotGuard
{
    /// <summary>Share of the known entries that may not be missing.</summary>
    public const decimal Lost = 0.5m;

    /// <summary>Share of the entries by which the refused values may not grow, and the least number that counts.</summary>
    public const decimal Refused = 0.1m;

    public const int FewRefusals = 20;

    /// <summary>Why a person should look first; null where nothing is odd.</summary>
    /// <param name="diff">Against what the source says so far.</param>
    /// <param name="refusedBefore">Values refused of the snapshot before, by the same program.</param>
    /// <param name="refusedAfter">Values refused of the new snapshot.</param>
    public static string? Objection(SnapshotDiff diff, int refusedBefore, int refusedAfter)
    {
        // A first snapshot has nothing to lose.
        if (diff.EntriesBefore == 0) return null;
        if (diff.EntriesGone >= diff.EntriesBefore * Lost)
            return $"half or more of its entries are gone, {Format.Exact(diff.EntriesGone)} of {Format.Exact(diff.EntriesBefore)}";
        var more = refusedAfter - refusedBefore;
        return more >= FewRefusals && more > diff.EntriesAfter * Refused
            ? $"{Words.Plural(refusedAfter, "value")} had to be refused, {Format.Exact(refusedBefore)} in the snapshot before"
            : null;
    }
}
