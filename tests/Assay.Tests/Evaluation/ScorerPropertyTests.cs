using Assay.Evaluation;
using Assay.Evaluation.Scorers;
using Shouldly;
using Xunit;

namespace Assay.Tests.Evaluation;

/// <summary>What holds of every scorer, whatever the reply.</summary>
public sealed class ScorerPropertyTests
{
    private static readonly Sample[] Samples =
    [
        Scoring.Sample("exact", "{}", "Which dock?", "D33"),
        Scoring.Sample("text", "{}", "What does the box hold?", "bolts", "hex bolts"),
        Scoring.Sample("number", """{"tolerance":0.01}""", "How much in cm?", "12.5 cm"),
        Scoring.Sample("choice", "{}", "Is it?", "No"),
        Scoring.Sample("choice", """{"choices":["A","B","C"]}""", "Which?", "B"),
        Scoring.Sample("choice", """{"choices":["left","right","above"]}""", "Where?", "left"),
        Scoring.Sample("set", "{}", "Which tags?", "a b", "c & d", "e"),
        Scoring.Sample("regex", "{}", "Which?", "[A-Z]{2}\\d+"),
        Scoring.Sample("json-schema", "{}", "JSON?", """{"type":"object","properties":{"a":{"type":"array","items":{"type":"string","pattern":"^x+$"}}}}"""),
        Scoring.Sample("cer", """{"pass_below":0.1}""", "Read.", "one two three"),
        Scoring.Sample("wer", "{}", "Read.", "one two three"),
        Scoring.Sample("anls", "{}", "Read.", "one two three"),
        Scoring.Sample("boxes", "{}", "Find.", """{"label":"dog","box":[1,2,300,400]}"""),
        Scoring.Sample("label", "{}", "What?", "dog"),
    ];

    private static readonly string[] Seeds =
    [
        "The answer is 12.5 cm, **not** 125 mm.", "{\"answer\": [\"a b\", \"c & d\"]}", "```json\n{\"a\": [\"xx\"]}\n```", "1. dog (0.9)\n2. cat", "No, B) is left of A.", "So \\boxed{\\frac{1}{2}} or twenty-one.",
        "[{\"label\":\"dog\",\"box\":[1,2,301,402]}]", "<think>left?</think>Therefore: right side.", "1,234.56 $ − 3½ ７ % 1.234.567,8 at least 4–5", "Answer: D33\n\nWait, actually D34.", "one two three",
    ];

    private static readonly string[] Pieces = ["**", "Answer:", "\\boxed{", "}", "{", "[", "\"", "'", "\n", "1,", ".", "-", "½", "not ", " or ", "\u0301", "\ud83d", "\udc15", "𝟜", "\0", "</think>", "```", "é", "1e999", "99999999999999999999999999999999", "/0", "%", "the "];

    public static TheoryData<string> Ids => [.. Samples.Select(s => s.Scorer!.Id).Distinct()];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_thousand_mutated_replies_are_scored(string id)
    {
        var random = new Random(14);
        foreach (var sample in Samples.Where(s => s.Scorer!.Id == id))
        {
            var scorer = (IReplyScorer)ScorerList.Find(id)!;
            scorer.Fault(sample, sample.Scorer!).ShouldBeNull();
            for (var round = 0; round < 1_000; round++)
            {
                var reply = Mutated(random);
                if (scorer.Score(sample, sample.Scorer!, new(reply, round % 2 == 0, 640, 480)) is Score.Scored scored)
                {
                    scored.Value.ShouldBeInRange(0, 1, reply);
                    scored.Why.ShouldNotBeNullOrWhiteSpace();
                    if (scored.Passed is { } passed && id is "exact" or "text" or "number" or "choice" or "regex") scored.Value.ShouldBe(passed ? 1 : 0);
                    scorer.Score(sample, sample.Scorer!, new(reply, round % 2 == 0, 640, 480)).ShouldBe(scored);
                }
            }
        }
    }

    [Fact]
    public void Every_target_passes_in_the_usual_phrasings()
    {
        string[] phrasings = ["{0}", " {0}\n", "**{0}**", "Answer: {0}", "Final answer: **{0}**", "The answer is {0}.", "<think>Hm, 7.</think>{0}", "I looked closely.\n\nAnswer: {0}", "{{\"answer\": \"{0}\"}}", "So it is \\boxed{{{0}}}"];
        foreach (var sample in Samples.Where(s => s.Scorer!.Id is "exact" or "text" or "number" or "choice"))
            foreach (var target in sample.Target)
                foreach (var phrasing in phrasings)
                {
                    if (sample.Scorer!.Id == "exact" && phrasing.EndsWith('.')) continue;
                    var reply = string.Format(phrasing, target);
                    Scoring.Of(sample, reply).ShouldBeOfType<Score.Scored>().Passed.ShouldBe(true, $"{sample.Scorer.Id}: {reply}");
                }
    }

    [Theory]
    [InlineData("number", "4", "4.0")]
    [InlineData("number", "5 cm", "50 mm")]
    [InlineData("text", "The Bolts.", "bolts")]
    [InlineData("choice", "No", "no.")]
    [InlineData("anls", "abcd", "abce")]
    public void Target_and_reply_may_change_places(string id, string a, string b) =>
        Scoring.Of(id, "{}", a, b).ShouldBeOfType<Score.Scored>().Value.ShouldBe(Scoring.Of(id, "{}", b.TrimEnd('.'), a).ShouldBeOfType<Score.Scored>().Value);

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_reply_of_a_megabyte_is_scored_in_bounded_work(string id)
    {
        // Allocation is counted, for it does not depend on the machine: what took the square of the length would take gigabytes.
        foreach (var sample in Samples.Where(s => s.Scorer!.Id == id))
            foreach (var piece in (string[])["4 ", "1,", "**", "{", "answer is ", "answer: \n", "\\boxed{", "```", "not 5 or ", "\"a\", ", "twenty one ", "“a” ", "1 234 "])
            {
                var reply = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));
                var before = GC.GetAllocatedBytesForCurrentThread();
                _ = ((IReplyScorer)ScorerList.Find(id)!).Score(sample, sample.Scorer!, new(reply, ImageWidth: 640, ImageHeight: 480));
                (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(400_000_000, $"{id} on '{piece}' again and again");
            }
    }

    private static string Mutated(Random random)
    {
        var reply = Seeds[random.Next(Seeds.Length)];
        for (var i = random.Next(1, 6); i > 0; i--)
        {
            var at = random.Next(reply.Length + 1);
            var length = random.Next(Math.Min(8, reply.Length - at) + 1);
            reply = random.Next(4) switch
            {
                0 => reply.Remove(at, length),
                1 => reply.Insert(at, Pieces[random.Next(Pieces.Length)]),
                2 => reply[..at],
                _ => reply + Seeds[random.Next(Seeds.Length)],
            };
        }
        return reply;
    }
}
