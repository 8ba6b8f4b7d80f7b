using Assay.Vision;
using Shouldly;
using Xunit;

namespace Assay.Tests.Vision;

/// <summary>
/// Boxes of COCO images 42, 73, 74 and 987 with made-up detections, and what pycocotools says of them, as the tests of torchmetrics hold them
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
        new(
            [
                Box(49, 72.92, 45.96, 91.23, 80.57), Box(49, 50.17, 45.34, 71.28, 79.83), Box(49, 81.28, 47.04, 98.66, 78.50), Box(49, 63.96, 46.17, 84.35, 80.48), Box(49, 75.29, 23.01, 91.85, 50.85),
                Box(49, 56.39, 21.65, 75.66, 45.54), Box(49, 73.14, 1.10, 98.96, 28.33), Box(49, 62.34, 55.23, 78.14, 79.57), Box(49, 44.17, 45.78, 63.99, 78.48), Box(49, 58.18, 44.80, 66.42, 56.25),
            ],
            [
                Box(49, 72.92, 45.96, 91.23, 80.57, 0.532), Box(49, 45.17, 45.34, 66.28, 79.83, 0.204), Box(49, 82.28, 47.04, 99.66, 78.50, 0.782), Box(49, 59.96, 46.17, 80.35, 80.48, 0.202),
                Box(49, 75.29, 23.01, 91.85, 50.85, 0.883), Box(49, 71.14, 1.10, 96.96, 28.33, 0.271), Box(49, 61.34, 55.23, 77.14, 79.57, 0.561), Box(49, 41.17, 45.78, 60.99, 78.48, 0.204), Box(49, 56.18, 44.80, 64.42, 56.25, 0.349),
            ]),
    ];

    [Fact]
    public void As_pycocotools_says_of_images_of_coco()
    {
        var score = AveragePrecision.Of(Coco).ShouldBeOfType<PrecisionScore.Computed>();
        score.Ap.ShouldBe(0.637, 0.0005);
        score.Ap50.ShouldBe(0.859, 0.0005);
        score.Ap75.ShouldBe(0.761, 0.0005);
        score.ByLabel.Select(l => (l.Label, Math.Round(l.Ap, 3))).ShouldBe([("class 0", 0.725), ("class 1", 0.800), ("class 2", 0.454), ("class 4", 0.650), ("class 49", 0.556)]);
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
