using Assay.Catalog.History;

namespace Assay.Decisions;

/// <summary>What became of a claim.</summary>
public enum ClaimFate
{
    NotDecided = 0,

    /// <summary>Said today in the same words.</summary>
    Holds = 1,

    /// <summary>The same value, quoted otherwise or on another page.</summary>
    Reworded = 2,

    /// <summary>The same source gives another value.</summary>
    Changed = 3,

    /// <summary>The source no longer says anything of it.</summary>
    Ended = 4,
}

/// <summary>Claims of one day against those of another.</summary>
/// <param name="Fates">For each claim of then what became of it, and the place of the claim of now that shows it; null where it ended.</param>
/// <param name="New">Places of claims of now that nothing of then became.</param>
public sealed record ClaimFates(IReadOnlyList<(ClaimFate Fate, int? Now)> Fates, IReadOnlyList<int> New)
{
    /// <exception cref="FormatException">A claim has a value that is none.</exception>
    public static ClaimFates Of(IReadOnlyList<ClaimStatement> then, IReadOnlyList<ClaimStatement> now)
    {
        var fates = new (ClaimFate Fate, int? Now)[then.Count];
        var voices = now.Select((c, i) => (Claim: c, Place: i)).ToLookup(c => c.Claim.Voice, StringComparer.Ordinal);
        var met = new HashSet<int>();
        foreach (var voice in then.Select((c, i) => (Claim: c, Place: i)).GroupBy(c => c.Claim.Voice, StringComparer.Ordinal))
        {
            var (open, said) = (voice.ToList(), voices[voice.Key].ToArray());
            // Words first, then the value, and only then is a claim taken for what another became.
            Settle(ClaimFate.Holds, (a, b) => a == b);
            Settle(ClaimFate.Reworded, (a, b) => a.Unconfirmed == b.Unconfirmed && !Period.Differ(a.Read(), b.Read()));
            Settle(ClaimFate.Changed, (a, b) => a.Url == b.Url, once: true);
            Settle(ClaimFate.Changed, (_, _) => true, once: true);
            foreach (var (_, place) in open) fates[place] = (ClaimFate.Ended, null);

            void Settle(ClaimFate fate, Func<ClaimStatement, ClaimStatement, bool> same, bool once = false)
            {
                foreach (var (claim, place) in open.ToArray())
                {
                    if (said.FirstOrDefault(s => (!once || !met.Contains(s.Place)) && same(claim, s.Claim)) is not { Claim: not null } found) continue;
                    fates[place] = (fate, found.Place);
                    met.Add(found.Place);
                    open.Remove((claim, place));
                }
            }
        }
        return new(fates, [.. Enumerable.Range(0, now.Count).Where(i => !met.Contains(i))]);
    }
}
