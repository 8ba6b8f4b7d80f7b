using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using Assay.Calls;
using Assay.Evaluation;

namespace Assay.Adapters.Suites;

/// <summary>
/// The hash that names a suite: SHA-256 over what it says of itself and over its samples in their order, in canonical JSON, an image by the hash of its file
/// (docs/suites.md). Not of names of folders and files, key order, blanks or line ends.
/// </summary>
public sealed class SuiteHash : IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly ArrayBufferWriter<byte> buffer = new();
    private readonly Utf8JsonWriter writer;

    public SuiteHash(Suite suite)
    {
        writer = new(buffer, CanonicalJson.Options);
        hash.AppendData("assay-suite-1\n"u8);
        Line(() => Write(suite));
    }

    /// <summary>The hash of a suite as a whole.</summary>
    /// <returns>64 lower-case hexadecimal digits.</returns>
    public static string Of(Suite suite, IEnumerable<Sample> samples)
    {
        using var hash = new SuiteHash(suite);
        foreach (var sample in samples) hash.Add(sample);
        return hash.End();
    }

    /// <summary>The next sample, in order of places.</summary>
    public void Add(Sample sample) => Line(() => Write(sample));

    /// <returns>64 lower-case hexadecimal digits.</returns>
    public string End() => Convert.ToHexStringLower(hash.GetHashAndReset());

    public void Dispose()
    {
        hash.Dispose();
        writer.Dispose();
    }

    private void Line(Action write)
    {
        buffer.ResetWrittenCount();
        writer.Reset();
        writer.WriteStartObject();
        write();
        writer.WriteEndObject();
        writer.Flush();
        hash.AppendData(buffer.WrittenSpan);
        hash.AppendData("\n"u8);
    }

    // Keys stand in alphabetical order; what is not said is left out, what has a default is written with it.
    private void Write(Suite suite)
    {
        List("categories", suite.Categories);
        Scorer("default_scorer", suite.DefaultScorer);
        Text("description", suite.Description);
        Text("id", suite.Id);
        Text("licence", suite.Licence);
        Write(suite.Parameters);
        writer.WriteNumber("repetitions", suite.Repetitions);
        Text("system", suite.System);
        Text("task", suite.Task?.Name());
        Text("title", suite.Title);
        Text("version", suite.Version);
    }

    private void Write(CallParameters parameters)
    {
        writer.WriteStartObject("parameters");
        if (parameters.MaxOutputTokens is { } most) writer.WriteNumber("max_output_tokens", most);
        if (parameters.MinScore is { } least) writer.WriteNumber("min_score", least);
        Text("reasoning_effort", parameters.ReasoningEffort);
        Text("response_schema", parameters.ResponseSchema);
        if (parameters.Seed is { } seed) writer.WriteNumber("seed", seed);
        if (parameters.Stop.Count > 0) List("stop", parameters.Stop);
        Exact("temperature", parameters.Temperature);
        Exact("top_p", parameters.TopP);
        writer.WriteEndObject();
    }

    private void Write(Sample sample)
    {
        Text("category", sample.Category);
        Text("cluster", sample.Cluster);
        Text("difficulty", sample.Difficulty);
        Text("id", sample.Id);
        if (sample.Images.Count > 0) List("images", [.. sample.Images.Select(i => i.Hash)]);
        Text("input", sample.Input);
        if (sample.Scorer is { } scorer) Scorer("scorer", scorer);
        List("target", sample.Target);
    }

    private void Text(string key, string? text)
    {
        if (text is not null) writer.WriteString(key, text);
    }

    private void Exact(string key, decimal? number)
    {
        if (number is not { } value) return;
        writer.WritePropertyName(key);
        writer.WriteRawValue(value.ToString("0.############################"));
    }

    private void List(string key, IReadOnlyList<string> texts)
    {
        writer.WriteStartArray(key);
        foreach (var text in texts) writer.WriteStringValue(text);
        writer.WriteEndArray();
    }

    private void Scorer(string key, ScorerChoice choice)
    {
        writer.WriteStartObject(key);
        Text("id", choice.Id);
        writer.WritePropertyName("options");
        writer.WriteRawValue(choice.Options);
        writer.WriteEndObject();
    }
}
