using System.Collections;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Assay.Adapters.Storage.Runs;
using Assay.Adapters.Storage.Turns;

namespace Assay.Adapters.Logs;

/// <summary>
/// Texts and images of a log that are needed once more when it is kept: what of them is more than a few megabytes lies in a file without a name until then, so a log takes as
/// much memory as its ids and figures. Not thread-safe.
/// </summary>
internal sealed class LogSpool : IDisposable
{
    private const int InMemory = 4_000_000;

    private Stream stream = new MemoryStream();

    /// <summary>Where something lies.</summary>
    [StructLayout(LayoutKind.Auto)]
    internal readonly record struct Place(long From, int Length);

    public Place Put<T>(T what, JsonTypeInfo<T> form) => Put(JsonSerializer.SerializeToUtf8Bytes(what, form));

    public Place Put(ReadOnlySpan<byte> bytes)
    {
        var from = stream.Seek(0, SeekOrigin.End);
        if (stream is MemoryStream && from + bytes.Length > InMemory) ToDisk();
        stream.Write(bytes);
        return new(from, bytes.Length);
    }

    public T Get<T>(Place place, JsonTypeInfo<T> form) => JsonSerializer.Deserialize(Get(place), form)!;

    public byte[] Get(Place place)
    {
        var bytes = new byte[place.Length];
        stream.Position = place.From;
        stream.ReadExactly(bytes);
        return bytes;
    }

    public void Dispose() => stream.Dispose();

    private void ToDisk()
    {
        // Gone when it is closed, and when the program ends in whatever way.
        var path = Path.Combine(Path.GetTempPath(), $"assay-{Path.GetRandomFileName()}");
        var file = new FileStream(path, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.DeleteOnClose, BufferSize = 1 << 16 });
        stream.Position = 0;
        stream.CopyTo(file);
        stream.Dispose();
        stream = file;
    }
}

/// <summary>A list whose items are made when they are asked for, and not held.</summary>
internal sealed class MadeList<T>(int count, Func<int, T> make) : IReadOnlyList<T>
{
    public int Count => count;

    public T this[int index] => (uint)index < (uint)count ? make(index) : throw new ArgumentOutOfRangeException(nameof(index));

    public IEnumerator<T> GetEnumerator()
    {
        for (var i = 0; i < count; i++) yield return make(i);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>The texts of a trial.</summary>
/// <param name="Why">Of each score, in order.</param>
internal sealed record SpooledTexts(StoredOutcome Outcome, string[] Why, string?[] Read);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SpooledTexts))]
[JsonSerializable(typeof(StoredSample))]
internal sealed partial class SpoolJson : JsonSerializerContext;
