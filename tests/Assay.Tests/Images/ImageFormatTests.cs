using System.Text;
using Assay.Adapters.Images;
using Shouldly;
using Xunit;

namespace Assay.Tests.Images;

public sealed class ImageFormatTests
{
    public static TheoryData<string, ImageFormat> Beginnings => new()
    {
        { "\u0089PNG\r\n\u001a\n", ImageFormat.Png }, { "\u00ff\u00d8\u00ff\u00e0", ImageFormat.Jpeg }, { "GIF87a", ImageFormat.Gif }, { "GIF89a", ImageFormat.Gif },
        { "RIFF\0\0\0\0WEBPVP8 ", ImageFormat.Webp }, { "BM\0\0\0\0", ImageFormat.Bmp }, { "II*\0", ImageFormat.Tiff }, { "MM\0*", ImageFormat.Tiff }, { "II+\0", ImageFormat.Tiff },
        { "\0\0\0\u0018ftypheic\0\0\0\0", ImageFormat.Heic }, { "\0\0\0\u0018ftypmif1\0\0\0\0heic", ImageFormat.Heic }, { "\0\0\0\u001cftypmif1\0\0\0\0mif1avif", ImageFormat.Avif }, { "\0\0\0\u0018ftypavif", ImageFormat.Avif },
        { "<svg xmlns=", ImageFormat.Svg }, { "\u00ef\u00bb\u00bf\n<?xml version=\"1.0\"?><!-- x --><svg", ImageFormat.Svg }, { "%PDF-1.7", ImageFormat.Pdf }, { "8BPS\0\u0001", ImageFormat.Photoshop },
        { "\0\0\u0001\0", ImageFormat.Icon }, { "\0\0\0\fjP  \r\n", ImageFormat.Jpeg2000 }, { "\u00ff\n", ImageFormat.JpegXl }, { "\0\0\0\fJXL \r\n", ImageFormat.JpegXl },
        { "<!DOCTYPE html><p>", ImageFormat.Html }, { "  <HTML>", ImageFormat.Html }, { "<html><svg>", ImageFormat.Html }, { "PK\u0003\u0004", ImageFormat.Archive },
        { "", ImageFormat.NotDecided }, { "\u0089PNG", ImageFormat.NotDecided }, { "RIFF\0\0\0\0WAVE", ImageFormat.NotDecided }, { "\0\0\0\u0018ftypisom", ImageFormat.NotDecided }, { "{\"image\":1}", ImageFormat.NotDecided }, { " GIF89a", ImageFormat.NotDecided },
    };

    [Theory]
    [MemberData(nameof(Beginnings))]
    public void A_file_is_told_by_its_first_bytes(string beginning, ImageFormat format) => ImageFormats.Sniff(Encoding.Latin1.GetBytes(beginning)).ShouldBe(format);

    [Fact]
    public void Every_format_is_read_or_says_why_not_and_what_to_do()
    {
        foreach (var format in Enum.GetValues<ImageFormat>())
        {
            (format.Objection() is null).ShouldBe(format.IsRead(), format.ToString());
            if (format.Objection() is { } words) words.ShouldMatch("Save|Take|are read", format.ToString());
        }
    }
}
