using Assay.Drawing.Suites.Counting;
using Assay.Drawing.Suites.Defects;
using Assay.Drawing.Suites.Documents;
using Assay.Drawing.Suites.Objects;
using Assay.Drawing.Suites.Spatial;

namespace Assay.Drawing.Suites;

/// <summary>Questions about drawn pictures in five categories.</summary>
public static class VisionBasics
{
    public static SuiteRecipe Recipe { get; } = new(
        "vision-basics", "Vision basics", "Questions about drawn pictures whose answers are known because the pictures were made so.", "ask", 1, 100,
        [
            new("Defect Detection", new Washers(), new Gears(), new CircuitBoard(), new FillLevels(), new Misprints(), new WeldSeam(), new Scratches()),
            new("Document Understanding", new TillReceipt(), new Invoice(), new NumberTable(), new TickForm(), new TrainTicket(), new Bars(), new Notice()),
            new("Object Counting", new MixedShapes(), new Coins(), new LitWindows(), new DiceFaces(), new Matches(), new Fish(), new LetterCount()),
            new("Object Understanding", new Clocks(), new Dials(), new OddOneOut(), new Switches(), new Display(), new Attributes(), new Rods()),
            new("Spatial Understanding", new Sides(), new Nearest(), new InsideLoop(), new GridSteps(), new Maze(), new Arrows(), new Cards()),
        ]);
}
