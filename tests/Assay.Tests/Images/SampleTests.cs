using Assay.Adapters.Images;
using Assay.Adapters.Images.Samples;
using Assay.Adapters.Images.Vips;
using Assay.Calls;
using Assay.Drawing;
using Shouldly;
using Xunit;

namespace Assay.Tests.Images;

public sealed class SampleTests
{
    private static readonly Version Pinned = new(8, 18, 7);

    public static TheoryData<string> Ids => [.. SampleImages.All.Select(s => s.Id)];

    private static string FileOf(string id) => Path.Combine(TestData.Repository, "samples", $"{id}.png");

    private static async Task<CallImage> Draw(string id) => await new SvgRaster(TestImages.Work).Render(SampleImages.Svg(id), 1, TestContext.Current.CancellationToken);

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task A_sample_is_drawn_again_byte_for_byte(string id)
    {
        TestImages.NeedLibrary();
        Assert.SkipWhen(TestImages.Work.Library.Library!.Version != Pinned, $"The files were made with libvips {Pinned}: {TestImages.Work.Library.Library.Description} may encode otherwise.");
        var drawn = await Draw(id);
        if (Environment.GetEnvironmentVariable("ASSAY_UPDATE_GOLDEN") == "1") await File.WriteAllBytesAsync(FileOf(id), drawn.Bytes);
        File.Exists(FileOf(id)).ShouldBeTrue("ASSAY_UPDATE_GOLDEN=1 writes it");
        (await File.ReadAllBytesAsync(FileOf(id))).AsSpan().SequenceEqual(drawn.Bytes.Span).ShouldBeTrue($"{id}.png is not what its drawing gives; ASSAY_UPDATE_GOLDEN=1 writes it anew");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task A_sample_is_small_and_is_taken_as_it_is(string id)
    {
        var sample = SampleImages.Find(id)!;
        sample.Bytes().Length.ShouldBeLessThan(60_000);
        var ready = await TestImages.Ready(sample.Bytes());
        ready.Facts.Words().ShouldBeEmpty();
        (await TestImages.Seen(ready)).Rgb.ShouldBe((await TestImages.Seen(new(new("", "image/png", 1, 1, sample.Bytes()), ready.Facts))).Rgb);
    }

    [Fact]
    public void Every_task_with_an_image_has_a_sample()
    {
        foreach (var task in ModelTasks.All.Where(t => t.NeedsImage())) SampleImages.For(task).ShouldNotBeEmpty(task.Name());
        SampleImages.All.Select(s => s.Id).ShouldBeUnique();
        SampleImages.All.ShouldAllBe(s => s.Question.EndsWith('?') || s.Question.EndsWith('.'));
    }

    [Fact]
    public void Every_letter_of_the_samples_is_in_the_font() =>
        SampleImages.All.SelectMany(s => s.Text ?? "").Where(c => c != '\n').Distinct().ShouldAllBe(c => Sketch.CanWrite(c));

    [Fact]
    public void The_readme_of_the_samples_names_each_of_them()
    {
        var readme = File.ReadAllText(Path.Combine(TestData.Repository, "samples", "README.md"));
        foreach (var sample in SampleImages.All) readme.ShouldContain($"`{sample.Id}.png`");
    }
}
