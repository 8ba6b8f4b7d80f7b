using Assay.Adapters.Images;
using Assay.Calls;
using Shouldly;
using Xunit;

namespace Assay.Tests.Images;

public sealed class ImageIntakeTests
{
    private const string
        LossyWebp = "UklGRkgAAABXRUJQVlA4IDwAAAAQAgCdASoQABAAAMASJaACdLoB+AH6gAPIAP7jU//9g9//Bm///MSN/9ZVDJNxv+7if/4C8f94twcAAAA=",
        LosslessWebp = "UklGRkIAAABXRUJQVlA4TDUAAAAvD8ADAB8gECBOtMnVoUogQIjQ4T9GjEA2Mbn/Ygti/oNNbhIQZhtNcpKTvPcZRPQ/oL5NPwA=";

    /// <summary>A JPEG as the intake itself makes it, so it has nothing but pixels.</summary>
    internal static async Task<byte[]> Jpeg(int width, int height) => (await TestImages.Ready(ImageFiles.Png(width, height), new() { MostPngBytes = 1 })).Image.Bytes.ToArray();

    public static TheoryData<string> Files => ["png", "alpha", "gif", "tiff", "bmp", "bmp 8", "bmp 16", "bmp 32", "bmp from the top", "webp", "lossless webp", "jpeg"];

    private static async Task<byte[]> Make(string kind) => kind switch
    {
        "png" => ImageFiles.Png(16, 16), "alpha" => ImageFiles.Png(16, 16, alpha: (x, _) => (byte)(x < 8 ? 255 : 90)), "gif" => ImageFiles.Gif(16, 16, 3), "tiff" => ImageFiles.Tiff(16, 16),
        "bmp" => ImageFiles.Bmp(16, 16), "bmp 8" => ImageFiles.Bmp(15, 16, 8), "bmp 16" => ImageFiles.Bmp(15, 16, 16), "bmp 32" => ImageFiles.Bmp(16, 16, 32), "bmp from the top" => ImageFiles.Bmp(16, 16, fromTop: true),
        "webp" => Convert.FromBase64String(LossyWebp), "lossless webp" => Convert.FromBase64String(LosslessWebp), _ => await Jpeg(300, 300),
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Every_format_that_is_read_keeps_its_picture(string kind)
    {
        TestImages.NeedLibrary();
        var file = await Make(kind);
        var ready = await TestImages.Ready(file);
        var pixels = await TestImages.Seen(ready);
        (pixels.Width, pixels.Height).ShouldBe((ready.Image.Width, ready.Image.Height));
        ready.Facts.Format.ShouldBe(ImageFormats.Sniff(file));
        ready.Facts.Bytes.ShouldBe(file.Length);
        if (kind is "gif" or "bmp 8") return; // Colours of a palette of its own; below.
        pixels.At(1, 1).ShouldBeNear((220, 30, 30));
        pixels.At(1, pixels.Height - 2).ShouldBeNear((30, 40, 210));
        if (kind != "alpha") pixels.At(pixels.Width - 2, 1).ShouldBeNear((30, 200, 40));
        ready.Facts.Transparent.ShouldBe(kind == "alpha");
    }

    [Fact]
    public async Task The_same_bytes_give_the_same_image_and_the_hash_is_theirs()
    {
        var (first, second) = (await TestImages.Ready(ImageFiles.Png(300, 200)), await TestImages.Ready(ImageFiles.Png(300, 200)));
        second.Image.Hash.ShouldBe(first.Image.Hash);
        second.Image.Bytes.Span.SequenceEqual(first.Image.Bytes.Span).ShouldBeTrue();
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(first.Image.Bytes.Span)).ShouldBe(first.Image.Hash);
    }

    [Theory]
    [InlineData(1, 0, 0)]
    [InlineData(2, 1, 0)]
    [InlineData(3, 1, 1)]
    [InlineData(4, 0, 1)]
    [InlineData(5, 0, 0)]
    [InlineData(6, 1, 0)]
    [InlineData(7, 1, 1)]
    [InlineData(8, 0, 1)]
    public async Task An_image_is_turned_upright_by_its_exif(ushort orientation, int redX, int redY)
    {
        TestImages.NeedLibrary();
        var ready = await TestImages.Ready(ImageFiles.WithExif(await Jpeg(320, 240), orientation, gps: false));
        ready.Facts.Orientation.ShouldBe(orientation);
        (ready.Facts.Width, ready.Facts.Height).ShouldBe((320, 240));
        (ready.Image.Width, ready.Image.Height).ShouldBe(orientation >= 5 ? (240, 320) : (320, 240));
        var pixels = await TestImages.Seen(ready);
        pixels.At(redX == 0 ? 20 : pixels.Width - 20, redY == 0 ? 20 : pixels.Height - 20).ShouldBeNear((220, 30, 30), 12);
    }

