using Assay.Evaluation;
using Assay.Evaluation.Scorers;
using Shouldly;

namespace Assay.Tests.Evaluation;

/// <summary>Short ways to score a reply.</summary>
internal static class Scoring
{
    public static Sample Sample(string scorer, string options, string input, params string[] target) =>
        new() { Place = 0, Id = "one", Category = "c", Input = input, Target = target, Scorer = new(scorer, options), Images = [new("images/a.png", new('0', 64))] };

    public static Score Of(Sample sample, string reply)
    {
        var scorer = (IReplyScorer)ScorerList.Find(sample.Scorer!.Id).ShouldNotBeNull();
        scorer.Fault(sample, sample.Scorer).ShouldBeNull();
        return scorer.Score(sample, sample.Scorer, new(reply, ImageWidth: 1000, ImageHeight: 500));
    }

    public static Score Of(string scorer, string options, string target, string reply, string input = "How many are there?") => Of(Sample(scorer, options, input, target.Split('|')), reply);

    public static bool? Passes(string scorer, string options, string target, string reply, string input = "How many are there?") =>
        Of(scorer, options, target, reply, input).ShouldBeOfType<Score.Scored>().Passed;

    public static string Fault(string scorer, string options, params string[] target) =>
        ScorerList.Find(scorer)!.Fault(Sample(scorer, options, "How many?", target), new(scorer, options)).ShouldNotBeNull();
}
