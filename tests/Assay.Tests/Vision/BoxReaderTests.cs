using Assay.Vision;
using Shouldly;
using Xunit;

namespace Assay.Tests.Vision;

/// <summary>Replies in the forms models write them. The image is 1000 × 500 where nothing else is said.</summary>
public sealed class BoxReaderTests
{
    private static readonly ImageSize Wide = new(1000, 500);

    private static BoxReading.Found Read(string reply, string? model = null, ImageSize? size = null, string? prompt = null) =>
        BoxReader.Read(reply, size ?? Wide, model is null ? null : Models.Of(model), prompt).ShouldBeOfType<BoxReading.Found>();

    private static void Is(Detection detection, string label, double x0, double y0, double x1, double y1, double? score = null)
    {
        detection.Label.ShouldBe(label);
        detection.Score.ShouldBe(score);
        var box = detection.Box;
        new[] { box.X0, box.Y0, box.X1, box.Y1 }.ShouldBe([x0, y0, x1, y1], 0.0005, $"{label}: {box}");
    }

    [Fact]
    public void Gemini_writes_thousandths_y_first()
    {
        var found = Read("```json\n[{\"box_2d\": [100, 200, 300, 600], \"label\": \"dog\"}]\n```", "google/gemini-2.5-pro");
        Is(found.Detections.Single(), "dog", 0.2, 0.1, 0.6, 0.3);
        found.Frame.ShouldBe(BoxFrames.ThousandthsYFirst);
        found.Why.ShouldBe("The model is of the family Gemini, which writes 0 to 1000, y first; the one box fits.");
        found.Others.Select(o => o.Frame.Id).ShouldContain("thousandths-x-first");
    }

    [Fact]
    public void Local_engines_write_pixels_of_the_image_sent() =>
        Is(Read("""[{"label":"dog","score":0.91,"box":[100,50,500,250]}]""", "local/efficientdet-lite0").Detections.Single(), "dog", 0.1, 0.1, 0.5, 0.5, 0.91);

    [Fact]
    public void Qwen_is_read_by_its_generation()
    {
        const string Reply = """[{"bbox_2d": [100, 100, 500, 400], "label": "cup"}]""";
        Read(Reply, "openrouter/qwen/qwen3-vl-8b-instruct").Frame.ShouldBe(BoxFrames.ThousandthsXFirst);
        Read(Reply, "openrouter/qwen/qwen2-vl-72b").Frame.ShouldBe(BoxFrames.ThousandthsXFirst);
        var second = Read(Reply, "openrouter/qwen/qwen2.5-vl-72b-instruct");
        second.Frame.ShouldBe(BoxFrames.QwenPixels);
        // 1000 × 500 is seen as 1008 × 504.
        Is(second.Detections.Single(), "cup", 100 / 1008.0, 100 / 504.0, 500 / 1008.0, 400 / 504.0);
    }

    [Fact]
    public void Claude_writes_pixels_of_the_image_it_sees()
    {
        var size = new ImageSize(1075, 1520);
        const string Reply = """[{"label": "table", "bbox_2d": [92.4, 130.7, 462, 653.5]}]""";
        Is(Read(Reply, "anthropic/claude-sonnet-4-20250514", size).Detections.Single(), "table", 0.1, 0.1, 0.5, 0.5);
        Read(Reply, "anthropic/claude-opus-4-7", size).Frame.ShouldBe(BoxFrames.ClaudeLargePixels);
        Read(Reply, "anthropic/claude-opus-4-7", size, "Return pixel coordinates [x1, y1, x2, y2].").Frame.ShouldBe(BoxFrames.ClaudeLargePixels);
    }

    [Fact]
    public void A_prompt_decides_for_models_without_a_habit_and_not_for_those_with_one()
    {
        const string Reply = """[{"label": "cup", "box": [100, 200, 300, 400]}]""";
        var asked = Read(Reply, "openai/gpt-4o", prompt: "Give [ymin, xmin, ymax, xmax] from 0 to 1000.");
        asked.Frame.ShouldBe(BoxFrames.ThousandthsYFirst);
        asked.Why.ShouldBe("The prompt asked for 0 to 1000, y first; the one box fits.");
        Read("""[{"label": "cup", "box": [100, 200, 300, 290]}]""", "openai/gpt-4o", prompt: "Boxes as [x, y, width, height] in pixels.").Frame.ShouldBe(BoxFrames.PixelsSize);
        Read(Reply, "google/gemini-2.5-flash", prompt: "Boxes in pixels, please.").Frame.ShouldBe(BoxFrames.ThousandthsYFirst);
    }

