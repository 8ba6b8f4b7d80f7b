namespace Assay.Catalog.History;

/// <summary>Which turns are changes to tell, and of what kind. docs/methodology.md says it in words.</summary>
/// <param name="listings">What the lists list.</param>
/// <param name="hasSpoken">Whether a voice had said something by a day.</param>
internal sealed class News(Listings listings, Func<Voice, DateOnly, bool> hasSpoken)
{
    /// <summary>A release is news for a month: an old model that we read about late is not a new one.</summary>
    private const int DaysNew = 31;

    /// <summary>Null where it is no news.</summary>
    public Change? Of(Turn turn)
    {
        var kind = ChangeLog.KindOf(turn.Voice.Property);
        var tell = (turn.Before ?? turn.Last, turn.After) switch
        {
            (null, { } after) => Begins(turn, after, ref kind),
            ({ } before, { } after) when Period.Differ(before.Value, after.Value) => !IsCorrection(before, after) && !IsReadAnotherWay(kind, before, after),
            ({ } before, { } after) => turn.Before is null && AlsoListed(turn, after),
            ({ } before, null) => FallsSilent(turn, before),
            _ => false,
        };
        return !tell ? null : new()
        {
            Day = turn.Day, Subject = turn.Voice.Subject, Property = turn.Voice.Property, Publisher = turn.Voice.Publisher, Kind = kind,
            Before = turn.Before ?? (turn.After is not null && turn.Last is { } last && Period.Differ(last.Value, turn.After.Value) ? last : null), After = turn.After,
        };
    }

    /// <summary>A first statement is news of an end or of a release, and where a list adds something to a thing that it has already.</summary>
    private bool Begins(Turn turn, Claim after, ref ChangeKind kind)
    {
        if (listings.IsBaseline(after)) return false;
        if (kind is ChangeKind.Lifecycle) return SpeaksOfAnEnd(turn, after);
        if (turn.Voice is { Property: var property, Subject.Kind: SubjectKind.Model } && property == Property.Released && after.Source.Feed is null)
        {
            kind = ChangeKind.NewModel;
            return after.Value is ClaimValue.Date { Value: var released } && turn.Day.DayNumber - released.Latest.DayNumber <= DaysNew && released.Earliest <= turn.Day;
        }
        return AlsoListed(turn, after);
    }

    private bool AlsoListed(Turn turn, Claim after) => after.Source.Feed is not null && !listings.IsNewToFeed(after) && listings.HoldsOn(turn.Voice.Subject, turn.Voice.Publisher, turn.Day.AddDays(-1));

    /// <summary>Silence tells something only in a list that still has the thing; a page that a person read says nothing by not saying it.</summary>
    private bool FallsSilent(Turn turn, Claim before) => before.Source.Feed is not null && listings.HoldsOn(turn.Voice.Subject, turn.Voice.Publisher, turn.Day);

    /// <summary>Two readings of one page of one date: we corrected ourselves, the source did not change its mind.</summary>
    private static bool IsCorrection(Claim before, Claim after) =>
        before.Source.Feed is null && after.Source.Feed is null && before.Source.Url == after.Source.Url && before.Source.AsOf == after.Source.AsOf && before.From == after.From;

    /// <summary>
    /// A page read by a person, then the same list imported: digits that the page rounded are no new price, and of several addresses or
    /// variables the person may have chosen another.
    /// </summary>
    private static bool IsReadAnotherWay(ChangeKind kind, Claim before, Claim after) =>
        (before.Source.Feed is null) != (after.Source.Feed is null) && (kind is ChangeKind.Other || Tolerance.Agree(before, after));

    /// <summary>Not that something is active, nor an end long past, nor a word beside which the same source gives the date.</summary>
    private bool SpeaksOfAnEnd(Turn turn, Claim after) => after.Value switch
    {
        ClaimValue.Date { Value: var date } => turn.Day.DayNumber - date.Latest.DayNumber <= DaysNew,
        _ when after.Property == Property.LifecycleStatus => after.Value.Text is "deprecated" or "retired"
            && !hasSpoken(turn.Voice with { Property = Property.Retires }, turn.Day) && !hasSpoken(turn.Voice with { Property = Property.Deprecated }, turn.Day),
        _ => true,
    };
}
