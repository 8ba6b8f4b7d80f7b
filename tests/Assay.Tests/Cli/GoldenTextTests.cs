using Shouldly;
using Xunit;

namespace Assay.Tests.Cli;

public sealed class GoldenTextTests
{
    public static TheoryData<string, string[]> Commands => new()
    {
        { "models", ["models"] },
        { "models-limited", ["models", "heron", "--limit", "1", "--sort", "-released"] },
        { "models-none", ["models", "herron-1"] },
        { "models-filtered", ["models", "--filter", "context >= 4K, weights = open", "--columns", "context,max output,output,cost", "--input-tokens", "1M", "--output-tokens", "2M"] },
        { "models-might", ["models", "--filter", "open weights, vision", "--might"] },
        { "models-nothing", ["models", "--filter", "open weights, released < 2000"] },
        { "show-owl", ["show", "owl"] },
        { "show-owl-why", ["show", "acme/owl-7b", "--why"] },
        { "show-nothing", ["show", "nothing"] },
        { "show-retired", ["show", "heron-0"] },
        { "benchmarks", ["benchmarks"] },
        { "benchmarks-one", ["benchmarks", "sightbench"] },
        { "compare-pair", ["compare", "owl", "heron-1"] },
        { "compare-retired", ["compare", "heron-0", "heron-1", "--input-tokens", "1M", "--output-tokens", "2M"] },
        { "compare-three", ["compare", "owl", "heron-1", "heron-0", "--cached", "0.3", "--batch", "50%", "--baseline", "heron-1"] },
    };

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Text_is_as_approved_at_80_and_40_columns(string name, string[] args)
    {
        foreach (var width in (int[])[80, 40])
        {
            using var assay = new AssayProcess { Width = width };
            var text = await assay.Output(args);
            TestData.ShouldBeGolden(text, $"../Golden/cli/{name}.{width}.txt");
            text.Split('\n').Where(l => l.Length > width && !l.Contains("://", StringComparison.Ordinal)).ShouldBeEmpty($"lines wider than {width}");
        }
    }

    [Theory]
    [InlineData("markdown", "md")]
    [InlineData("html", "html")]
    [InlineData("csv", "csv")]
    public async Task Other_formats_are_as_approved(string format, string extension)
    {
        using var assay = new AssayProcess();
        TestData.ShouldBeGolden(await assay.Output("compare", "owl", "heron-1", "--format", format), $"../Golden/cli/compare-pair.{extension}");
    }

    [Theory]
    [InlineData("markdown", "md")]
    [InlineData("csv", "csv")]
    public async Task Lists_in_other_formats_are_as_approved(string format, string extension)
    {
        using var assay = new AssayProcess();
        TestData.ShouldBeGolden(await assay.Output("models", "--filter", "vision or open weights", "--format", format), $"../Golden/cli/models.{extension}");
    }
}
