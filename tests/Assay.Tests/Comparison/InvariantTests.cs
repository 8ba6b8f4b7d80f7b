using Assay.Catalog;
using Assay.Comparison;
using Shouldly;
using Xunit;

namespace Assay.Tests.Comparison;

public sealed class InvariantTests
{
    [Fact]
    public void Hold_for_random_pairs() => RandomCatalogs.ForAll(c => Invariants.Hold(c.Compare(RandomCatalogs.Models[0], RandomCatalogs.Models[1])));

    [Fact]
    public void Hold_for_random_triples_and_any_traffic() => RandomCatalogs.ForAll(c =>
    {
        Invariants.Hold(c.Compare(RandomCatalogs.Models));
        Invariants.Hold(c.Compare(new TrafficProfile { InputTokens = 900_000_000, OutputTokens = 0, Requests = 1000, CachedShare = 0.3m, BatchShare = 0.5m, ImagesPerRequest = 2 }, RandomCatalogs.Models));
    });

    [Fact]
    public void Hold_for_the_invented_models_two_to_six_at_once()
    {
        for (var count = 2; count <= 6; count++)
            for (var start = 0; start < 6; start++)
                Invariants.Hold(Examples.Catalog().Compare([.. Enumerable.Range(0, count).Select(i => Examples.All[(start + i) % 6])]));
    }

    [Fact]
    public void Of_models_of_which_nothing_is_known_only_unknown_is_said()
    {
        var comparison = RandomCatalogs.Of([]).Compare(RandomCatalogs.Models);
        Invariants.Hold(comparison);
        comparison.Verdicts.ShouldAllBe(v => v.Decision == VerdictDecision.CannotSay);
        comparison.Findings.ShouldAllBe(f => f.Favors == null);
        comparison.Findings.ShouldAllBe(f => f.Decision == "unknown" || f.Decision == "not-run" || f.Section == Section.Provenance);
        comparison.Findings.ShouldNotContain(f => f.Rule == "deep-choose" || f.Rule == "continue-neighbours");
    }

    [Fact]
    public void Learning_more_about_one_side_never_makes_its_unknown_the_reason_it_won() => RandomCatalogs.ForAll(c =>
    {
        var comparison = c.Compare(RandomCatalogs.Models[0], RandomCatalogs.Models[1]);
        foreach (var advantage in comparison.Context.EvidenceOf(comparison.Models[0], comparison.Models[1]).Advantages) advantage.Claims.ShouldNotBeEmpty(advantage.Phrase);
    });

    [Fact]
    public void A_rumour_changes_no_mark_no_bill_and_no_verdict()
    {
        var known = Examples.Catalog().Compare(Examples.Heron27, Examples.Otter2);
        var rumoured = Examples.Catalog();
        rumoured.Say(Subject.Model(Examples.Otter2), Property.MaxOutput, new ClaimValue.Number(1_000_000), unconfirmed: true);
        rumoured.Say(Subject.Model(Examples.Otter2), Capability.FunctionCalling.Property, ClaimValue.No, unconfirmed: true);
        var after = rumoured.Compare(Examples.Heron27, Examples.Otter2);
        after.Verdicts[0].Text.ShouldBe(known.Verdicts[0].Text);
        after.Findings.Where(f => f.Section == Section.Scorecard).Select(f => (f.Rule, f.Favors)).ShouldBe(known.Findings.Where(f => f.Section == Section.Scorecard).Select(f => (f.Rule, f.Favors)));
        after.Findings.Where(f => f.Section == Section.Tradeoffs).Select(f => f.Text).ShouldBe(known.Findings.Where(f => f.Section == Section.Tradeoffs).Select(f => f.Text));
    }
}
