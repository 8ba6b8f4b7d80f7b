using System.Buffers.Binary;
using Assay.Adapters.Images;
using Shouldly;
using Xunit;

namespace Assay.Tests.Images;

public sealed class ImageRefusalTests
{
    [Fact]
    public async Task An_empty_file_and_one_that_is_too_long_are_refused_before_any_library_is_asked()
    {
        var intake = new ImageIntake(new ImageWork("/nowhere/libvips.so"));
        (await intake.Prepare(Array.Empty<byte>(), null, default)).ShouldBeOfType<ImageIntakeResult.Refused>().Kind.ShouldBe(ImageRefusal.Empty);
        var large = (await intake.Prepare(new byte[101], new() { MostBytes = 100 }, default)).ShouldBeOfType<ImageIntakeResult.Refused>();
        large.ShouldBe(new(ImageRefusal.TooLarge, "The file has 101 bytes; at most 100 are taken. Save it smaller."));
        (await intake.Prepare("<svg/>"u8.ToArray(), null, default)).ShouldBeOfType<ImageIntakeResult.Refused>().Message.ShouldContain("SVG");
    }

    /// <summary>A header that promises far more than the file holds.</summary>
    public static TheoryData<string, byte[]> Bombs => new()
    {
        { "PNG", ImageFiles.PngOf(50_000, 50_000, 2, 8, [0x78, 0x9c, 0x03, 0, 0, 0, 0, 1]) },
        { "PNG of one bit", ImageFiles.PngOf(50_000, 50_000, 0, 1, [0x78, 0x9c, 0x03, 0, 0, 0, 0, 1]) },
        { "GIF", ImageFiles.Gif(65_535, 65_535, 0)[..^1].Concat(new byte[] { 0x2c, 0, 0, 0, 0, 255, 255, 255, 255, 0, 8, 1, 0, 0, 0x3b }).ToArray() },
        { "TIFF", ImageFiles.Tiff(60_000, 60_000, pixels: false) },
        { "BMP", Sized(ImageFiles.Bmp(4, 4), 60_000, 60_000) },
        { "BMP beyond 32 bits", Sized(ImageFiles.Bmp(4, 4), int.MaxValue, int.MinValue + 1) },
    };

    private static byte[] Sized(byte[] bmp, int width, int height)
    {
        BinaryPrimitives.WriteInt32LittleEndian(bmp.AsSpan(18), width);
        BinaryPrimitives.WriteInt32LittleEndian(bmp.AsSpan(22), height);
        return bmp;
    }

