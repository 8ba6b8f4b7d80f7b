namespace Assay.Catalog.History;

/// <summary>Who says something of one property of one thing: changes are told for each voice, so that a second source is never taken for a change.</summary>
public readonly record struct Voice(Subject Subject, Property Property, string Publisher);

/// <summary>A value that one voice held to from a day until another.</summary>
/// <param name="From">First day it is known to hold; of a voice's first period, it may have held before.</param>
/// <param name="To">First day it no longer holds; null while it does.</param>
/// <param name="Claim">The claim it began with.</param>
public sealed record Period(DateOnly From, DateOnly? To, Claim Claim)
{
    /// <summary>The periods of one voice, in order. Neighbours differ in value, or a time in which nothing was said lies between them.</summary>
    /// <param name="claims">All claims of the voice, in any order; rumours among them say nothing.</param>
    public static IReadOnlyList<Period> Of(IReadOnlyList<Claim> claims)
    {
        if (claims.Count == 1) return claims[0].Unconfirmed ? [] : [new(claims[0].From, claims[0].To, claims[0])];
        var periods = new List<Period>();
        foreach (var day in claims.SelectMany(c => c.To is { } to ? [c.From, to] : (DateOnly[])[c.From]).Distinct().Order())
        {
            var said = SaidOn(claims, day);
            var open = periods is [.., { To: null } last] ? last : null;
            if (open is not null && said is not null && !Differ(open.Claim.Value, said.Value)) continue;
            if (open is not null) periods[^1] = open with { To = day };
            if (said is not null) periods.Add(new(day, null, said));
        }
        return periods;
    }

    /// <summary>
    /// What a voice says on a day: of several pages of one publisher the nearest to the thing, then the one that began to hold last.
    /// Looks at nothing that is later than the day.
    /// </summary>
    public static Claim? SaidOn(IReadOnlyList<Claim> claims, DateOnly day) => claims
        .Where(c => !c.Unconfirmed && c.HoldsOn(day))
        .OrderBy(c => c.Source.Rank).ThenByDescending(c => c.From).ThenBy(c => c, Comparer<Claim>.Create(Precedence.Compare)).FirstOrDefault();

    /// <summary>Whether two values are news to each other. A date that became more precise is; a number printed with noise in its last digits is not.</summary>
    public static bool Differ(ClaimValue one, ClaimValue other) =>
        one is ClaimValue.Date && other is ClaimValue.Date ? one != other : !Precedence.Agree(one, other);
}