    [Fact]
    public async Task Where_a_photograph_was_taken_is_told_as_removed_and_is_in_no_byte_that_is_sent()
    {
        TestImages.NeedLibrary();
        var secret = "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>secret-author</x:xmpmeta>"u8.ToArray();
        var file = ImageFiles.Segment(ImageFiles.Segment(ImageFiles.WithExif(await Jpeg(320, 240), 1, gps: true), 0xe1, secret), 0xfe, "secret-comment"u8.ToArray());
        var ready = await TestImages.Ready(file);
        ready.Facts.MetadataRemoved.ShouldBe(["EXIF", "position (GPS)", "XMP"], ignoreOrder: true);
        var sent = System.Text.Encoding.Latin1.GetString(ready.Image.Bytes.Span);
        foreach (var trace in (string[])["Exif", "secret", "xmpmeta", "ICC_PROFILE"]) sent.ShouldNotContain(trace);
        ready.Facts.Words().ShouldContain("Removed: EXIF, position (GPS), XMP.");
    }

    [Fact]
    public async Task A_colour_profile_is_followed_and_one_that_cannot_be_is_passed_over()
    {
        var ready = await TestImages.Ready(ImageFiles.Png(64, 64, chunks: ImageFiles.ProfileChunk(ImageFiles.SwappedProfile())));
        (await TestImages.Seen(ready)).At(5, 5).ShouldBeNear((30, 30, 220), 14);
        ready.Facts.Words().ShouldBe(["Colours converted to sRGB.", "Removed: colour profile."]);
        var broken = ImageFiles.SwappedProfile();
        Array.Fill(broken, (byte)7, 128, 40);
        var taken = await TestImages.Ready(ImageFiles.Png(64, 64, chunks: ImageFiles.ProfileChunk(broken)));
        (await TestImages.Seen(taken)).At(5, 5).ShouldBe((220, 30, 30));
        taken.Facts.ColourConverted.ShouldBeFalse();
    }

    [Theory]
    [InlineData(0, 16, 1, "grey of 16 bits")]
    [InlineData(2, 16, 3, "RGB of 16 bits")]
    [InlineData(6, 16, 4, "RGB and alpha of 16 bits")]
    [InlineData(0, 8, 1, "grey")]
    [InlineData(4, 8, 2, "grey and alpha")]
    public async Task Every_depth_becomes_eight_bits_a_colour(byte kind, byte depth, int bands, string what)
    {
        // Every byte the same: of 16 bits the upper half is what is left.
        var rows = Enumerable.Range(0, 8).SelectMany(_ => (byte[])[0, .. Enumerable.Repeat((byte)200, 8 * bands * depth / 8)]).ToArray();
        var ready = await TestImages.Ready(ImageFiles.PngOf(8, 8, kind, depth, ImageFiles.Zip(rows)));
        ready.Facts.Transparent.ShouldBe(bands is 2 or 4, what);
        // Seen on white: 200 at an alpha of 200 is 212.
        (await TestImages.Seen(ready)).At(3, 3).ShouldBeNear(bands is 2 or 4 ? (212, 212, 212) : (200, 200, 200), 2);
    }

