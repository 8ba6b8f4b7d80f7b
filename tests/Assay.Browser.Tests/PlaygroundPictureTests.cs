using System.Globalization;
using System.Text.RegularExpressions;
using Assay.Tests.Playground;
using Assay.Tests.Web;
using Microsoft.Playwright;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Assay.Browser.Tests;

/// <summary>The picture with its boxes, larger and smaller; files that are dropped and pasted; a turn on paper.</summary>
public sealed class PlaygroundPictureTests(Chromium chromium) : IDisposable
{
    private const string Boxes = """[{"label":"cup","box":[0.3,0.3,0.5,0.5],"score":0.9},{"label":"pen","box":[0.6,0.6,0.9,0.9],"score":0.4}]""";

    private readonly PlaygroundSite site = new();

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task Keys_and_buttons_make_the_picture_larger_and_lines_and_labels_keep_their_size()
    {
        await using var window = await Turn("detect", Boxes, new() { Width = 700 });
        var before = await Width(window, ".canvas svg");
        var label = await Width(window, ".label >> nth=0");
        await window[".canvas"].FocusAsync();
        for (var i = 0; i < 6; i++) await window.Page.Keyboard.PressAsync("+");
        (await Width(window, ".canvas svg")).ShouldBeGreaterThan(before * 2.5);
        (await Width(window, ".label >> nth=0")).ShouldBe(label, 1);
        (await window[".box .line >> nth=0"].EvaluateAsync<string>("r => getComputedStyle(r).vectorEffect + ' ' + getComputedStyle(r).strokeWidth")).ShouldBe("non-scaling-stroke 2.5px");
        var left = await Left(window);
        await window.Page.Keyboard.PressAsync("ArrowRight");
        await window.Page.WaitForFunctionAsync("was => document.querySelector('.canvas').scrollLeft > was", left);
        await window.Page.Keyboard.PressAsync("0");
        await Expect(window[".zoom-tools output"]).ToHaveTextAsync("fits");
        (await Width(window, ".canvas svg")).ShouldBe(before, 1);
        await window[".zoom-tools [data-zoom=one]"].ClickAsync();
        await Expect(window[".zoom-tools output"]).ToHaveTextAsync("100 %");
        (await window.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(700);
    }

    [Fact]
    public async Task The_wheel_keeps_what_is_under_the_mouse_and_dragging_follows_no_box()
    {
        await using var window = await Turn("detect", Boxes);
        // As long as the picture is smaller than its frame, it stays within it.
        await window[".zoom-tools [data-zoom=in]"].ClickAsync(new() { ClickCount = 3 });
        var (x, y) = await Middle(window, ".box .line >> nth=0");
        var before = await Width(window, ".canvas svg");
        await window.Page.Mouse.MoveAsync((float)x, (float)y);
        await window.Page.Keyboard.DownAsync("Control");
        for (var i = 0; i < 3; i++) await window.Page.Mouse.WheelAsync(0, -100);
        await window.Page.Keyboard.UpAsync("Control");
        (await Width(window, ".canvas svg")).ShouldBeGreaterThan(before * 1.8);
        var after = await Middle(window, ".box .line >> nth=0");
        (after.X - x, after.Y - y).ShouldSatisfyAllConditions(d => Math.Abs(d.Item1).ShouldBeLessThan(4), d => Math.Abs(d.Item2).ShouldBeLessThan(4));
        await window.Page.Mouse.DownAsync();
        await window.Page.Mouse.MoveAsync((float)x - 80, (float)y - 40, new() { Steps = 4 });
        await window.Page.Mouse.UpAsync();
        var dragged = await Middle(window, ".box .line >> nth=0");
        (dragged.X - after.X, dragged.Y - after.Y).ShouldSatisfyAllConditions(d => d.Item1.ShouldBe(-80, 2), d => d.Item2.ShouldBe(-40, 2));
        window.Page.Url.ShouldNotContain("#box");
        await window.Page.Mouse.ClickAsync((float)dragged.X, (float)dragged.Y);
        // The boxes of the last model lie on top.
        await Expect(window.Page).ToHaveURLAsync(new Regex("#box-1-0$"));
    }

    [Fact]
    public async Task Two_fingers_make_the_picture_larger_and_the_least_score_leaves_it_so()
    {
        await using var window = await Turn("detect", Boxes);
        var (x, y) = await Middle(window, ".canvas");
        await using (var cdp = new Fingers(await window.Page.Context.NewCDPSessionAsync(window.Page)))
        {
            await cdp.Touch("touchStart", x, y, 40);
            foreach (var apart in (double[])[60, 90, 120]) await cdp.Touch("touchMove", x, y, apart);
            await cdp.Touch("touchEnd", x, y, 0);
        }
        await Expect(window[".zoom-tools output"]).Not.ToHaveTextAsync("fits");
        var (width, left) = (await Width(window, ".canvas svg"), await Left(window));
        await window["[data-threshold]"].FillAsync("0.5");
        await Expect(window[".boxes .box:visible"]).ToHaveCountAsync(2);
        await Expect(window[".counts"]).ToContainTextAsync("1");
        (await Width(window, ".canvas svg")).ShouldBe(width, 1);
        (await Left(window)).ShouldBe(left, 1);
    }

    [Fact]
    public async Task Without_scripts_the_whole_picture_opens_in_full_size()
    {
        await using var window = await Turn("detect", Boxes, new() { Scripts = false, Width = 700 });
        await Expect(window[".zoom-tools"]).ToBeHiddenAsync();
        await window["#zoom"].CheckAsync();
        (await Width(window, ".canvas svg")).ShouldBe(await Natural(window), 1);
    }

    [Theory]
    [InlineData("drop")]
    [InlineData("paste")]
    public async Task A_file_is_dropped_anywhere_or_pasted(string how)
    {
        await using var window = await Open("/playground?task=caption&m=acme/owl");
        await Expect(window[".gallery :checked"]).ToHaveCountAsync(1);
        (await Give(window, how, "pixel.png", "image/png", Pixel)).ShouldBeTrue();
        await Expect(window[".preview"]).ToBeVisibleAsync();
        (await window["input[type=file]"].EvaluateAsync<string>("f => f.files[0].name")).ShouldBe("pixel.png");
        await Expect(window[".gallery :checked"]).ToHaveCountAsync(0);
        await Expect(window["[data-fault]"]).ToBeEmptyAsync();
    }

    [Theory]
    [InlineData("notes.txt", "text/plain", 3, "“notes.txt” is no image. PNG, JPEG, WebP, GIF, BMP and TIFF are taken.")]
    [InlineData("photo.heic", "", 3, "“photo.heic” is HEIC, which is not read. Save it as JPEG or PNG.")]
    [InlineData("huge.png", "image/png", 20_000_001, "“huge.png” has 20 MB, and at most 20 MB are taken. Save it smaller.")]
    [InlineData("none.png", "image/png", 0, "“none.png” is empty (0 bytes). Choose it again.")]
    public async Task A_file_that_cannot_be_taken_is_told_at_once_and_the_choice_of_before_stays(string name, string type, int length, string words)
    {
        await using var window = await Open("/playground?task=caption&m=acme/owl");
        foreach (var how in (string[])["drop", "paste"])
        {
            await Give(window, how, name, type, $"new Uint8Array({length.ToString(CultureInfo.InvariantCulture)})");
            await Expect(window["[data-fault]"]).ToHaveTextAsync(words);
            await Expect(window[".gallery :checked"]).ToHaveCountAsync(1);
            (await window["input[type=file]"].EvaluateAsync<int>("f => f.files.length")).ShouldBe(0);
        }
        await Give(window, "drop", "pixel.png", "image/png", Pixel);
        await Expect(window["[data-fault]"]).ToBeEmptyAsync();
    }

    [Fact]
    public async Task Words_with_a_picture_of_them_are_pasted_as_words_and_a_text_task_takes_no_file()
    {
        await using var window = await Open("/playground?task=ask&m=acme/owl");
        (await Give(window, "paste", "pixel.png", "image/png", Pixel, "textarea[name=prompt]", "words")).ShouldBeFalse();
        await Expect(window[".preview"]).ToBeHiddenAsync();
        await window.Go("/playground?task=chat&m=acme/owl");
        (await Give(window, "drop", "pixel.png", "image/png", Pixel)).ShouldBeTrue("else the browser leaves the page to show the file");
        (await window["input[type=file]"].EvaluateAsync<int>("f => f.files.length")).ShouldBe(0);
    }

    [Theory]
    [InlineData("detect", Boxes)]
    [InlineData("ocr", "TOTAL 12.30")]
    [InlineData("caption", "A street.")]
    public async Task A_turn_on_paper_has_no_controls_and_nothing_is_cut(string task, string reply)
    {
        await using var window = await Turn(task, reply, new() { Width = 794 });
        if (task == "detect") await window[".zoom-tools [data-zoom=one]"].ClickAsync();
        await window.Page.EmulateMediaAsync(new() { Media = Media.Print });
        foreach (var control in await window["button, input, select, textarea, summary:has(+ form)"].AllAsync()) await Expect(control).ToBeHiddenAsync();
        await Expect(window["#lane-1 .figures"]).ToBeVisibleAsync();
        (await window.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(794);
        (await window.Page.EvaluateAsync<string>("[...document.querySelectorAll('.canvas, .reply, svg, img')].filter(e => e.checkVisibility() && (e.scrollWidth > e.clientWidth + 1 && e.matches('.canvas, .reply') || e.getBoundingClientRect().right > 794)).map(e => e.className.baseVal ?? e.className).join()")).ShouldBeEmpty();
        (await window.Page.PdfAsync(new() { Format = "A4", Path = Environment.GetEnvironmentVariable("ASSAY_SCREENSHOTS") is null ? null : Path.Combine(Folders.Repository, "artifacts", "screenshots", $"turn-{task}.pdf") })).Length.ShouldBeGreaterThan(10_000);
    }

    /// <summary>A PNG of one pixel, as a script makes it.</summary>
    private const string Pixel = "Uint8Array.from(atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='), c => c.charCodeAt(0))";

    /// <summary>Whether the page took the event for itself.</summary>
    private static Task<bool> Give(Window window, string how, string name, string type, string bytes, string at = "main", string? words = null) => window.Page.EvaluateAsync<bool>($$"""
        ([how, name, type, at, words]) => {
          const held = new DataTransfer();
          held.items.add(new File([{{bytes}}], name, { type }));
          if (words) held.setData("text/plain", words);
          const options = { bubbles: true, cancelable: true };
          const event = how === "drop" ? new DragEvent("drop", { ...options, dataTransfer: held }) : new ClipboardEvent("paste", { ...options, clipboardData: held });
          return !document.querySelector(at).dispatchEvent(event);
        }
        """, new[] { how, name, type, at, words });

    private static async Task<double> Width(Window window, string selector) => (await window[selector].BoundingBoxAsync())!.Width;

    private static Task<double> Left(Window window) => window[".canvas"].EvaluateAsync<double>("c => c.scrollLeft");

    private static async Task<double> Natural(Window window) => double.Parse((await window["assay-zoom"].GetAttributeAsync("data-width"))!, CultureInfo.InvariantCulture);

    private static async Task<(double X, double Y)> Middle(Window window, string selector)
    {
        var box = (await window[selector].BoundingBoxAsync())!;
        return (box.X + box.Width / 2, box.Y + box.Height / 2);
    }

    private async Task<Window> Turn(string task, string reply, WindowOptions? options = null)
    {
        site.Models.Says("acme/owl", reply).Says("birch/heron", reply);
        var window = await Open($"/playground?task={task}&m=acme/owl&m=birch/heron", options);
        await window["[data-run]"].ClickAsync();
        if (options?.Scripts is false)
            while (await window["assay-turn[data-state=running]"].CountAsync() > 0) await window.Page.ReloadAsync();
        await Expect(window["assay-turn"]).ToHaveAttributeAsync("data-state", "ended");
        await Expect(window["#lane-1"]).ToHaveAttributeAsync("data-state", "replied");
        return window;
    }

    private string? address;

    private Task<Window> Open(string path, WindowOptions? options = null) => chromium.Open(path, (options ?? new()) with { At = address ??= site.Listen() });

    /// <summary>Two fingers on the glass, one on either side of a point.</summary>
    private sealed class Fingers(ICDPSession session) : IAsyncDisposable
    {
        public async Task Touch(string type, double x, double y, double apart) => await session.SendAsync("Input.dispatchTouchEvent", new Dictionary<string, object>
        {
            ["type"] = type,
            ["touchPoints"] = apart == 0 ? Array.Empty<object>() : new object[] { new { x = x - apart, y, id = 0 }, new { x = x + apart, y, id = 1 } },
        });

        public async ValueTask DisposeAsync() => await session.DetachAsync();
    }
}
