using Assay.Evaluation;
using Assay.Evaluation.Lint;
using Shouldly;
using Xunit;

namespace Assay.Tests.Evaluation;

public sealed class SuiteLintTests
{
    private static readonly Suite Suite = new() { Id = "s", Version = "1", Title = "S", Licence = "MIT", Categories = ["c"], DefaultScorer = new("text") };

    [Theory]
    [InlineData("exact", "{}", "4")]
    [InlineData("text", "{}", "bolts")]
    [InlineData("text", "{}", "$2.30")]
    [InlineData("number", "{}", "4")]
    [InlineData("number", "{}", "$2.30")]
    [InlineData("number", "{}", "32,500 kg")]
    [InlineData("number", """{"tolerance":0.2}""", "3.5")]
    [InlineData("choice", "{}", "No")]
    [InlineData("choice", """{"choices":["screws","bolts","nuts"]}""", "bolts")]
    [InlineData("set", "{}", "a|b|c")]
    [InlineData("label", "{}", "dog")]
    [InlineData("anls", """{"pass_at":0.9}""", "one two three")]
    public void Sound_samples_withstand_every_attack(string scorer, string options, string target) =>
        Errors(Scoring.Sample(scorer, options, "What is it?", target.Split('|'))).ShouldBeEmpty();

    [Theory]
    [InlineData("regex", """{"on":"reply"}""", "4|I do not know", "unknown")]
    [InlineData("regex", """{"on":"reply"}""", "What", "prompt")]
    [InlineData("number", """{"tolerance":50}""", "4", "longer-number")]
    [InlineData("number", """{"tolerance":50}""", "4", "decimal-shift")]
    [InlineData("anls", """{"threshold":1,"pass_at":0.1}""", "1234567890", "longer-number")]
    [InlineData("set", """{"pass_at":0.1}""", "a|b", "set-with-more")]
    [InlineData("cer", """{"pass_below":1}""", "12345", "decimal-shift")]
    public void A_careless_scorer_is_found_out(string scorer, string options, string target, string kind) =>
        Errors(Scoring.Sample(scorer, options, "What is it?", scorer == "set" ? target.Split('|') : [target])).Select(f => f.Kind).ShouldContain(kind);

    [Fact]
    public void A_target_that_no_reply_can_meet_is_found() =>
        Errors(Scoring.Sample("label", "{}", "What?", "a very long name that has more words than any label that is ever read from a line of text")).ShouldContain(f => f.Kind == "unreachable");

    [Fact]
    public void Samples_that_stand_twice_or_contradict_are_found_with_their_lines()
    {
        var lint = new SuiteLint(Suite);
        var sample = Scoring.Sample("text", "{}", "What is it?", "a bolt");
        lint.Look(sample, 1).ShouldBeEmpty();
        lint.Look(sample with { Id = "two" }, 2).Single().ShouldSatisfyAllConditions(f => f.Kind.ShouldBe("duplicate"), f => f.Line.ShouldBe(2), f => f.What.ShouldContain("line 1"));
        lint.Look(sample with { Id = "three", Target = ["a nut"] }, 3).Single().Kind.ShouldBe("contradiction");
        lint.Look(sample with { Id = "four", Images = [new("b.png", new('1', 64))] }, 4).ShouldBeEmpty();
    }

    [Fact]
    public void An_answer_that_is_nearly_always_right_and_few_samples_are_warnings()
    {
        var lint = new SuiteLint(Suite with { Categories = ["c", "none"] });
        for (var i = 0; i < 10; i++) lint.Look(Scoring.Sample("choice", "{}", $"Is it {i}?", i < 7 ? "yes" : "No") with { Id = $"{i}" }, i + 1).ShouldBeEmpty();
        var findings = lint.End().ToArray();
        findings.Where(f => !f.IsError).Select(f => f.Kind).ShouldBe(["constant-answer", "few-samples"]);
        findings[0].What.ShouldContain("7 of 10 samples");
        findings[1].What.ShouldContain("right on 6 more");
        findings.Single(f => f.IsError).Kind.ShouldBe("empty-category");
    }

    private static LintFinding[] Errors(Sample sample) => [.. new SuiteLint(Suite).Look(sample, 1).Where(f => f.IsError)];
}
