using Assay.Host.Evaluation;
using Shouldly;
using Xunit;

namespace Assay.Tests.Evaluation.Runs;

/// <summary>What a person sees in a terminal while a run goes.</summary>
public sealed class RunTableTests
{
    private static readonly RunningModel Plain = new("openai/gpt-4o-mini", 100, 40, 30, 10, 0, 0, 0, 0, 0, 4, 0, 0.0123m, 0, 0.6, 0.86);

    private static readonly RunningModel Full = new("some-provider-with-a-name/some-model-with-a-longer-name-2026-01-01", 40_000, 12_345, 9_876, 1_234, 55, 66, 77, 88, 9, 16, 12, 12.3456m, 3, 0.88, 0.9);

    [Theory]
    [InlineData(40)]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(120)]
    [InlineData(160)]
    public void No_line_is_wider_than_the_terminal(int width)
    {
        foreach (var models in (RunningModel[][])[[Plain], [Full], [Plain, Full]])
            RunTable.Lines(View(models), width).ShouldAllBe(l => l.Length < width);
    }

    [Fact]
    public void Columns_with_nothing_to_tell_are_left_out()
    {
        RunTable.Lines(View(Plain), 80).ShouldBe(
        [
            "model                 done        passed  failed     cost",
            "openai/gpt-4o-mini  40/100  30 (60–86 %)      10  $0.0123",
        ]);
        RunTable.Lines(View(Plain with { Passed = 0, Failed = 0, Ended = 0, Errored = 3, Low = null, High = null }), 80)[0].ShouldBe("model                done  no answer     cost");
    }

    [Fact]
    public void Where_it_is_narrow_the_interval_goes_first_and_names_are_cut_in_front()
    {
        var lines = RunTable.Lines(View(Full with { Unscored = 0, Graded = 0, Refused = 0, Errored = 0, Waiting = 0, UnknownCost = 0 }), 60);
        lines[1].ShouldStartWith("…-2026-01-01  12,345/40,000  9876 (88–90 %)");
        RunTable.Lines(View(Full), 60)[1].ShouldNotContain("%");
    }

    [Fact]
    public void Control_characters_of_a_name_do_nothing() => RunTable.Lines(View(Plain with { Model = "a/\e[2J\nb" }), 80)[1].ShouldNotContain("\e");

    private static RunningView View(params RunningModel[] models) => new() { Run = "01k", State = "running", Trials = 1, Ended = 0, Open = 1, Usd = 0, UnknownCost = 0, Models = models, Page = "/evals/01k" };
}
