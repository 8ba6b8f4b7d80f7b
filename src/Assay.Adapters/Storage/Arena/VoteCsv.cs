using System.Globalization;
using Assay.Adapters.Importers;
using Assay.Arena;
using Assay.Units;

namespace Assay.Adapters.Storage.Arena;

/// <summary>
/// Votes as comma-separated values: <c>model_a, model_b, winner</c> as public arenas publish them, and what may stand beside. The left model is <c>model_a</c>.
/// What each column means: docs/arena.md.
/// </summary>
internal sealed class VoteCsv
{
    public static readonly string[] Columns = ["model_a", "model_b", "winner", "judge", "tstamp", "language", "task", "battle"];

    private const int Needed = 3, Longest = 200;
    private const string Winners = "model_a, model_b, tie, tie (bothbad), both_bad";

    private static readonly DateTimeOffset First = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero), Last = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // The same few words a million times.
    private readonly HashSet<string> words = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> known;
    private readonly int[] places;
    private readonly int width;

    /// <exception cref="ImportException">The heading names not what a vote needs, or a column twice.</exception>
    public VoteCsv(CsvRecords records, string name)
    {
        known = words.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!records.Next()) throw new ImportException($"{name}: the file is empty; it needs a heading with {string.Join(", ", Columns[..Needed])}, and a line for each vote.");
        var heading = Enumerable.Range(0, records.Fields).Select(i => records[i].Trim().ToString()).ToArray();
        places = [.. Columns.Select(c => Array.IndexOf(heading, c))];
        width = heading.Length;
        if (Columns.FirstOrDefault(c => heading.Count(h => h == c) > 1) is { } twice) throw new ImportException($"{name}:1: the column {twice} stands twice in the heading; each may be there once.");
        if (Columns[..Needed].Where((_, i) => places[i] < 0).ToArray() is { Length: > 0 } missing)
            throw new ImportException($"{name}:1: no column {string.Join(", ", missing)} in the heading '{Visible.Line(string.Join(',', heading), 200)}'; a list of votes needs {string.Join(", ", Columns[..Needed])}.");
        PassedOver = [.. heading.Where(h => !Columns.Contains(h))];
    }

    /// <summary>Columns of the file that are of no use here.</summary>
    public IReadOnlyList<string> PassedOver { get; }

    /// <summary>The vote of a record, or what is wrong with it.</summary>
    public (Vote? Vote, string? Problem) Read(CsvRecords record)
    {
        if (record.Fields != width) return (null, $"{record.Fields} values under a heading of {width}; give each column a value, and quote those that hold commas");
        var (left, right) = (Text(record, 0), Text(record, 1));
        if (left is null || right is null) return (null, $"{(left is null ? "model_a" : "model_b")} is empty; each vote names two models");
        if (string.Equals(left, right, StringComparison.Ordinal)) return (null, $"model_a and model_b are both '{left}'; a vote is on two different models, leave the line out");
        if (Winner(record[places[2]].Trim()) is not { } outcome) return (null, $"winner '{Visible.Line(record[places[2]].ToString(), 60)}' is not one of {Winners}");
        DateTimeOffset? at = null;
        if (places[4] >= 0 && record[places[4]].Trim() is { Length: > 0 } time && (at = Time(time)) is null)
            return (null, $"tstamp '{Visible.Line(time.ToString(), 60)}' is not a time from 2000 to 2099; write seconds since 1970 (1718000000.5) or 2026-07-02T10:30:00Z");
        for (var column = 0; column < places.Length; column++)
        {
            if (places[column] < 0 || column is 2 or 4) continue;
            var field = record[places[column]];
            if (field.Length > Longest) return (null, $"{Columns[column]} has {field.Length} characters; at most {Longest} are taken");
            if (field.IndexOfAnyInRange('\0', '\u001f') >= 0) return (null, $"{Columns[column]} holds a control character or a line break; take it out");
        }
        return (new(left, right, outcome) { Voter = Text(record, 3), At = at, Language = Text(record, 5), Task = Text(record, 6), Battle = Text(record, 7) }, null);
    }

    /// <summary>The line of a vote, without its end.</summary>
    public static string Line(Vote v) => string.Join(',', ((string?[])
    [
        Field(v.Left), Field(v.Right), v.Outcome switch { VoteOutcome.Left => "model_a", VoteOutcome.Right => "model_b", VoteOutcome.Tie => "tie", _ => "tie (bothbad)" },
        Field(v.Voter), v.At is { } at ? (at.ToUnixTimeMilliseconds() / 1000m).ToString("0.###", CultureInfo.InvariantCulture) : null, Field(v.Language), Field(v.Task), v.Battle,
    ]));

    private static VoteOutcome? Winner(ReadOnlySpan<char> word) => word switch
    {
        "model_a" => VoteOutcome.Left,
        "model_b" => VoteOutcome.Right,
        "tie" => VoteOutcome.Tie,
        "tie (bothbad)" or "both_bad" => VoteOutcome.BothBad,
        _ => null,
    };

    private static DateTimeOffset? Time(ReadOnlySpan<char> text)
    {
        DateTimeOffset? at = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
            ? seconds is > 0 and < 1e11 ? DateTimeOffset.UnixEpoch.AddMilliseconds(Math.Round(seconds * 1000)) : null
            : text.Length >= 10 && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var day) ? day : null;
        return at >= First && at < Last ? at : null;
    }

    /// <summary>Null where the column is not there or empty.</summary>
    private string? Text(CsvRecords record, int column)
    {
        if (places[column] < 0 || record[places[column]].Trim() is not { Length: > 0 } text) return null;
        // What was put before a word so that no spreadsheet runs it.
        if (text.Length > 1 && text[0] == '\'' && "=+-@".Contains(text[1], StringComparison.Ordinal)) text = text[1..];
        if (known.TryGetValue(text, out var word)) return word;
        // Battles and judges may be as many as the votes: only so many words are worth keeping.
        if (words.Count < 50_000 && column != 7) words.Add(word = text.ToString());
        return word ?? text.ToString();
    }

    private static string? Field(string? text)
    {
        if (text is null) return null;
        if (text.Length > 0 && "=+-@".Contains(text[0], StringComparison.Ordinal)) text = "'" + text;
        return text.AsSpan().IndexOfAny("\",\r\n") >= 0 ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
