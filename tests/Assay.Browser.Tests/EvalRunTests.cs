using System.Text.RegularExpressions;
using Assay.Tests.Evaluation;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Assay.Browser.Tests;

/// <summary>A run started in a browser and followed to its end, against a provider of this machine.</summary>
public sealed class EvalRunTests(Chromium chromium) : IAsyncLifetime
{
    private readonly TaskCompletionSource rest = new();
    private SumsSite sums = null!;

    public async ValueTask InitializeAsync()
    {
        sums = await SumsSite.Start(TimeSpan.Zero);
        // Twenty are answered; the others wait until the test has seen that.
        sums.Server.Before = place => place < 20 ? Task.CompletedTask : rest.Task;
    }

    public ValueTask DisposeAsync()
    {
        rest.TrySetResult();
        return sums.DisposeAsync();
    }

    [Theory]
    [InlineData(1280, false)]
    [InlineData(390, true)]
    public async Task A_run_is_started_by_the_form_and_followed_to_its_end_without_a_reload(int width, bool dark)
    {
        await using var window = await Start(new() { Width = width, Height = 844, Dark = dark });
        await window.Page.EvaluateAsync("window.seen = 'the same page'");
        await Expect(window["section[data-live=verdict] [role=status]"]).ToContainTextAsync("20 of 40 trials have an end.");
        await Expect(window["#scores"]).ToContainTextAsync("20 passed, 0 failed");
        await Expect(window["#scores"]).ToContainTextAsync("neither right nor wrong");
        (await window.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);
        rest.SetResult();
        await Expect(window["#run-title + p"]).ToContainTextAsync("finished");
        await Expect(window["section[data-live=verdict] [role=status]"]).ToHaveCountAsync(0);
        await Expect(window["#scores"]).ToContainTextAsync("40 passed, 0 failed");
        await Expect(window["#scores"]).Not.ToContainTextAsync("neither right nor wrong");
        await Expect(window["#samples td.outcome .o.passed"]).ToHaveCountAsync(30);
        await Expect(window["#made"]).ToContainTextAsync("Every trial has an end.");
        (await window.Page.EvaluateAsync<string>("window.seen")).ShouldBe("the same page");
        (await window.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);
        window.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_scripts_the_page_asks_again_by_itself_until_the_run_has_ended()
    {
        await using var window = await Start(new() { Scripts = false });
        await Expect(window["meta[http-equiv=refresh]"]).ToHaveCountAsync(1);
        rest.SetResult();
        // Its own refresh comes after ten seconds; the reader's is as good.
        await Eventually(async () =>
        {
            await window.Page.ReloadAsync();
            (await window["#run-title + p"].InnerTextAsync()).ShouldContain("finished");
        });
        await Expect(window["meta[http-equiv=refresh]"]).ToHaveCountAsync(0);
        await Expect(window["#scores"]).ToContainTextAsync("40 passed, 0 failed");
    }

    [Fact]
    public async Task What_the_form_lacks_is_told_beside_what_was_typed()
    {
        await using var window = await chromium.Open("/evals", new() { At = sums.Listen(), Width = 390, Height = 844 });
        await window["#known select[name=suite]"].SelectOptionAsync("sums");
        await window["#known input[name=others]"].FillAsync(SumsSite.Model);
        await window["#known button"].ClickAsync();
        await Expect(window["[role=alert]"]).ToContainTextAsync("max_cost is missing");
        await Expect(window["#known input[name=others]"]).ToHaveValueAsync(SumsSite.Model);
        await Expect(window["#known select[name=suite]"]).ToHaveValueAsync("sums");
        (await window.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(390);
        sums.Server.Requests.ShouldBe(0);
    }

    private async Task<Window> Start(WindowOptions options)
    {
        var window = await chromium.Open("/evals", options with { At = sums.Listen() });
        await window["#known select[name=suite]"].SelectOptionAsync("sums");
        await window["#known input[name=others]"].FillAsync(SumsSite.Model);
        await window["#known input[name=cap]"].FillAsync("1");
        await window["#known button"].ClickAsync();
        await Expect(window.Page).ToHaveURLAsync(new Regex("/evals/01[0-9a-z]{24}(#|$)"));
        return window;
    }

    /// <summary>Until it holds, as other expectations do.</summary>
    private static async Task Eventually(Func<Task> holds)
    {
        for (var again = 0; ; again++)
        {
            try
            {
                await holds();
                return;
            }
            catch (ShouldAssertException) when (again < 100)
            {
                await Task.Delay(100, TestContext.Current.CancellationToken);
            }
        }
    }
}
