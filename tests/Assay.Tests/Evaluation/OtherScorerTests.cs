using Assay.Evaluation;
using Assay.Evaluation.Scorers;
using Shouldly;
using Xunit;

namespace Assay.Tests.Evaluation;

public sealed class OtherScorerTests
{
    [Theory]
    [InlineData("Coffee, Food, Health", 1, true)]
    [InlineData("- coffee\n- food\n- health", 1, true)]
    [InlineData("The tags are: Coffee, Food and Health.", 1, true)]
    [InlineData("[\"Coffee\", \"Food\", \"Health\"]", 1, true)]
    [InlineData("Health, Food, Coffee", 1, true)]
    [InlineData("Coffee, Food", 0.8, false)]
    [InlineData("Coffee, Food, Health, Sport, Music", 0.75, false)]
    [InlineData("I do not know", 0, false)]
    public void A_set_is_scored_by_f1(string reply, double value, bool passes)
    {
        var score = Scoring.Of("set", "{}", "Coffee|Food|Health", reply, "What are the tags?").ShouldBeOfType<Score.Scored>();
        score.Value.ShouldBe(value, 1e-9);
        score.Passed.ShouldBe(passes);
    }

    [Fact]
    public void An_ordered_set_fails_in_another_order()
    {
        Scoring.Passes("set", """{"ordered":true}""", "a|b|c", "a, b, c").ShouldBe(true);
        Scoring.Passes("set", """{"ordered":true}""", "a|b|c", "b, a, c").ShouldBe(false);
        Scoring.Passes("set", """{"pass_at":0.6}""", "a|b|c", "a, b").ShouldBe(true);
    }

    [Theory]
    [InlineData("{}", "[A-Z]\\d{2}", "D33", true)]
    [InlineData("{}", "[A-Z]\\d{2}", "Answer: D33", true)]
    [InlineData("{}", "[A-Z]\\d{2}", "D331", false)]
    [InlineData("{}", "[A-Z]\\d{2}", "It is D33", false)]
    [InlineData("""{"on":"reply"}""", "[A-Z]\\d{2}", "It is D33", true)]
    [InlineData("""{"ignore_case":true}""", "[A-Z]\\d{2}", "d33", true)]
    [InlineData("{}", "a|b", "ab", false)]
    public void A_pattern_holds_for_all_of_the_answer_or_is_found_in_the_reply(string options, string pattern, string reply, bool passes) =>
        Scoring.Of(Scoring.Sample("regex", options, "Which?", pattern), reply).ShouldBeOfType<Score.Scored>().Passed.ShouldBe(passes);

    [Theory]
    [InlineData("(a)\\1")]
    [InlineData("(?=a)b")]
    [InlineData("(")]
    [InlineData("a*")]
    public void A_pattern_that_cannot_be_matched_in_linear_time_or_holds_for_nothing_is_a_fault(string pattern) => Scoring.Fault("regex", "{}", pattern).ShouldContain("pattern");

    [Theory]
    [InlineData("""{"a": 1}""", true)]
    [InlineData("```json\n{\"a\": 1}\n```", true)]
    [InlineData("""{"a": "1"}""", false)]
    [InlineData("""{"a": 1, "b": 2}""", false)]
    [InlineData("""{"a": 1, "a": 2}""", false)]
    [InlineData("""{"a": 1""", false)]
    [InlineData("Here it is: {\"a\": 1}", false)]
    [InlineData("{}", false)]
    public void Json_follows_the_schema(string reply, bool passes) =>
        Scoring.Of(Scoring.Sample("json-schema", "{}", "Write JSON.", """{"type":"object","properties":{"a":{"type":"integer","minimum":1}},"required":["a"],"additionalProperties":false}"""), reply).ShouldBeOfType<Score.Scored>().Passed.ShouldBe(passes);

    [Theory]
    [InlineData("""{"$ref":"#/$defs/n","$defs":{"n":{"enum":[1,2]}}}""", "2", true)]
    [InlineData("""{"$ref":"#/$defs/n","$defs":{"n":{"enum":[1,2]}}}""", "3", false)]
    [InlineData("""{"type":"array","items":{"type":"string","pattern":"^a+$","maxLength":3},"minItems":1,"uniqueItems":true}""", """["a","aa"]""", true)]
    [InlineData("""{"type":"array","items":{"type":"string","pattern":"^a+$","maxLength":3},"minItems":1,"uniqueItems":true}""", """["a","a"]""", false)]
    [InlineData("""{"anyOf":[{"type":"null"},{"multipleOf":0.1}]}""", "0.3", true)]
    [InlineData("""{"oneOf":[{"minimum":1},{"maximum":3}]}""", "2", false)]
    [InlineData("""{"not":{"const":5}}""", "5", false)]
    public void The_keywords_mean_what_they_mean(string schema, string reply, bool passes) =>
        Scoring.Of(Scoring.Sample("json-schema", "{}", "Write JSON.", schema), reply).ShouldBeOfType<Score.Scored>().Passed.ShouldBe(passes);

