namespace Assay.Catalog;

/// <summary>
/// What one source says of one property of one thing. Claims are never edited: a source that changes its mind makes a new one,
/// and the old one ends.
/// </summary>
public sealed record Claim
{
    public required Subject Subject { get; init; }
    public required Property Property { get; init; }
    public required ClaimValue Value { get; init; }
    public required Source Source { get; init; }

    /// <summary>The value as the source prints it; null when it prints it the way we do.</summary>
    public string? Quoted { get; init; }

    /// <summary>One line of ours: how the quote was read, or what it does not say.</summary>
    public string? Note { get; init; }

    /// <summary>A rumour or an estimate: shown as such, kept out of sorting, cost and verdicts.</summary>
    public bool Unconfirmed { get; init; }

    /// <summary>A "no" that the source's format forces whoever fills it in to give: it never outvotes a "yes".</summary>
    public bool Forced { get; init; }

    /// <summary>
    /// The row of the source's list that the source's own rule sends this subject to, where it does not speak of the subject by name; else null.
    /// Worked out with the catalogue (<see cref="MatchRules.RuleReach"/>), never stored.
    /// </summary>
    public string? ByRuleOf { get; init; }

    /// <summary>
    /// The feed of the snapshot that brought it; null for a claim that does not come from the store. Not <see cref="Source.Feed"/>, which says
    /// whose dates it has: a table of results or a history brings claims that each name a page and a date of their own.
    /// </summary>
    public string? BroughtBy { get; init; }

    /// <summary>First day the statement holds.</summary>
    public required DateOnly From { get; init; }

    /// <summary>First day it no longer holds; null while it does.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Whether the statement holds on a day.</summary>
    public bool HoldsOn(DateOnly day) => From <= day && (To is null || day < To);
}
