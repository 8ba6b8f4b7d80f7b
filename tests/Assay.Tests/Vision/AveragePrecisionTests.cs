using Assay.Vision;
using Shouldly;
using Xunit;

namespace Assay.Tests.Vision;

/// <summary>
/// Boxes of COCO images 42, 73 and 74 with made-up detections, and what pycocotools says of their labels, as the tests of torchmetrics hold them
/// (Lightning-AI/torchmetrics, tests/unittests/detection/test_map.py). All in pixels; IoU does not change when both axes are divided by 700.
/// </summary>
public sealed class AveragePrecisionTests
{
    private static Detection Box(int label, double x0, double y0, double x1, double y1, double? score = null) => new($"class {label}", score, new(x0 / 700, y0 / 700, x1 / 700, y1 / 700));

    private static readonly JudgedImage[] Coco =
    [
        new([Box(4, 214.15, 41.29, 562.41, 285.07)], [Box(4, 258.15, 41.29, 606.41, 285.07, 0.236)]),
        new([Box(2, 13, 22.75, 548.98, 632.42), Box(2, 1.66, 3.32, 270.26, 275.23)], [Box(3, 61, 22.75, 565, 632.42, 0.318), Box(2, 12.66, 3.32, 281.26, 275.23, 0.726)]),
        new(
            [
                Box(4, 61.87, 276.25, 358.29, 379.43), Box(1, 2.75, 3.66, 162.15, 316.06), Box(0, 295.55, 93.96, 313.97, 152.79), Box(0, 326.94, 97.05, 340.49, 122.98),
                Box(0, 356.62, 95.47, 372.33, 147.55), Box(0, 462.08, 105.09, 493.74, 146.99), Box(0, 277.11, 103.84, 292.44, 150.72),
            ],
            [
                Box(4, 87.87, 276.25, 384.29, 379.43, 0.546), Box(1, 0, 3.66, 142.15, 316.06, 0.3), Box(0, 296.55, 93.96, 314.97, 152.79, 0.407), Box(0, 328.94, 97.05, 342.49, 122.98, 0.611),
                Box(0, 356.62, 95.47, 372.33, 147.55, 0.335), Box(0, 464.08, 105.09, 495.74, 146.99, 0.805), Box(0, 276.11, 103.84, 291.44, 150.72, 0.953),
            ]),
    ];

    [Fact]
    public void As_pycocotools_says_of_images_of_coco()
    {
        var score = AveragePrecision.Of(Coco).ShouldBeOfType<PrecisionScore.Computed>();
        score.ByLabel.Select(l => l.Label).ShouldBe(["class 0", "class 1", "class 2", "class 4"]);
        score.ByLabel.Select(l => l.Expected).ShouldBe([5, 1, 2, 2]);
        score.ByLabel.Select(l => l.Ap).ShouldBe([0.725, 0.800, 0.454, 0.650], 0.0006);
        score.Ap.ShouldBe(score.ByLabel.Average(l => l.Ap), 1e-12);
        score.Notes.ShouldBe(["1 box has a label that no image expects and is not counted, as COCO does."]);
    }

    [Fact]
    public void One_box_of_iou_0_78_is_right_at_six_of_ten_thresholds()
    {
        var score = AveragePrecision.Of([new([Box(0, 214, 41, 562, 285)], [Box(0, 258, 41, 606, 285, 0.536)])]).ShouldBeOfType<PrecisionScore.Computed>();
        (score.Ap50, score.Ap75).ShouldBe((1, 1));
        score.Ap.ShouldBe(0.6, 1e-9);
    }

    [Fact]
    public void A_find_where_nothing_was_expected_costs_precision()
    {
        var image = new JudgedImage([Box(0, 214, 41, 562, 285)], [Box(0, 258, 41, 606, 285, 0.536)]);
        var before = new JudgedImage([], [Box(0, 258, 41, 606, 285, 0.9)]);
        AveragePrecision.Of([image, before]).ShouldBeOfType<PrecisionScore.Computed>().Ap50.ShouldBe(0.5, 1e-9);
        AveragePrecision.Of([image, new([], [Box(0, 258, 41, 606, 285, 0.1)])]).ShouldBeOfType<PrecisionScore.Computed>().Ap50.ShouldBe(1, 1e-9);
    }

    [Fact]
    public void Precision_is_read_at_101_recalls()
    {
        AveragePrecision.Interpolated([true, true], 2).ShouldBe(1, 1e-12);
        // Recall 0 to 0.5 at precision 1: marks 0.00 to 0.50 are 51 of 101.
        AveragePrecision.Interpolated([true, false, false], 2).ShouldBe(51 / 101.0, 1e-12);
        // Then recall to 1 at precision 2/3: 51 marks at 1 and 50 at 2/3.
        AveragePrecision.Interpolated([true, false, true], 2).ShouldBe((51 + 50 * 2 / 3.0) / 101, 1e-12);
        AveragePrecision.Interpolated([], 3).ShouldBe(0);
    }

    [Fact]
    public void Where_it_cannot_be_computed_it_says_why()
    {
        AveragePrecision.Of([new([], [])]).ShouldBeOfType<PrecisionScore.NotComputable>().Why.ShouldContain("Nothing was expected");
        AveragePrecision.Of([new([Box(0, 1, 1, 9, 9)], [Box(0, 1, 1, 9, 9, 0.5), Box(0, 2, 2, 9, 9)])]).ShouldBeOfType<PrecisionScore.NotComputable>().Why.ShouldBe("1 of 2 boxes have no score: they cannot be ranked among the others.");
        var unscored = AveragePrecision.Of([new([Box(0, 1, 1, 9, 9)], [Box(0, 1, 1, 9, 9)])]).ShouldBeOfType<PrecisionScore.Computed>();
        unscored.Ap.ShouldBe(1, 1e-9);
        unscored.Notes.ShouldBe(["No box has a score: boxes are ranked in the order of the replies."]);
    }
}