    [Theory]
    [MemberData(nameof(Bombs))]
    public async Task A_header_that_promises_too_many_pixels_is_refused_before_they_are_read(string kind, byte[] file)
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var refused = await TestImages.Refused(file);
        refused.Kind.ShouldBe(ImageRefusal.TooLarge, $"{kind}: {refused.Message}");
        refused.Message.ShouldContain("at most 50,000,000 are read");
        (GC.GetTotalAllocatedBytes(precise: true) - before).ShouldBeLessThan(20_000_000);
    }

    [Fact]
    public async Task Sixteen_bits_a_colour_count_twice()
    {
        var refused = await TestImages.Refused(ImageFiles.PngOf(7000, 7000, 6, 16, [0x78, 0x9c, 0x03, 0, 0, 0, 0, 1]));
        (refused.Kind, refused.Message).ShouldBe((ImageRefusal.TooLarge, "The image takes 392,000,000 bytes once read (8 a pixel); at most 256,000,000 are allowed. Save it smaller, or with 8 bits a colour."));
    }

    [Fact]
    public async Task Real_numbers_for_colours_are_refused_because_nothing_tells_what_is_white()
    {
        var tiff = ImageFiles.Tiff(20, 20);
        tiff[122] = tiff[124] = tiff[126] = 32;
        // In place of the strip's length, which is the last entry and may be missing, the kind of number: IEEE.
        BinaryPrimitives.WriteUInt16LittleEndian(tiff.AsSpan(10 + 8 * 12), 339);
        BinaryPrimitives.WriteUInt16LittleEndian(tiff.AsSpan(12 + 8 * 12), 3);
        BinaryPrimitives.WriteInt32LittleEndian(tiff.AsSpan(18 + 8 * 12), 3);
        var refused = await TestImages.Refused(tiff);
        refused.ShouldBe(new(ImageRefusal.Format, "The TIFF file has 32 bits a colour; 8 and 16 are read. Save it as PNG with 8 bits."));
    }

    [Fact]
    public async Task Half_a_picture_is_refused_whatever_its_format()
    {
        TestImages.NeedLibrary();
        foreach (var file in (byte[][])[ImageFiles.Png(200, 200), await ImageIntakeTests.Jpeg(300, 300), ImageFiles.Tiff(100, 100), ImageFiles.Bmp(100, 100), ImageFiles.Gif(300, 300)])
        {
            foreach (var part in (double[])[0.02, 0.3, 0.6, 0.9])
            {
                var refused = await TestImages.Refused(file[..Math.Max(9, (int)(file.Length * part))]);
                refused.Kind.ShouldBe(ImageRefusal.Damaged, refused.Message);
                refused.Message.ShouldContain("damaged or cut off");
            }
        }
    }

    [Theory]
    [InlineData(14, 12, "a header of 12 bytes")]
    [InlineData(26, 2, "2 planes")]
    [InlineData(28, 7, "7 bits a pixel")]
    [InlineData(30, 1, "coded in way 1")]
    [InlineData(30, 3, "channel masks go with 16 or 32")]
    [InlineData(10, 9_000_000, "begin at byte 9000000")]
    [InlineData(18, 0, "0 × 8")]
    public async Task A_bitmap_against_its_format_is_refused_with_the_value(int place, int value, string words)
    {
        var bmp = ImageFiles.Bmp(8, 8);
        if (place is 26 or 28) bmp[place] = (byte)value;
        else BinaryPrimitives.WriteInt32LittleEndian(bmp.AsSpan(place), value);
        (await TestImages.Refused(bmp)).Message.ShouldContain(words);
    }

    [Fact]
    public async Task A_bitmap_whose_palette_lacks_a_colour_is_refused()
    {
        var bmp = ImageFiles.Bmp(8, 8, 8);
        bmp[46] = 10;
        (await TestImages.Refused(bmp)).Message.ShouldContain("the palette has 10");
    }

    [Fact]
    public async Task Five_hundred_damaged_images_bring_no_crash_and_no_other_outcome_than_taken_or_refused()
    {
        TestImages.NeedLibrary();
        var random = new Random(20260704);
        var originals = new List<byte[]> { ImageFiles.Png(90, 60), ImageFiles.Png(50, 40, alpha: (x, _) => (byte)x), ImageFiles.Gif(60, 40, 3), ImageFiles.Tiff(40, 30), ImageFiles.Bmp(40, 30), ImageFiles.Bmp(33, 20, 8), ImageFiles.WithExif(await ImageIntakeTests.Jpeg(120, 90), 6, gps: true), (await TestImages.Ready(ImageFiles.Png(600, 400), new() { MostPngBytes = 1 })).Image.Bytes.ToArray() };
        var (taken, refused) = (0, 0);
        for (var i = 0; i < 500; i++)
        {
            var file = Mutated(originals[random.Next(originals.Count)], random);
            switch (await TestImages.Take(file, new() { MostPixels = 4_000_000, MostMemory = 32_000_000 }))
            {
                case ImageIntakeResult.Ready { Image.Image: var image }:
                    image.Bytes.Length.ShouldBeLessThanOrEqualTo(4_500_000);
                    (image.Width is >= 1 and <= 2048 && image.Height is >= 1 and <= 2048).ShouldBeTrue();
                    taken++;
                    break;
                case ImageIntakeResult.Refused { Message: var words }:
                    words.Length.ShouldBeLessThan(400);
                    words.ShouldNotContain("\n");
                    refused++;
                    break;
            }
        }
        (taken + refused).ShouldBe(500);
        taken.ShouldBeGreaterThan(20);
        refused.ShouldBeGreaterThan(100);
    }

    private static byte[] Mutated(byte[] file, Random random)
    {
        var copy = (byte[])file.Clone();
        var changes = random.Next(1, 8);
        for (var i = 0; i < changes; i++)
        {
            // Headers are where lengths and sizes stand: half of the changes go there.
            var at = random.Next(2) == 0 ? random.Next(Math.Min(copy.Length, 120)) : random.Next(copy.Length);
            switch (random.Next(5))
            {
                case 0: copy[at] = (byte)random.Next(256); break;
                case 1: copy[at] ^= (byte)(1 << random.Next(8)); break;
                case 2: copy[at] = 0xff; break;
                case 3: copy = [.. copy[..at], .. copy[Math.Min(copy.Length, at + random.Next(1, 40))..]]; break;
                default: copy = [.. copy[..at], .. copy[random.Next(copy.Length)..], .. copy[at..]]; break;
            }
            if (copy.Length < 8) return copy.Length == 0 ? [0] : copy;
        }
        return copy.Length > 400_000 ? copy[..400_000] : copy;
    }

    [Fact]
    public async Task More_than_two_at_once_wait_for_their_turn_and_all_come_through()
    {
        TestImages.NeedLibrary();
        var file = ImageFiles.Png(700, 500);
        var all = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => TestImages.Ready(file)));
        all.Select(a => a.Image.Hash).Distinct().Count().ShouldBe(1);
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => new ImageIntake(TestImages.Work).Prepare(file, null, stop.Token));
    }
}
