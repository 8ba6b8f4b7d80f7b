namespace Assay.Adapters.Storage.Arena;

/// <summary>Which turns show nothing yet, for every query that finds turns.</summary>
internal static class BlindTurns
{
    /// <summary>
    /// That the battle <c>b</c> can still be voted on by <c>@Voter</c>, who is null where nobody asks. A battle with a lane that brought no reply cannot, once both have
    /// ended: there is nothing left to hide.
    /// </summary>
    public const string Still = """
        not exists (select 1 from vote v where v.battle = b.id and v.voter = @Voter)
        and not (exists (select 1 from turn_lane_end e where e.turn_id = b.turn_id and e.outcome <> 'replied') and (select count(*) from turn_lane_end e where e.turn_id = b.turn_id) = 2)
        """;
}
