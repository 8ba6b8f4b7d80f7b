using Assay.Calls;
using Assay.Vision;
using Shouldly;
using Xunit;

namespace Assay.Tests.Vision;

public sealed class BoxFrameTests
{
    public static TheoryData<string> Ids => [.. BoxFrames.All.Select(f => f.Id)];

    [Theory, MemberData(nameof(Ids))]
    public void A_box_written_and_placed_is_the_same_box(string id)
    {
        var frame = BoxFrames.Find(id)!;
        var random = new Random(id.Length);
        for (var i = 0; i < 500; i++)
        {
            var size = new ImageSize(random.Next(1, 9000), random.Next(1, 9000));
            var (x0, y0) = (random.NextDouble() * 0.9, random.NextDouble() * 0.9);
            var box = new Box(x0, y0, x0 + 0.01 + random.NextDouble() * (0.99 - x0), y0 + 0.01 + random.NextDouble() * (0.99 - y0));
            var placed = frame.Place(frame.Write(box, size), size).ShouldBeOfType<PlacedBox.Placed>($"{id} {size} {box}");
            placed.Box.Iou(box).ShouldBe(1, 1e-9);
            placed.Over.ShouldBe(0, 1e-9);
        }
    }

    [Fact]
    public void Every_frame_has_an_id_and_words_of_its_own_and_says_where_it_is_known_from()
    {
        BoxFrames.All.Select(f => f.Id).ShouldBeUnique();
        BoxFrames.All.Select(f => f.Words).ShouldBeUnique();
        var page = File.ReadAllText(Path.Combine(TestData.Repository, "docs", "vision.md"));
        foreach (var frame in BoxFrames.All) page.ShouldContain($"`{frame.Id}`");
    }

    [Theory]
    [InlineData(1920, 1080, 1932, 1092)]
    [InlineData(640, 480, 644, 476)]
    [InlineData(20, 20, 56, 56)]
    [InlineData(5000, 4000, 4004, 3192)]
    public void Qwen_rounds_sides_to_multiples_of_28(int width, int height, int across, int down) => BoxFrames.QwenPixels.Extent(new(width, height)).ShouldBe((across, down));

    [Theory]
    [InlineData(1075, 1520, 924, 1307)]
    [InlineData(1920, 1080, 1456, 819)]
    [InlineData(800, 600, 800, 600)]
    public void Claude_fits_images_into_its_patches(int width, int height, int across, int down) => BoxFrames.ClaudePixels.Extent(new(width, height)).ShouldBe((across, down));

    [Theory]
    [InlineData(1024, 1024, 768, 768)]
    [InlineData(2048, 4096, 768, 1536)]
    [InlineData(640, 480, 640, 480)]
    public void OpenAi_scales_the_short_side_down_to_768(int width, int height, int across, int down)
    {
        var (x, y) = BoxFrames.OpenAiPixels.Extent(new(width, height));
        x.ShouldBe(across, 1e-6);
        y.ShouldBe(down, 1e-6);
    }

    [Theory]
    [InlineData("anthropic/claude-3-5-sonnet-20241022", "pixels-claude")]
    [InlineData("anthropic/claude-sonnet-4-20250514", "pixels-claude")]
    [InlineData("anthropic/claude-opus-4-1-20250805", "pixels-claude")]
    [InlineData("bedrock/anthropic.claude-sonnet-4-5-20250929-v1:0", "pixels-claude")]
    [InlineData("anthropic/claude-opus-4-7", "pixels-claude-large")]
    [InlineData("openrouter/anthropic/claude-opus-4.8", "pixels-claude-large")]
    [InlineData("anthropic/claude-sonnet-5", "pixels-claude-large")]
    [InlineData("bedrock/amazon.nova-lite-v1:0", "thousandths-x-first")]
    [InlineData("zai/glm-4.5v", "thousandths-x-first")]
    [InlineData("hf/google/paligemma-3b-mix-224", "bins-1024")]
    [InlineData("alibaba/qwen-vl-max", null)]
    [InlineData("openai/gpt-5", null)]
    [InlineData("google/gemma-3-12b-it", null)]
    public void Habits_are_told_by_the_model_id(string reference, string? frame)
    {
        var model = Models.Of(reference);
        BoxHabit.Of(model)?.Frame?.Id.ShouldBe(frame);
        if (frame is null) BoxHabit.Of(model).ShouldBeNull();
        else BoxHabit.Of(model)!.Source.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("Detect. box_2d as [ymin, xmin, ymax, xmax] normalized to 0-1000.", "thousandths-y-first")]
    [InlineData("Give boxes [x1, y1, x2, y2] in pixel coordinates.", "pixels")]
    [InlineData("[x, y, width, height] as fractions between 0 and 1", "fractions-size")]
    [InlineData("coordinates from 0.0 to 1.0", "fractions-x-first")]
    [InlineData("coordinates from 0 to 100", null)]
    [InlineData("Find the dog.", null)]
    [InlineData("", null)]
    public void What_a_prompt_asks_for(string prompt, string? frame) => AskedFrame.In(prompt)?.Id.ShouldBe(frame);

    [Fact]
    public void Default_prompts_ask_in_the_words_that_are_read_back()
    {
        foreach (var reference in new[] { "google/gemini-2.5-pro", "openai/gpt-5", "x/qwen3-vl-8b" })
        {
            var model = Models.Of(reference);
            var prompt = TaskPrompts.For(ModelTask.Detect, model, "dog, cat");
            prompt!.ShouldContain("dog, cat");
            AskedFrame.In(prompt).ShouldBe(BoxHabit.Of(model)?.Frame ?? BoxFrames.FractionsXFirst);
        }
    }
}
