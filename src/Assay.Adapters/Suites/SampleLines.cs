using System.Text.Unicode;

namespace Assay.Adapters.Suites;

/// <summary>Reads a file line by line as bytes, with a bound on the length of a line, so that a file without line ends does not fill the memory.</summary>
internal static class SampleLines
{
    public const int Longest = 8_000_000;

    /// <summary>Each line that is not blank, with its number from 1. Each is good until the next is asked for. A line that is too long, or no UTF-8, comes as null.</summary>
    public static IEnumerable<(int Number, ReadOnlyMemory<byte>? Line)> Of(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        var buffer = new byte[1 << 16];
        var (from, to, number, ended) = (0, 0, 0, false);
        while (true)
        {
            var end = buffer.AsSpan(from, to - from).IndexOf((byte)'\n');
            if (end < 0 && !ended)
            {
                if (to - from > Longest)
                {
                    yield return (number + 1, null);
                    yield break;
                }
                (from, to, ended) = Fill(file, ref buffer, from, to);
                continue;
            }
            var line = buffer.AsMemory(from, end < 0 ? to - from : end);
            if (end < 0 && line.IsEmpty) yield break;
            number++;
            from += end < 0 ? line.Length : end + 1;
            if (number == 1 && line.Span is [0xef, 0xbb, 0xbf, ..]) line = line[3..];
            if (line.Span.IndexOfAnyExcept(" \t\r"u8) < 0) continue;
            yield return (number, line.Length <= Longest && Utf8.IsValid(line.Span) ? line : null);
        }
    }

    private static (int From, int To, bool Ended) Fill(FileStream file, ref byte[] buffer, int from, int to)
    {
        var kept = to - from;
        if (kept > buffer.Length / 2)
        {
            var larger = new byte[buffer.Length * 2];
            buffer.AsSpan(from, kept).CopyTo(larger);
            buffer = larger;
        }
        else buffer.AsSpan(from, kept).CopyTo(buffer);
        var read = file.Read(buffer, kept, buffer.Length - kept);
        return (0, kept + read, read == 0);
    }
}