    [Fact]
    public void A_habit_that_the_numbers_contradict_gives_way_and_says_so()
    {
        var found = Read("""[{"label":"a","box_2d":[0.1,0.2,0.3,0.4]},{"label":"b","box_2d":[0.5,0.5,0.9,0.8]}]""", "google/gemini-2.0-flash");
        found.Frame.ShouldBe(BoxFrames.FractionsXFirst);
        var pixels = Read("""[{"box":[10,20,1800,900]},{"box":[1100,20,1900,900]}]""", "google/gemini-2.0-flash", new(1920, 1080));
        pixels.Frame.ShouldBe(BoxFrames.Pixels);
        pixels.Why.ShouldStartWith("The model is of the family Gemini, which writes 0 to 1000, y first, but none of the 2 boxes fits it.");
    }

    [Fact]
    public void Few_boxes_over_the_edge_do_not_overturn_a_habit_and_are_kept_apart()
    {
        var boxes = string.Join(",", Enumerable.Range(0, 9).Select(i => $"{{\"label\":\"b{i}\",\"box_2d\":[{i * 10},0,{i * 10 + 100},200]}}"));
        var found = Read($"[{boxes},{{\"label\":\"odd\",\"box_2d\":[0,0,1100,100]}}]", "google/gemini-2.5-pro", new(4000, 4000));
        found.Frame.ShouldBe(BoxFrames.ThousandthsYFirst);
        found.Detections.Count.ShouldBe(9);
        found.Read.Refused.ShouldBe([new("odd", "[0, 0, 1100, 100]", "its bottom edge at 1,100 lies outside 0 to 1,000")]);
    }

    [Theory]
    [InlineData("[0.1, 0.2, 0.5, 0.6]", "fractions-x-first")]
    [InlineData("[0.5, 0.6, 0.2, 0.3]", "fractions-size")]
    [InlineData("[100, 100, 400, 400]", "pixels")]
    [InlineData("[100, 600, 400, 900]", "thousandths-x-first")]
    [InlineData("[600, 100, 900, 400]", "pixels")]
    [InlineData("[1200, 100, 1300, 400]", null)]
    public void With_nothing_known_the_tightest_frame_is_taken(string box, string? frame)
    {
        var reading = BoxReader.Read($$"""{"objects":[{"name":"x","bbox":{{box}}}]}""", Wide);
        if (frame is null) reading.ShouldBeOfType<BoxReading.Unreadable>().Why.ShouldContain("fits no convention");
        else reading.ShouldBeOfType<BoxReading.Found>().Frame.Id.ShouldBe(frame);
    }

    [Fact]
    public void Of_a_large_image_small_numbers_are_thousandths()
    {
        var found = Read("""[{"label":"a","box":[10,20,300,990]}]""", size: new(4000, 3000));
        found.Frame.ShouldBe(BoxFrames.ThousandthsXFirst);
        found.Why.ShouldContain("Nothing else is known of how this model writes boxes");
        found.Others.Select(o => o.Frame).ShouldContain(BoxFrames.Pixels);
    }

