using Assay.Calls;
using Assay.Vision;
using Shouldly;
using Xunit;

namespace Assay.Tests.Vision;

/// <summary>Whatever a reply holds, reading it gives a reading, and every box in it is one.</summary>
public sealed class MutatedReplyTests
{
    private static readonly string[] Seeds =
    [
        """[{"label":"dog","score":0.91,"box":[100,50,500,250]},{"label":"cat","score":0.5,"box":[10,20,30,40]}]""",
        "Sure:\n```json\n{\"objects\": [{\"name\": \"dog\", \"bbox_2d\": [1, 2, 300, 400], \"confidence\": \"95%\"}]}\n```\nDone.",
        """{'boxes': [[0.1, 0.2, 0.3, 0.4], (0.5, 0.5, 0.9, 0.9)], 'labels': ['a', 'b'], 'scores': [NaN, 1e5]}""",
        "<loc0102><loc0205><loc0307><loc0614> dog ; <loc0000><loc0001><loc1023><loc1022> cat",
        "dog<loc_100><loc_200><loc_300><loc_400>cat<loc_1><loc_2><loc_3>",
        "<|ref|>dog<|/ref|><|det|>[[100, 200, 300, 400], [1,2]]<|/det|><box>(1,2),(3,4)</box>",
        "1. dog: {\"x\": 1, \"y\": 2, \"width\": 30, \"height\": 40}\n2. cat: \"[5, 6, 70, 80]\" /* note */ // end",
        "1. Golden retriever (0.92)\n2. Tennis ball: 5 %\n- [ ] other",
    ];

    private static readonly string[] Pieces = ["[", "]", "{", "}", "(", ")", "\"", "'", ",", ":", "```", "\\u", "\\", "<box>", "</box>", "<loc_", "<loc00", "-", "1e999", "NaN", "null", "/*", "//", "\0", "🐕", "“", "</think>", "999999999999999999999", "%", "\n"];

    [Fact]
    public void Two_thousand_mutated_replies_are_read()
    {
        var random = new Random(2026);
        ModelRef?[] models = [null, new("google", "gemini-2.5-pro"), new("local", "x"), new("a", "qwen2.5-vl"), new("anthropic", "claude-opus-4-7")];
        for (var round = 0; round < 2000; round++)
        {
            var reply = Seeds[random.Next(Seeds.Length)];
            for (var i = random.Next(1, 6); i > 0; i--) reply = Mutated(reply, random);
            var size = new ImageSize(random.Next(1, 5000), random.Next(1, 5000));
            Check(BoxReader.Read(reply, size, models[random.Next(models.Length)], Seeds[random.Next(Seeds.Length)]));
            Check(BoxReader.ReadAs(reply, size, BoxFrames.All[random.Next(BoxFrames.All.Count)]));
            if (LabelReading.Read(reply) is LabelReading.Ranked ranked) ranked.Labels.ShouldAllBe(l => l.Label.Length > 0 && (l.Score == null || (l.Score >= 0 && l.Score <= 1)));
        }
    }

    [Theory]
    [InlineData("[")]
    [InlineData("[1,")]
    [InlineData("{\"a\":")]
    [InlineData("[\"")]
    [InlineData("['")]
    [InlineData("[] ")]
    [InlineData("(1,2) ")]
    [InlineData("<box>")]
    [InlineData("<loc_1>")]
    [InlineData("```[")]
    [InlineData("[1,2,3,4] ")]
    [InlineData("{\"box\":[[")]
    public void Long_nonsense_is_read_in_bounded_work(string piece)
    {
        var reply = string.Concat(Enumerable.Repeat(piece, 200_000 / piece.Length));
        Check(BoxReader.Read(reply, new(100, 100)));
        _ = LabelReading.Read(reply);
    }

    private static void Check(BoxReading reading)
    {
        if (reading is BoxReading.Unreadable unreadable) unreadable.Why.ShouldEndWith(".");
        if (reading is not BoxReading.Found found) return;
        found.Detections.ShouldNotBeEmpty();
        found.Why.ShouldNotBeEmpty();
        foreach (var detection in found.Others.Append(found.Read).SelectMany(o => o.Detections))
        {
            detection.Box.Area.ShouldBeInRange(0, 1);
            if (detection.Score is { } score) score.ShouldBeInRange(0, 1);
        }
    }

    private static string Mutated(string reply, Random random)
    {
        var at = random.Next(reply.Length + 1);
        var length = random.Next(0, Math.Min(8, reply.Length - at) + 1);
        return random.Next(5) switch
        {
            0 => reply.Remove(at, length),
            1 => reply.Insert(at, Pieces[random.Next(Pieces.Length)]),
            2 => reply[..at],
            3 => reply.Insert(at, reply.Substring(at, length)),
            _ => reply.Remove(at, length).Insert(at, Pieces[random.Next(Pieces.Length)]),
        };
    }
}
