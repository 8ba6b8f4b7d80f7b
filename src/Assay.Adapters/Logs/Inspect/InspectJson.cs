using System.Globalization;
using System.Text.Json;
using Assay.Calls;

namespace Assay.Adapters.Logs.Inspect;

/// <summary>What several parts of a log of Inspect have in common when it is written.</summary>
internal sealed class InspectJson(Utf8JsonWriter writer) : IDisposable
{
    public Utf8JsonWriter Writer => writer;

    public static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'+00:00'", CultureInfo.InvariantCulture);

    /// <summary>A key of the log; scorers of suites are named with their version.</summary>
    public static string Scorer(string? scorer) => scorer is { Length: > 0 } ? scorer.Replace(' ', '_') : "scorer";

    public void Nulls(params IEnumerable<string> names)
    {
        foreach (var name in names) writer.WriteNull(name);
    }

    public void Empty(params IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            writer.WriteStartObject(name);
            writer.WriteEndObject();
        }
    }

    public void Number(string name, decimal? value)
    {
        if (value is { } number) writer.WriteNumber(name, number);
        else writer.WriteNull(name);
    }

    /// <summary>The format has no word for "not told": tokens are written where both kinds are known, else not at all.</summary>
    public void Usage(Usage usage)
    {
        writer.WriteStartObject();
        writer.WriteNumber("input_tokens", usage.Input!.Value);
        writer.WriteNumber("output_tokens", usage.Output!.Value);
        writer.WriteNumber("total_tokens", usage.Input.Value + usage.Output.Value);
        Number("input_tokens_cache_write", usage.CacheWrite);
        Number("input_tokens_cache_read", usage.CacheRead);
        writer.WriteEndObject();
    }

    public void Dispose() => writer.Dispose();
}