    [Theory]
    [InlineData("""[{"label":"dog","box":{"x":100,"y":50,"width":400,"height":200}}]""")]
    [InlineData("""[{"label":"dog","x":100,"y":50,"width":400,"height":200}]""")]
    [InlineData("""[{"label":"dog","x1":100,"y1":50,"x2":500,"y2":250}]""")]
    [InlineData("""[{"label":"dog","xmin":"100","ymin":"50","xmax":"500","ymax":"250"}]""")]
    [InlineData("""[{"label":"dog","bounding_box":{"x_min":100,"y_min":50,"x_max":500,"y_max":250}}]""")]
    [InlineData("""[{"label":"dog","bbox":{"left":100,"top":50,"right":500,"bottom":250}}]""")]
    [InlineData("""[{"label":"dog","box":{"cx":300,"cy":150,"w":400,"h":200}}]""")]
    [InlineData("""[{"label":"dog","box":{"top_left":{"x":100,"y":50},"bottom_right":{"x":500,"y":250}}}]""")]
    [InlineData("""[{"label":"dog","polygon":[[100,50],[500,50],[500,250],[100,250]]}]""")]
    [InlineData("""[{"label":"dog","quad":[100,50,500,50,500,250,100,250]}]""")]
    [InlineData("""[{"label":"dog","bbox":"[100, 50, 500, 250]"}]""")]
    [InlineData("""[{"label":"dog","bbox":["100","50","500","250"]}]""")]
    [InlineData("""[{"label":"dog","coordinates":[[100,50],[500,250]]}]""")]
    [InlineData("""{"detections":[{"class":"dog","bounding_box":[100,50,500,250]}]}""")]
    [InlineData("""{"image":{"objects":[{"category":"dog","bbox":[100,50,500,250]}]}}""")]
    [InlineData("""{"dog":[100,50,500,250]}""")]
    [InlineData("""{"dog":[[100,50,500,250]]}""")]
    [InlineData("""{"boxes":[[100,50,500,250]],"labels":["dog"]}""")]
    [InlineData("""{"label":"dog","boxes":[[100,50,500,250]]}""")]
    [InlineData("""[["dog",100,50,500,250]]""")]
    [InlineData("""[[100,50,500,250,"dog"]]""")]
    [InlineData("""[{'label': 'dog', 'box': (100, 50, 500, 250),},]""")]
    [InlineData("""[{label: "dog", box: [100, 50, 500, 250]}] // done""")]
    [InlineData("""{“label”: “dog”, “box”: [100, 50, 500, 250]}""")]
    [InlineData("Here you are:\n\n```json\n{\"objects\": [{\"label\": \"dog\", \"box\": [100, 50, 500, 250]}]}\n```\nTell me if you want [more].")]
    [InlineData("""<think>Perhaps [{"label":"cat","box":[1,2,3,4]}]?</think>[{"label":"dog","box":[100,50,500,250]}]""")]
    [InlineData("{\"label\":\"dog\",\"box\":[100,50,500,250]}\n{\"label\":\"dog\",\"box\":[100,50,500,250]}")]
    [InlineData("I see one animal.\n- **dog**: [100, 50, 500, 250]")]
    [InlineData("1. dog: (100, 50, 500, 250)")]
    [InlineData("dog: (100, 50), (500, 250) see ['this")]
    public void The_same_box_in_every_form(string reply)
    {
        if (reply.Contains("(100, 50), (500", StringComparison.Ordinal))
        {
            // Two points beside each other, and not in a list, could be anything.
            BoxReader.Read(reply, Wide).ShouldBeOfType<BoxReading.Unreadable>();
            return;
        }
        Is(Read(reply, prompt: "in pixels").Detections.Single(), "dog", 0.1, 0.1, 0.5, 0.5);
    }

    [Theory]
    [InlineData("<loc0102><loc0205><loc0307><loc0614> dog", 205 / 1024.0, 102 / 1024.0, 614 / 1024.0, 307 / 1024.0, "bins-1024")]
    [InlineData("dog<loc_100><loc_200><loc_300><loc_400>", 0.1005, 0.2005, 0.3005, 0.4005, "bins-1000")]
    [InlineData("<ref>dog</ref><box>(100,200),(300,400)</box>", 0.1, 0.2, 0.3, 0.4, "thousandths-x-first")]
    [InlineData("<|object_ref_start|>dog<|object_ref_end|><|box_start|>(100,200),(300,400)<|box_end|>", 0.1, 0.2, 0.3, 0.4, "thousandths-x-first")]
    [InlineData("<|ref|>dog<|/ref|><|det|>[[100, 200, 300, 400]]<|/det|>", 0.1, 0.2, 0.3, 0.4, "thousandths-x-first")]
    public void Tokens_of_their_own(string reply, double x0, double y0, double x1, double y1, string frame)
    {
        var found = Read(reply);
        Is(found.Detections.Single(), "dog", x0, y0, x1, y1);
        found.Frame.Id.ShouldBe(frame);
    }

