using System.Text.Json;

namespace Assay.Adapters.Logs;

/// <summary>A file of one JSON value a line, line by line.</summary>
internal static class JsonLines
{
    /// <param name="name">Of the file, for messages.</param>
    /// <param name="stream">Is closed at the end.</param>
    /// <exception cref="LogRefusedException">A line is not JSON; the lines before it have been given.</exception>
    public static IEnumerable<(int Line, JsonElement Value)> Read(string name, Stream stream)
    {
        using var bytes = new JsonBytes(stream);
        for (var line = 1; Next(name, bytes) is { } text; line++)
            if (text.AsSpan().ContainsAnyExcept(" \t\r"u8)) yield return (line, LogJson.Parse($"Line {line} of {name}", text));
    }

    private static byte[]? Next(string name, JsonBytes bytes)
    {
        var looked = 0;
        while (true)
        {
            var found = bytes.Ready[looked..].IndexOf((byte)'\n');
            if (found >= 0)
            {
                var line = bytes.Ready[..(looked + found)].ToArray();
                bytes.Drop(looked + found + 1);
                return line;
            }
            looked = bytes.Ready.Length;
            if (!bytes.IsLast) bytes.More(name);
            else if (looked == 0) return null;
            else
            {
                var line = bytes.Ready.ToArray();
                bytes.Drop(looked);
                return line;
            }
        }
    }
}
