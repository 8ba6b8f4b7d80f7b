using Assay.Adapters.Importers;
using Assay.Adapters.Storage;
using Assay.Catalog;
using Assay.Units;
using Shouldly;

namespace Assay.Tests.Importers.Mutations;

/// <summary>What has to be true of an import, whatever was imported.</summary>
internal static class Sound
{
    public static void Check(ParsedSnapshot parsed)
    {
        foreach (var claim in parsed.Claims) Check(claim);
        foreach (var (what, where, value, reason, allowed) in parsed.Refusals)
        {
            foreach (var text in (string[])[what, where, reason, allowed]) text.Length.ShouldBeInRange(1, 400, $"{where}: {reason}");
            value.Length.ShouldBeLessThanOrEqualTo(80);
            foreach (var text in (string[])[what, where, reason, allowed, value]) Visible.Is(text).ShouldBeTrue($"{where}: {reason}");
        }
        foreach (var note in parsed.Notes)
        {
            note.Text.Length.ShouldBeInRange(1, 400);
            Visible.Is(note.Text + note.FirstExample).ShouldBeTrue(note.Text);
        }
    }

    public static void Check(ImportException refused, SnapshotFiles files)
    {
        refused.Problems.ShouldNotBeEmpty();
        foreach (var problem in refused.Problems)
        {
            problem.Length.ShouldBeInRange(10, 2_000);
            Visible.Is(problem).ShouldBeTrue(problem);
            (files.Files.Any(f => problem.Contains(f.Name, StringComparison.Ordinal)) || problem.Contains("more than 100,000", StringComparison.Ordinal)).ShouldBeTrue($"names no file: {problem}");
        }
    }

    private static void Check(Claim claim)
    {
        var told = ClaimText.Of(claim);
        told = told.Length > 500 ? told[..500] : told;
        claim.Subject.Id.Length.ShouldBeInRange(1, 700, told);
        if (claim.Subject.Kind is SubjectKind.Offer) OfferId.Parse(claim.Subject.Id).ToString().ShouldBe(claim.Subject.Id);
        foreach (var text in (string?[])[claim.Subject.Id, claim.Property.Name, claim.Quoted, claim.Note, claim.Source.Publisher])
            if (text is not null) Visible.Is(text).ShouldBeTrue(told);
        (claim.Quoted?.Length ?? 0).ShouldBeLessThanOrEqualTo(2_000, told);
        (claim.Note?.Length ?? 0).ShouldBeLessThanOrEqualTo(2_000, told);
        if (claim.Property != Property.OverruledModel && claim.Property != Property.OverruledKind) claim.From.Year.ShouldBeInRange(1990, 2100, told);
        if (claim.To is { } to) to.ShouldBeGreaterThan(claim.From, told);
        if (claim.Source.Url is { } url) (Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https").ShouldBeTrue(told);
        Value(claim, told);
    }

    private static void Value(Claim claim, string told)
    {
        ClaimValue.Read(claim.Value.Kind, claim.Value.Text).Text.ShouldBe(claim.Value.Text, told);
        switch (claim.Value)
        {
            case ClaimValue.Number { Value: var number } when claim.Property.Name.StartsWith("price.", StringComparison.Ordinal):
                number.ShouldBeInRange(0, 10_000_000, told);
                PriceComponent.TryRead(claim.Property, out _, out var when).ShouldBeTrue(told);
                (when.Above ?? 1).ShouldBeInRange(1, 1_000_000_000, told);
                break;
            case ClaimValue.Number { Value: var number }: number.ShouldBeInRange(0.000_001m, 1_000_000_000_000_000_000_000_000_000m, told); break;
            case ClaimValue.Words { Value: var words }:
                words.Length.ShouldBeInRange(1, 20_000, told);
                Visible.Is(words.Replace('\n', ' ').Replace('\t', ' ')).ShouldBeTrue(told);
                break;
            case ClaimValue.Date { Value: var date }: date.Year.ShouldBeInRange(1990, 2100, told); break;
            case ClaimValue.Score { Value: var score }:
                if (score.Unit == "percent") score.Value.ShouldBeInRange(0, 100, told);
                Math.Abs(score.Value).ShouldBeLessThanOrEqualTo(1_000_000_000, told);
                score.Benchmark.ShouldNotBeEmpty(told);
                (score.N ?? 1).ShouldBeGreaterThan(0, told);
                (score.Passed ?? 0).ShouldBeInRange(0, score.N ?? int.MaxValue, told);
                break;
        }
    }
}
