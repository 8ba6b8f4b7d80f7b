using System.Buffers;
using Assay.Units;

namespace Assay.Host.Cli.Text;

/// <summary>
/// Breaks text into lines: at blanks, and inside a word only where it is wider than a line. Addresses are never broken. Characters that would
/// steer the terminal are replaced: everything that a document prints comes through here.
/// </summary>
public static class LineBreaks
{
    private static readonly SearchValues<char> GoodEnds = SearchValues.Create("/-_.,:#&@+=");

    public static IReadOnlyList<string> Wrap(string text, int width)
    {
        var lines = new List<string>();
        foreach (var paragraph in text.Split('\n'))
        {
            var line = "";
            // "99 %" is one word.
            foreach (var piece in Visible.Of(paragraph).Replace(" %", "\u00a0%", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Pieces(word, width)))
            {
                if (line.Length == 0) line = piece;
                else if (line.Length + 1 + piece.Length <= width) line += " " + piece;
                else
                {
                    lines.Add(line);
                    line = piece;
                }
            }
            lines.Add(line);
        }
        return [.. lines.Select(l => l.Replace('\u00a0', ' '))];
    }

    /// <summary>The widest word, which a column should hold whole if it can.</summary>
    public static int WidestWord(string text) => text.Split([' ', '\n']).Max(w => w.Length);

    private static IEnumerable<string> Pieces(string word, int width)
    {
        if (IsAddress(word))
        {
            yield return word;
            yield break;
        }
        while (word.Length > width)
        {
            var cut = word.AsSpan(0, width).LastIndexOfAny(GoodEnds) + 1;
            if (cut < width / 3) cut = width;
            yield return word[..cut];
            word = word[cut..];
        }
        yield return word;
    }

    private static bool IsAddress(string word) => word.Contains("://", StringComparison.Ordinal);
}
