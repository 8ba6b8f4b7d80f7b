using Assay.Adapters.Engines.Files;
using Assay.Adapters.Images;
using Shouldly;
using Xunit;

namespace Assay.Tests.Images;

/// <summary>The image library of this machine, for tests; they skip where there is none.</summary>
internal static class TestImages
{
    public static ImageWork Work { get; } = ImageWork.With(EngineFolder.Of(Path.Combine(TestData.Repository, "artifacts")));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static void NeedLibrary() => Assert.SkipWhen(Work.Library.Library is null, Work.Library.Missing ?? "");

    public static async Task<ImageIntakeResult> Take(byte[] file, ImageLimits? limits = null)
    {
        NeedLibrary();
        return await new ImageIntake(Work).Prepare(file, limits, Stop);
    }

    public static async Task<PreparedImage> Ready(byte[] file, ImageLimits? limits = null) => (await Take(file, limits)) switch
    {
        ImageIntakeResult.Ready ready => ready.Image,
        var refused => throw new Xunit.Sdk.XunitException(refused.ToString()),
    };

    public static async Task<ImageIntakeResult.Refused> Refused(byte[] file, ImageLimits? limits = null) => (await Take(file, limits)).ShouldBeOfType<ImageIntakeResult.Refused>();

    /// <summary>Pixels of what would be sent.</summary>
    public static async Task<Pixels> Seen(PreparedImage image) => await new ImagePixels(Work).Raw(image.Image, Stop);

    public static (int R, int G, int B) At(this Pixels pixels, int x, int y) => (pixels.Rgb[(y * pixels.Width + x) * 3], pixels.Rgb[(y * pixels.Width + x) * 3 + 1], pixels.Rgb[(y * pixels.Width + x) * 3 + 2]);

    public static void ShouldBeNear(this (int R, int G, int B) seen, (int R, int G, int B) meant, int apart = 8) =>
        new[] { seen.R - meant.R, seen.G - meant.G, seen.B - meant.B }.ShouldAllBe(d => Math.Abs(d) <= apart, $"{seen} where {meant} was meant");
}