    [Fact]
    public async Task A_mere_warning_of_a_camera_s_file_is_no_reason_to_refuse_it()
    {
        TestImages.NeedLibrary();
        var jpeg = await Jpeg(320, 240);
        var table = jpeg.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xff, 0xc4]);
        await TestImages.Ready([.. jpeg[..table], 1, 2, 3, .. jpeg[table..]]);
    }

    [Fact]
    public async Task What_is_hidden_behind_a_picture_or_in_its_chunks_is_not_sent()
    {
        byte[] hidden = [.. ImageFiles.Png(32, 32, chunks: ("tEXt", "Comment\0<script>alert(1)</script>"u8.ToArray())), .. "PK\x03\x04<script>evil</script>"u8];
        var ready = await TestImages.Ready(hidden);
        System.Text.Encoding.Latin1.GetString(ready.Image.Bytes.Span).ShouldNotContain("script");
        ready.Facts.MetadataRemoved.ShouldContain("comments");
    }

    [Fact]
    public async Task A_large_image_is_made_smaller_and_says_from_what()
    {
        var ready = await TestImages.Ready(ImageFiles.Png(3000, 1000), new() { LongSide = 600 });
        (ready.Image.Width, ready.Image.Height).ShouldBe((600, 200));
        ready.Facts.ResizedFrom.ShouldBe((3000, 1000));
        ready.Facts.Words().ShouldBe(["Made smaller from 3000 × 1000 pixels."]);
        (await TestImages.Ready(ImageFiles.Png(600, 200), new() { LongSide = 600 })).Facts.ResizedFrom.ShouldBeNull();
        var thin = await TestImages.Ready(ImageFiles.Png(5000, 1), new() { LongSide = 500 });
        (thin.Image.Width, thin.Image.Height).ShouldBe((500, 1));
    }

    [Fact]
    public async Task A_file_that_would_be_too_long_to_send_is_made_smaller_until_it_is_not()
    {
        var random = new Random(5);
        var noise = ImageFiles.Png(500, 400, (_, _) => ((byte)random.Next(256), (byte)random.Next(256), (byte)random.Next(256)), (x, _) => (byte)(x % 2 * 255));
        var ready = await TestImages.Ready(noise, new() { MostSentBytes = 150_000 });
        ready.Image.Bytes.Length.ShouldBeLessThanOrEqualTo(150_000);
        ready.Image.MediaType.ShouldBe("image/png");
        ready.Facts.Transparent.ShouldBeTrue();
        ready.Facts.ResizedFrom.ShouldBe((500, 400));
    }

    [Fact]
    public async Task Photographs_are_sent_as_jpeg_and_the_rest_as_png()
    {
        TestImages.NeedLibrary();
        (await TestImages.Ready(ImageFiles.Png(400, 300))).Image.MediaType.ShouldBe("image/png");
        (await TestImages.Ready(await Jpeg(400, 300))).Image.MediaType.ShouldBe("image/jpeg");
        (await TestImages.Ready(await Jpeg(100, 80))).Image.MediaType.ShouldBe("image/png");
        (await TestImages.Ready(ImageFiles.Png(400, 300, alpha: (_, _) => 255))).Facts.Transparent.ShouldBeFalse("an alpha channel that hides nothing");
        (await TestImages.Ready(Convert.FromBase64String(LosslessWebp))).Image.MediaType.ShouldBe("image/png");
    }

    [Fact]
    public async Task Of_an_animation_the_first_frame_is_sent_and_the_number_is_told()
    {
        var ready = await TestImages.Ready(ImageFiles.Gif(20, 10, 5));
        (ready.Image.Width, ready.Image.Height, ready.Facts.Pages).ShouldBe((20, 10, 5));
        ready.Facts.Words().ShouldContain("The first of 5 frames is sent.");
        (await TestImages.Seen(ready)).At(3, 3).ShouldBe((40, 215, 128));
    }

    [Fact]
    public async Task Pixels_come_in_the_size_that_is_asked_for()
    {
        var ready = await TestImages.Ready(ImageFiles.Png(40, 20, alpha: (_, y) => (byte)(y < 10 ? 255 : 0)));
        var images = new ImagePixels(TestImages.Work);
        async Task<(int, int)> Size(int width, int height, PixelFit fit) => await images.Raw(ready.Image, width, height, fit, TestContext.Current.CancellationToken) is var p && p.Rgb.Length == p.Width * p.Height * 3 ? (p.Width, p.Height) : (0, 0);
        (await Size(20, 20, PixelFit.Within)).ShouldBe((20, 10));
        (await Size(80, 80, PixelFit.Within)).ShouldBe((40, 20));
        (await Size(80, 80, PixelFit.Fill)).ShouldBe((80, 40));
        (await Size(30, 30, PixelFit.Stretch)).ShouldBe((30, 30));
        (await TestImages.Seen(ready)).At(5, 15).ShouldBe((255, 255, 255), "what is transparent becomes white");
        var (canvas, left, top) = (await TestImages.Seen(ready)).OnCanvas(60, 60, 114);
        (left, top, canvas.At(0, 0), canvas.At(left + 1, top + 1)).ShouldBe((10, 20, (114, 114, 114), (220, 30, 30)));
        var small = await images.Thumbnail(ready.Image, 16, TestContext.Current.CancellationToken);
        (small.Width, small.Height, small.MediaType).ShouldBe((16, 8, "image/png"));
    }

    [Fact]
    public async Task Real_photographs_and_pages_are_taken()
    {
        var folder = TestData.Shared("images");
        TestImages.NeedLibrary();
        var files = Directory.EnumerateFiles(folder, "*.*", SearchOption.AllDirectories).Where(f => Path.GetExtension(f) is ".jpg" or ".png" or ".tif" or ".webp" or ".bmp").Order(StringComparer.Ordinal).ToArray();
        files.Length.ShouldBeGreaterThan(30);
        foreach (var file in files) (await TestImages.Take(await File.ReadAllBytesAsync(file))).ShouldBeOfType<ImageIntakeResult.Ready>(file);
    }
}
