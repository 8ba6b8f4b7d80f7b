using System.Text.Json;
using Shouldly;
using Xunit;

namespace Assay.Tests.Engines;

public sealed class LabelTests(RunningEngines running) : IClassFixture<RunningEngines>
{
    [Theory]
    [InlineData("efficientdet-lite0", "container_truck.jpeg", "truck")]
    [InlineData("efficientdet-lite0", "misplaced_bottles.jpeg", "refrigerator")]
    [InlineData("efficientdet-lite1", "misplaced_bottles.jpeg", "bottle")]
    [InlineData("efficientdet-lite2", "misplaced_bottles.jpeg", "bottle")]
    [InlineData("efficientdet-lite2", "fallen_crockery.jpeg", "bowl")]
    [InlineData("ssd-mobilenet-v1", "container_truck.jpeg", "truck")]
    public async Task A_detector_finds_what_is_in_a_photograph(string model, string file, string label)
    {
        var picture = Shared(file);
        using var found = JsonDocument.Parse(await running.Text(model, picture));
        found.RootElement.EnumerateArray().Select(d => d.GetProperty("label").GetString()).ShouldContain(label);
        foreach (var thing in found.RootElement.EnumerateArray())
        {
            var box = thing.GetProperty("box").EnumerateArray().Select(n => n.GetDouble()).ToArray();
            box[0].ShouldBeInRange(0, box[2]);
            box[1].ShouldBeInRange(0, box[3]);
            box[2].ShouldBeLessThanOrEqualTo(picture.Width);
            box[3].ShouldBeLessThanOrEqualTo(picture.Height);
            thing.GetProperty("score").GetDouble().ShouldBeInRange(0.3, 1);
        }
    }

    [Fact]
    public async Task The_box_of_a_truck_that_fills_the_picture_nearly_fills_it()
    {
        using var found = JsonDocument.Parse(await running.Text("efficientdet-lite0", Shared("container_truck.jpeg")));
        var box = found.RootElement.EnumerateArray().First(d => d.GetProperty("label").GetString() == "truck").GetProperty("box").EnumerateArray().Select(n => n.GetDouble()).ToArray();
        (box[2] - box[0]).ShouldBeGreaterThan(500);
        (box[3] - box[1]).ShouldBeGreaterThan(500);
    }

    [Fact]
    public async Task The_least_score_asked_for_is_the_least_score_told()
    {
        var picture = Shared("misplaced_bottles.jpeg");
        (await Scores("efficientdet-lite2", picture, 0.05)).Length.ShouldBeGreaterThan((await Scores("efficientdet-lite2", picture, null)).Length);
        (await Scores("efficientdet-lite2", picture, 0.6)).ShouldAllBe(s => s >= 0.6);
        (await Scores("efficientdet-lite2", picture, 1)).ShouldBeEmpty();
        (await Scores("mobilenet-v1-224", picture, 0.05)).ShouldAllBe(s => s >= 0.05);
    }

    [Theory]
    [InlineData("mobilenet-v1-224", "container_truck.jpeg", "trailer truck")]
    [InlineData("imagenet-299", "container_truck.jpeg", "trailer truck")]
    [InlineData("mobilenet-v1-224", "bottles.jpeg", "pop bottle")]
    [InlineData("imagenet-299", "bottles.jpeg", "pop bottle")]
    public async Task What_a_photograph_shows_is_among_the_first_five_of_ten_labels(string model, string file, string label)
    {
        using var ranked = JsonDocument.Parse(await running.Text(model, Shared(file)));
        var scores = ranked.RootElement.EnumerateArray().Select(l => l.GetProperty("score").GetDouble()).ToArray();
        ranked.RootElement.EnumerateArray().Take(5).Select(l => l.GetProperty("label").GetString()).ShouldContain(label);
        scores.Length.ShouldBe(10);
        scores.ShouldBe(scores.OrderDescending());
        scores.Sum().ShouldBeLessThanOrEqualTo(1.001);
    }

    [Theory]
    [InlineData("efficientdet-lite0")]
    [InlineData("ssd-mobilenet-v1")]
    public async Task An_empty_picture_holds_nothing_sure(string model) => (await Scores(model, TestPicture.Plain(200, 100, 128), 0.6)).ShouldBeEmpty();

    [Theory]
    [InlineData("efficientdet-lite0")]
    [InlineData("mobilenet-v1-224")]
    [InlineData("imagenet-299")]
    public async Task Pictures_of_odd_shapes_do_no_harm(string model)
    {
        (await running.Text(model, TestPicture.Plain(1, 1, 128))).ShouldStartWith("[");
        (await running.Text(model, TestPicture.Plain(2000, 2, 128))).ShouldStartWith("[");
    }

    private Assay.Adapters.Images.Pixels Shared(string file) => TestPicture.Shared(running.Engines.Folder, "vision-checkup", "images", file);

    private async Task<double[]> Scores(string model, Assay.Adapters.Images.Pixels picture, double? least)
    {
        using var json = JsonDocument.Parse(await running.Text(model, picture, least));
        return [.. json.RootElement.EnumerateArray().Select(d => d.GetProperty("score").GetDouble())];
    }
}
