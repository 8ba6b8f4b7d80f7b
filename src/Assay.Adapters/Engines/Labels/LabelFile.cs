using System.IO.Compression;

namespace Assay.Adapters.Engines.Labels;

/// <summary>Names of classes, one a line.</summary>
internal static class LabelFile
{
    public static string[] Read(string path) => Lines(File.ReadAllText(path));

    /// <summary>The list that lies in a TensorFlow Lite file: such a file is a zip archive too, at its end.</summary>
    /// <exception cref="EngineException">There is none.</exception>
    public static string[] Within(string model)
    {
        using var archive = ZipFile.OpenRead(model);
        var entry = archive.GetEntry("labelmap.txt") ?? throw new EngineException($"'{model}' has no list of labels.");
        using var reader = new StreamReader(entry.Open());
        return Lines(reader.ReadToEnd());
    }

    private static string[] Lines(string text) => [.. text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0)];
}
