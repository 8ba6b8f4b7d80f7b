using Assay.Browser.Tests.Access;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Assay.Browser.Tests;

public sealed class ApiPageTests(Chromium chromium)
{
    [Theory]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    [InlineData(390, false)]
    [InlineData(390, true)]
    public async Task An_operation_that_is_opened_fits_the_window_and_axe_finds_nothing(int width, bool dark)
    {
        await using var window = await chromium.Open("/api", new() { Width = width, Height = 844, Dark = dark });
        foreach (var name in (string[])["CompareModels", "StartTurn"]) await window.Page.Locator($"details.operation:has(#{name}) > summary").ClickAsync();
        await window.Page.Locator("details.operation[open] details > summary").First.ClickAsync();
        (await window.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);
        await AccessibilityTests.Check(window);
    }

    [Fact]
    public async Task A_request_is_copied_by_a_button_that_says_so()
    {
        await using var window = await chromium.Open("/api");
        await window.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await window.Page.Locator("details.operation:has(#CompareModels) > summary").ClickAsync();
        var example = window.Page.Locator("assay-copy", new() { HasText = "/api/v1/compare" });
        await example.GetByRole(Microsoft.Playwright.AriaRole.Button).ClickAsync();
        await Expect(example.Locator("output")).ToHaveTextAsync("Copied.");
        (await window.Page.EvaluateAsync<string>("navigator.clipboard.readText()")).ShouldContain("/api/v1/compare?models=google/gemma-3-12b-it,openai/gpt-4o");
    }

    [Fact]
    public async Task A_link_to_a_schema_opens_it_without_scripts()
    {
        await using var window = await chromium.Open("/api#schema-FactView", new() { Scripts = false });
        await Expect(window.Page.Locator("#schema-FactView")).ToBeVisibleAsync();
        await Expect(window.Page.Locator("assay-copy button")).ToHaveCountAsync(0);
    }
}