    [Fact]
    public void Tokens_of_many_boxes()
    {
        Read("<loc0100><loc0100><loc0200><loc0200> dog ; <loc0300><loc0300><loc0400><loc0400><seg001><seg002> red car").Detections.Select(d => d.Label).ShouldBe(["dog", "red car"]);
        Read("dog<loc_1><loc_2><loc_30><loc_40><loc_500><loc_600><loc_700><loc_800>cat<loc_1><loc_1><loc_9><loc_9>").Detections.Select(d => d.Label).ShouldBe(["dog", "dog", "cat"]);
        var cut = Read("dog<loc_1><loc_2><loc_30><loc_40>cat<loc_1><loc_2>");
        cut.Detections.Count.ShouldBe(1);
        cut.Notes.ShouldContain(n => n.StartsWith("The reply ends in the middle", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("```json\n[]\n```")]
    [InlineData("There is no dog in this image.\n\n[]")]
    [InlineData("""{"objects": []}""")]
    [InlineData("""{"detections": [], "count": 0}""")]
    public void An_empty_list_says_that_there_is_nothing(string reply) => BoxReader.Read(reply, Wide).ShouldBeOfType<BoxReading.NothingFound>();

    [Theory]
    [InlineData("", "The reply is empty.")]
    [InlineData("I cannot see any dogs, sorry.", "The reply holds no boxes: neither JSON with boxes nor tokens for them.")]
    [InlineData("- [ ] dog\n- [x] cat", "The reply holds no boxes: neither JSON with boxes nor tokens for them.")]
    [InlineData("""[{"label":"dog"},{"label":"cat"}]""", "The reply holds no boxes: neither JSON with boxes nor tokens for them.")]
    [InlineData("""[{"label":"dog","box_2d":[1,2,""", "The reply ends before its first box is complete.")]
    [InlineData("""[{"label":"dog","box":[1,2,3]}]""", "The one box fits no convention: [1, 2, 3]: 3 numbers where a box has four.")]
    [InlineData("""[{"label":"dog","box":null}]""", "The one box fits no convention: null: no box is given.")]
    [InlineData("""[{"label":"dog","box":[5,5,0,9]}]""", null)]
    public void What_cannot_be_read_says_why(string reply, string? why)
    {
        var said = BoxReader.Read(reply, Wide, null, "pixels").ShouldBeOfType<BoxReading.Unreadable>().Why;
        if (why is not null) said.ShouldBe(why);
    }

    [Fact]
    public void A_reply_cut_by_its_length_keeps_the_boxes_that_are_complete()
    {
        const string Whole = """{"objects":[{"label":"a","box":[1,2,30,40]},{"label":"b","box":[5,6,70,80]},{"label":"c","box":[9,10,110,120]}]}""";
        for (var length = 1; length < Whole.Length; length++)
        {
            var complete = Whole[..length].Count(c => c == '}');
            var reading = BoxReader.Read(Whole[..length], Wide, null, "pixels");
            if (complete == 0) reading.ShouldBeOfType<BoxReading.Unreadable>();
            else if (length < Whole.Length - 2)
            {
                var found = reading.ShouldBeOfType<BoxReading.Found>();
                found.Detections.Count.ShouldBe(Math.Min(3, complete), Whole[..length]);
                found.Notes.ShouldContain(n => n.StartsWith("The reply ends in the middle", StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public void A_fence_closed_over_a_cut_list_is_a_cut_reply()
    {
        var found = Read("```json\n[{\"label\":\"a\",\"box\":[1,2,30,40]},{\"label\":\"b\",\"box\":[5,\n```", prompt: "pixels");
        found.Detections.Single().Label.ShouldBe("a");
        found.Notes.Single().ShouldStartWith("The reply ends in the middle");
    }

    [Fact]
    public void What_makes_no_sense_is_kept_apart_with_its_reason()
    {
        var found = Read("""
            [{"label":"ok","box":[0,0,500,250]}, {"label":"nan","box":[NaN,1,2,3]}, {"label":"thin","box":[10,10,10,20]}, {"label":"turned","box":[50,10,20,20]},
             {"label":"minus","box":[-100,0,20,20]}, {"label":"five","box":[1,2,3,4,5]}, {"label":"words","box":"top left"}, {"label":"far","box":[0,0,1e300,20]}]
            """, "local/x");
        found.Detections.Select(d => d.Label).ShouldBe(["ok"]);
        found.Read.Refused.Select(r => $"{r.Label}: {r.Why}").ShouldBe(
        [
            "nan: not four numbers", "thin: it has no width", "turned: its right edge is left of its left edge", "minus: its left edge at -100 lies outside 0 to 1,000",
            "five: 5 numbers where a box has four", "words: not four numbers", "far: its right edge at a huge number lies outside 0 to 1,000",
        ]);
    }

    [Fact]
    public void What_lies_a_little_over_the_edge_is_cut_there_and_said()
    {
        var found = Read("""[{"label":"a","box":[-5,0,1008,500]},{"label":"b","box":[0,0,10,10]}]""", "local/x");
        Is(found.Detections[0], "a", 0, 0, 1, 1);
        found.Read.Notes.ShouldBe(["1 box reaches over the edge of the image by at most 0.8 % and is cut there."]);
        found = Read("""[{"label":"a","box":[0,0,1011,500]},{"label":"b","box":[0,0,10,10]}]""", "local/x");
        found.Read.Refused.Single().Why.ShouldBe("its right edge at 1,011 lies outside 0 to 1,000");
    }

    [Fact]
    public void Scores_have_one_scale_per_reply()
    {
        Read("""[{"label":"a","box":[1,1,9,9],"score":0.9},{"label":"b","box":[2,2,9,9],"confidence":"85%"},{"label":"c","box":[3,3,9,9]}]""").Detections.Select(d => d.Score).ShouldBe([0.9, 0.85, null]);
        var hundredths = Read("""[{"label":"a","box":[1,1,9,9],"score":95},{"label":"b","box":[2,2,9,9],"score":1}]""");
        hundredths.Detections.Select(d => d.Score).ShouldBe([0.95, 0.01]);
        hundredths.Notes.ShouldContain("Scores are read as hundredths, because one is above 1.");
        var odd = Read("""[{"label":"a","box":[1,1,9,9],"score":"high"},{"label":"b","box":[2,2,9,9],"score":700}]""");
        odd.Detections.ShouldAllBe(d => d.Score == null);
        odd.Notes.ShouldContain(n => n.StartsWith("2 scores are neither", StringComparison.Ordinal));
    }

    [Fact]
    public void Reading_by_hand_takes_the_frame_it_is_told()
    {
        const string Reply = """[{"label":"a","box_2d":[100,200,300,400]}]""";
        var found = BoxReader.ReadAs(Reply, Wide, BoxFrames.Pixels).ShouldBeOfType<BoxReading.Found>();
        Is(found.Detections.Single(), "a", 0.1, 0.4, 0.3, 0.8);
        found.Why.ShouldBe("Read as pixels of the image sent, x first, as was chosen by hand.");
        BoxFrames.Find("pixels").ShouldBe(BoxFrames.Pixels);
        BoxFrames.Find("inches").ShouldBeNull();
    }

    [Fact]
    public void Repeats_are_taken_once_and_floods_are_bounded()
    {
        Read("First [{\"label\":\"a\",\"box\":[1,1,9,9]}], so finally [{\"label\":\"a\",\"box\":[1,1,9,9]}].").Notes.ShouldContain("One box stands there twice and is taken once.");
        var flood = Read("[" + string.Join(",", Enumerable.Range(0, 1500).Select(i => $"[{i % 400},{i % 300},{i % 400 + 10},{i % 300 + 20 + i / 400}]")) + "]");
        flood.Detections.Count.ShouldBeLessThanOrEqualTo(1000);
        flood.Notes.ShouldContain("Only the first 1,000 boxes are read; 500 more are left out.");
    }

    [Fact]
    public void Named_sides_go_before_the_order_of_a_habit()
    {
        var found = Read("""[{"label":"a","box":{"ymin":100,"xmin":200,"ymax":300,"xmax":400}}]""", "google/gemini-2.5-pro");
        found.Frame.ShouldBe(BoxFrames.ThousandthsXFirst);
        Is(found.Detections.Single(), "a", 0.2, 0.1, 0.4, 0.3);
    }
}
