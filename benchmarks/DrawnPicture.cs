using Assay.Adapters.Images;

namespace Assay.Bench;

/// <summary>Pictures that need no file: lines of square letters, and plain surfaces.</summary>
internal static class DrawnPicture
{
    private const int GlyphWidth = 5, GlyphHeight = 7;

    // Rows of a letter from the top, the highest of five bits on the left.
    private static readonly Dictionary<char, byte[]> Glyphs = new()
    {
        ['A'] = [14, 17, 17, 31, 17, 17, 17], ['B'] = [30, 17, 17, 30, 17, 17, 30], ['C'] = [14, 17, 16, 16, 16, 17, 14], ['D'] = [30, 17, 17, 17, 17, 17, 30],
        ['E'] = [31, 16, 16, 30, 16, 16, 31], ['I'] = [14, 4, 4, 4, 4, 4, 14], ['L'] = [16, 16, 16, 16, 16, 16, 31], ['N'] = [17, 25, 21, 19, 17, 17, 17],
        ['O'] = [14, 17, 17, 17, 17, 17, 14], ['R'] = [30, 17, 17, 30, 20, 18, 17], ['S'] = [15, 16, 16, 14, 1, 1, 30], ['T'] = [31, 4, 4, 4, 4, 4, 4],
        ['1'] = [4, 12, 4, 4, 4, 4, 14], ['2'] = [14, 17, 1, 2, 4, 8, 31], ['3'] = [31, 2, 4, 2, 1, 17, 14], ['4'] = [2, 6, 10, 18, 31, 2, 2], ['7'] = [31, 1, 2, 4, 8, 8, 8], [' '] = [0, 0, 0, 0, 0, 0, 0],
    };

    public static Pixels Plain(int width, int height, byte grey)
    {
        var rgb = new byte[width * height * 3];
        Array.Fill(rgb, grey);
        return new(width, height, rgb);
    }

    /// <summary>Dark lines of square letters on white paper, with a margin.</summary>
    public static Pixels Text(int scale, params string[] lines)
    {
        var (step, row) = ((GlyphWidth + 1) * scale, (GlyphHeight + 5) * scale);
        var margin = 6 * scale;
        var picture = Plain(lines.Max(l => l.Length) * step + 2 * margin, lines.Length * row + 2 * margin, 255);
        for (var l = 0; l < lines.Length; l++)
        {
            for (var i = 0; i < lines[l].Length; i++)
            {
                for (var y = 0; y < GlyphHeight * scale; y++)
                {
                    for (var x = 0; x < GlyphWidth * scale; x++)
                        if ((Glyphs[lines[l][i]][y / scale] >> (GlyphWidth - 1 - x / scale) & 1) == 1) picture.Rgb.AsSpan(((margin + l * row + y) * picture.Width + margin + i * step + x) * 3, 3).Fill(20);
                }
            }
        }
        return picture;
    }
}
