using System.Text.Json;

namespace Assay.Adapters.Logs.Inspect;

/// <summary>
/// Logs of Inspect (https://inspect.aisi.org.uk/eval-logs.html): <c>.json</c>, and <c>.eval</c>, a zip of JSON files. Version 2 of the format.
/// </summary>
public sealed class InspectLogs : ILogReader
{
    public string Id => "inspect";

    public string Expects => "a log of Inspect, .eval or .json";

    public bool Recognises(LogSource source) => source.IsZip
        || source.Head.Contains("\"eval\"", StringComparison.Ordinal) && source.Head.Contains("\"task\"", StringComparison.Ordinal) && source.Head.Contains("\"status\"", StringComparison.Ordinal);

    public IReadOnlyList<LogRun> Read(LogSource source, LogChoice choice, CancellationToken cancellationToken)
    {
        var header = new InspectHeader();
        var samples = new InspectSamples();
        foreach (var (path, value) in source.IsZip ? InspectZip.Read(source) : InJson(source))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (path != InspectZip.Sample) header.Take(path, value);
            else if (header.Model.Length > 0) samples.Take(value, header.Model);
            else header.Check();
        }
        header.Check();
        samples.NoteMissing(header);
        return [samples.Builder.Build(header.About(source, choice, samples))];
    }

    private static IEnumerable<(string Path, JsonElement Value)> InJson(LogSource source)
    {
        foreach (var piece in JsonPieces.Read(source.Name, source.Open(), "samples")) yield return (piece.Path == "samples[]" ? InspectZip.Sample : piece.Path, piece.Value);
    }
}
