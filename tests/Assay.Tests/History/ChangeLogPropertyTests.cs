using Assay.Catalog;
using Assay.Catalog.History;
using Shouldly;
using Xunit;

namespace Assay.Tests.History;

public sealed class ChangeLogPropertyTests
{
    private static IEnumerable<DateOnly> EveryDay => Enumerable.Range(0, RandomHistories.Days + 12).Select(i => RandomHistories.First.AddDays(i));

    private static IEnumerable<(Voice Voice, Claim[] Claims)> Voices(Claim[] claims) =>
        claims.GroupBy(c => new Voice(c.Subject, c.Property, c.Source.Publisher)).Select(g => (g.Key, g.ToArray()));

    [Fact]
    public void Replaying_the_turns_from_the_first_day_gives_the_state_of_any_day() => RandomHistories.ForAll(claims =>
    {
        foreach (var (voice, said) in Voices(claims))
        {
            var turns = Turn.Of(voice, Period.Of(said)).ToLookup(t => t.Day);
            Claim? state = null;
            foreach (var day in EveryDay)
            {
                foreach (var turn in turns[day])
                {
                    turn.Before.ShouldBe(state);
                    state = turn.After;
                }
                var truth = Period.SaidOn(said, day);
                (state is null).ShouldBe(truth is null);
                if (truth is not null) Period.Differ(state!.Value, truth.Value).ShouldBeFalse($"{voice} on {day}");
            }
        }
    });

    [Fact]
    public void No_change_is_without_a_difference() => RandomHistories.ForAll(claims =>
    {
        foreach (var change in new ChangeLog(claims).Changes)
        {
            change.Claims.ShouldNotBeEmpty();
            if (change is { Before: { } before, After: { } after }) Period.Differ(before.Value, after.Value).ShouldBeTrue(change.ToString());
            change.Claims.ShouldAllBe(c => c.Source.Publisher == change.Publisher && c.Subject == change.Subject && !c.Unconfirmed || change.Property == null);
        }
    });

    [Fact]
    public void The_order_of_claims_does_not_matter() => RandomHistories.ForAll(claims =>
        Lines(new ChangeLog([.. claims.Reverse()])).ShouldBe(Lines(new ChangeLog(claims))));

    [Fact]
    public void What_was_known_on_a_day_gives_the_changes_up_to_that_day_and_no_later_date() => RandomHistories.ForAll(claims =>
    {
        var all = new ChangeLog(claims);
        foreach (var day in EveryDay.Where((_, i) => i % 5 == 0))
        {
            var known = AsKnown.By(claims, day);
            known.ShouldAllBe(c => c.From <= day && c.Source.AsOf.Earliest <= day && (c.To == null || c.To <= day));
            Lines(new ChangeLog(known)).ShouldBe(Lines(all, until: day));
        }
    });

    private static string[] Lines(ChangeLog log, DateOnly? until = null) =>
        [.. log.Changes.Where(c => until is null || c.Day <= until).Select(c => $"{c.Day:yyyy-MM-dd} {c.Kind} {c.Subject} {c.Property?.Name} {c.Publisher}: {c.Before?.Value.Text} > {c.After?.Value.Text}")];
}