    [Theory]
    [InlineData("""{"type":"object","patternProperties":{}}""", "patternProperties")]
    [InlineData("""{"type":"strin"}""", "string")]
    [InlineData("""{"$ref":"#/$defs/none"}""", "$defs")]
    [InlineData("""{"format":"date"}""", "format")]
    [InlineData("4", "object")]
    public void A_schema_with_what_is_not_checked_is_a_fault(string schema, string named) => Scoring.Fault("json-schema", "{}", schema).ShouldContain(named);

    [Fact]
    public void Error_rates_grade_and_draw_a_line_only_where_the_suite_does()
    {
        var graded = Scoring.Of("cer", "{}", "abcd", "abce").ShouldBeOfType<Score.Scored>();
        (graded.Value, graded.Passed).ShouldBe((0.75, null));
        Scoring.Passes("cer", """{"pass_below":0.3}""", "abcd", "abce").ShouldBe(true);
        Scoring.Passes("cer", """{"pass_below":0.25}""", "abcd", "abce").ShouldBe(false);
        Scoring.Of("wer", "{}", "one two", "one too").ShouldBeOfType<Score.Scored>().Value.ShouldBe(0.5);
        Scoring.Of("cer", "{}", "abc", new string('x', 1_000_000)).ShouldBeOfType<Score.Scored>().Value.ShouldBe(0);
    }

    [Theory]
    [InlineData("Hello World", "hello world", 1)]
    [InlineData("abcd", "abcx", 0.75)]
    [InlineData("abcd", "axyz", 0)]
    [InlineData("abcd", "xyab", 0)]
    [InlineData("no|abcd", "abcd", 1)]
    public void Similarity_is_that_of_the_closest_target(string target, string reply, double value) => Scoring.Of("anls", "{}", target, reply).ShouldBeOfType<Score.Scored>().Value.ShouldBe(value, 1e-9);

    [Fact]
    public void Boxes_are_matched_by_label_and_overlap()
    {
        var sample = Scoring.Sample("boxes", """{"pass_at":1}""", "Find the dogs.", """{"label":"dog","box":[100,50,400,200]}""", """{"label":"cat","box":[600,100,200,200]}""");
        Scoring.Of(sample, """[{"label":"dog","box":[0.1,0.1,0.5,0.5]},{"label":"cat","box":[0.6,0.2,0.8,0.6]}]""").ShouldBeOfType<Score.Scored>().ShouldSatisfyAllConditions(s => s.Value.ShouldBe(1), s => s.Passed.ShouldBe(true));
        Scoring.Of(sample, """[{"label":"cat","box":[0.1,0.1,0.5,0.5]},{"label":"dog","box":[0.6,0.2,0.8,0.6]}]""").ShouldBeOfType<Score.Scored>().Value.ShouldBe(0);
        Scoring.Of(sample, "I see no boxes.").ShouldBeOfType<Score.Scored>().Passed.ShouldBe(false);
        ((IReplyScorer)ScorerList.Find("boxes")!).Score(sample, sample.Scorer!, new("[]")).ShouldBeOfType<Score.Unscored>();
        Scoring.Fault("boxes", "{}", "dog").ShouldContain("box");
    }

    [Theory]
    [InlineData("{}", "golden retriever", true)]
    [InlineData("{}", "1. dog\n2. golden retriever", false)]
    [InlineData("""{"top":2}""", "1. dog\n2. golden retriever", true)]
    [InlineData("{}", "I cannot see what this picture shows because it is far too dark for that.", false)]
    public void A_label_counts_at_its_place(string options, string reply, bool passes) => Scoring.Passes("label", options, "Golden Retrievers", reply).ShouldBe(passes);

    [Theory]
    [InlineData("number", """{"tolerence":1}""", "tolerance")]
    [InlineData("number", """{"tolerance":-1}""", "0 and above")]
    [InlineData("number", """{"unit":"furlong"}""", "furlong")]
    [InlineData("choice", """{"choices":["a"]}""", "fewer than two")]
    [InlineData("choice", """{"choices":["a","A."]}""", "the same")]
    [InlineData("text", """{"x":1}""", "none")]
    [InlineData("boxes", """{"frame":"mine"}""", "thousandths")]
    [InlineData("judge", "{}", "model")]
    [InlineData("label", """{"top":1.5}""", "whole")]
    [InlineData("cer", """{"pass_below":0}""", "above 0")]
    [InlineData("exact", "[]", "map")]
    public void Options_that_are_not_allowed_are_faults_that_say_what_is(string scorer, string options, string said) => Scoring.Fault(scorer, options, "4").ShouldContain(said);

    [Theory]
    [InlineData("number", "many")]
    [InlineData("number", "4 or 5")]
    [InlineData("choice", "perhaps")]
    [InlineData("text", "...")]
    [InlineData("exact", " ")]
    [InlineData("label", "!")]
    public void A_target_that_cannot_be_right_is_a_fault(string scorer, string target) => Scoring.Fault(scorer, "{}", target).ShouldNotBeEmpty();
}
