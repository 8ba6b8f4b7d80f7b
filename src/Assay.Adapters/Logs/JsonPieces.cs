using System.Text.Json;

namespace Assay.Adapters.Logs;

/// <param name="Path">Names of the members it stands under, joined by dots; an item of a list has <c>[]</c> at its end.</param>
/// <param name="Number">Of an item of a list, 1 and above; 0 for a member.</param>
internal sealed record JsonPiece(string Path, int Number, JsonElement Value);

/// <summary>
/// A large JSON file, piece by piece: the members of the outermost object one after the other, and of lists that are asked for their items, so that
/// only one sample is held at a time.
/// </summary>
internal sealed class JsonPieces : IDisposable
{
    private readonly string name;
    private readonly string[] lists;
    private readonly JsonBytes bytes;

    /// <summary>Where the reader stands: the path of each object or list it is in.</summary>
    private readonly List<(string Path, bool IsList, int Count)> open = [];

    private JsonReaderState state = new(new JsonReaderOptions { MaxDepth = LogLimits.Depth });
    private bool done;

    private JsonPieces(string name, Stream stream, string[] lists) => (this.name, this.lists, bytes) = (name, lists, new(stream));

    /// <param name="name">Of the file, for messages.</param>
    /// <param name="stream">Is closed at the end.</param>
    /// <param name="lists">Paths of lists to be given item by item; an empty path for a file that is one list.</param>
    /// <exception cref="LogRefusedException">It is not whole JSON; pieces before the fault have been given.</exception>
    public static IEnumerable<JsonPiece> Read(string name, Stream stream, params string[] lists)
    {
        using var pieces = new JsonPieces(name, stream, lists);
        while (pieces.Next() is { } piece) yield return piece;
        pieces.NothingFollows();
    }

    public void Dispose() => bytes.Dispose();

    private void NothingFollows()
    {
        while (!bytes.Ready.ContainsAnyExcept(" \t\r\n"u8))
        {
            if (bytes.IsLast) return;
            bytes.More(name);
        }
        throw new LogRefusedException($"{name} goes on after its end: two files were written into one.");
    }

    private JsonPiece? Next()
    {
        try
        {
            while (true)
            {
                var reader = new Utf8JsonReader(bytes.Ready, bytes.IsLast, state);
                var stood = open.Count;
                if (Step(ref reader, out var piece))
                {
                    bytes.Drop((int)reader.BytesConsumed);
                    state = reader.CurrentState;
                    if (piece is not null || done) return piece;
                    continue;
                }
                open.RemoveRange(stood, open.Count - stood);
                if (bytes.IsLast) throw new LogRefusedException($"{name} ends in the middle: it was cut off when it was written or copied.");
                bytes.More(name);
            }
        }
        catch (JsonException e)
        {
            throw new LogRefusedException($"{name} is not whole JSON, at line {e.LineNumber + 1}: {e.Message.Split(" LineNumber:")[0]} It was damaged or cut off.", e);
        }
    }

    /// <summary>Reads one member or item, or into or out of one; false where its bytes are not all there.</summary>
    private bool Step(ref Utf8JsonReader reader, out JsonPiece? piece)
    {
        piece = null;
        if (done || !reader.Read()) return done = done || Finished();
        if (open.Count == 0) return Enter(ref reader, "", 0, out piece);
        switch (reader.TokenType)
        {
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                open.RemoveAt(open.Count - 1);
                return open.Count > 0 || (done = true);
            case JsonTokenType.PropertyName:
                var path = open[^1].Path is { Length: > 0 } above ? $"{above}.{reader.GetString()}" : reader.GetString()!;
                return reader.Read() && Enter(ref reader, path, 0, out piece);
            default:
                var number = open[^1].Count + 1;
                if (!Enter(ref reader, open[^1].Path + "[]", number, out piece)) return false;
                open[^1] = open[^1] with { Count = number };
                return true;
        }
    }

    private bool Finished() => bytes.IsLast && open.Count == 0 && bytes.Ready.Length == 0;

    private bool Enter(ref Utf8JsonReader reader, string path, int number, out JsonPiece? piece)
    {
        piece = null;
        var isList = reader.TokenType is JsonTokenType.StartArray;
        if (number == 0 && (isList ? lists.Contains(path) : reader.TokenType is JsonTokenType.StartObject && (open.Count == 0 || lists.Any(l => l.StartsWith(path + ".", StringComparison.Ordinal)))))
        {
            open.Add((path, isList, 0));
            return true;
        }
        var from = (int)reader.TokenStartIndex;
        if (!reader.TrySkip()) return false;
        if (open.Count == 0) throw new LogRefusedException($"{name} is no record: it must be {(lists.Contains("") ? "a list" : "an object")}.");
        piece = new(path, number, LogJson.Parse(name, bytes.Ready[from..(int)reader.BytesConsumed].ToArray()));
        return true;
    }
}
