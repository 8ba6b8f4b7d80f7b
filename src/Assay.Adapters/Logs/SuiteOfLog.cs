using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Assay.Evaluation;

namespace Assay.Adapters.Logs;

/// <summary>
/// The hash of a suite made from a log: over its instructions and each sample's id, input, images and target, in order. Neither the program nor the model, the
/// task's name or the scores are in it: logs of the same samples have the same suite, and their runs can be compared item by item.
/// </summary>
internal static class SuiteOfLog
{
    public static string Hash(Suite suite, IEnumerable<Sample> samples)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData("log 1\n"u8);
        Line(hash, [suite.System ?? ""]);
        foreach (var sample in samples) Line(hash, [sample.Id, sample.Input, .. sample.Images.Select(i => i.Hash), "", .. sample.Target]);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    // As JSON, so that no text can be read as two.
    private static void Line(IncrementalHash hash, string[] texts)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            writer.WriteStartArray();
            foreach (var text in texts) writer.WriteStringValue(text);
            writer.WriteEndArray();
        }
        hash.AppendData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
        hash.AppendData("\n"u8);
    }
}
