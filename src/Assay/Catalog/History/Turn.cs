namespace Assay.Catalog.History;

/// <summary>A voice says another thing than the day before, begins to speak or falls silent. Whether that is news is decided by <see cref="News"/>.</summary>
/// <param name="Before">What it said the day before; null: nothing.</param>
/// <param name="After">What it says from this day on; null: nothing.</param>
/// <param name="Last">What it said last, where it said nothing the day before; null where it had never spoken.</param>
public sealed record Turn(Voice Voice, DateOnly Day, Claim? Before, Claim? After, Claim? Last)
{
    public static IEnumerable<Turn> Of(Voice voice, IReadOnlyList<Period> periods)
    {
        for (var i = 0; i < periods.Count; i++)
        {
            var (from, to, claim) = periods[i];
            var earlier = i > 0 ? periods[i - 1] : null;
            if (earlier is null || earlier.To < from) yield return new(voice, from, null, claim, earlier?.Claim);
            else yield return new(voice, from, earlier.Claim, claim, earlier.Claim);
            if (to is { } end && !(i + 1 < periods.Count && periods[i + 1].From == end)) yield return new(voice, end, claim, null, claim);
        }
    }
}
