using System.Security.Cryptography;
using System.Text;
using Assay.Adapters.Images;
using Assay.Evaluation;

namespace Assay.Adapters.Suites;

/// <summary>
/// A suite as a folder (docs/suites.md): <c>suite.yaml</c>, <c>samples.jsonl</c> and images. Opening it reads all of it once, strictly, and keeps none of the
/// samples: a hundred thousand take no more memory than a hundred. Safe for use by many threads.
/// </summary>
public sealed class SuiteFolder
{
    public const string AboutFile = "suite.yaml";
    public const string SamplesFile = "samples.jsonl";

    private readonly ImageLimits limits;

    private SuiteFolder(string folder, Suite about, ImageLimits limits) => (Folder, About, this.limits) = (folder, about, limits);

    public string Folder { get; }

    public Suite About { get; }

    /// <summary>Names the suite with all its samples and images: 64 lower-case hexadecimal digits.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>How many samples, 1 and above.</summary>
    public int Count { get; private set; }

    /// <param name="limits">Caps of image files; null for the usual ones.</param>
    /// <exception cref="SuiteException">There is no such folder, or it has faults: all of them are told, up to a hundred.</exception>
    public static SuiteFolder Open(string folder, ImageLimits? limits = null, CancellationToken cancellationToken = default)
    {
        folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (!Directory.Exists(folder)) throw new SuiteException($"'{folder}' is no folder; a suite is a folder with {AboutFile} and {SamplesFile}.");
        foreach (var file in (string[])[AboutFile, SamplesFile])
            if (!File.Exists(Path.Combine(folder, file))) throw new SuiteException($"'{folder}' has no {file}; a suite is a folder with {AboutFile} and {SamplesFile}.");
        try
        {
            var faults = new SuiteFaults();
            var about = AboutReader.Read(File.ReadAllBytes(Path.Combine(folder, AboutFile)), (line, text) => faults.Add(AboutFile, line, text));
            if (about is null) faults.ThrowIfAny();
            var suite = new SuiteFolder(folder, about!, limits ?? new());
            suite.Examine(faults, cancellationToken);
            return suite;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SuiteException($"'{folder}' cannot be read: {e.Message}");
        }
    }

    /// <summary>Read from the file as they are asked for.</summary>
    /// <param name="from">The place to begin at.</param>
    /// <exception cref="SuiteException">The folder changed since it was opened so that a sample cannot be read any more.</exception>
    public IEnumerable<Sample> Samples(int from = 0)
    {
        foreach (var (sample, _) in Lines())
            if (sample.Place >= from) yield return sample;
    }

    /// <summary>The same, each with its line in <see cref="SamplesFile"/>.</summary>
    public IEnumerable<(Sample Sample, int Line)> Lines()
    {
        var faults = new SuiteFaults();
        foreach (var (sample, line) in Read(faults))
        {
            faults.ThrowIfAny();
            if (sample is not null) yield return (sample, line);
        }
        faults.ThrowIfAny();
    }

    /// <summary>The bytes of an image file.</summary>
    /// <exception cref="SuiteException">The file is gone, or is not the one any more that the suite was opened with.</exception>
    public byte[] Bytes(SampleImage image)
    {
        var bytes = new SuiteFiles(Folder, limits).Open(image.Path, out var why) ?? throw new SuiteException(why!);
        return Convert.ToHexStringLower(SHA256.HashData(bytes)) == image.Hash ? bytes : throw new SuiteException($"the image '{image.Path}' was changed since the suite was opened; open it again");
    }

    private void Examine(SuiteFaults faults, CancellationToken cancellationToken)
    {
        using var hash = new SuiteHash(About);
        // Sixteen bytes an id in place of the id.
        var ids = new Dictionary<UInt128, int>();
        foreach (var (sample, line) in Read(faults))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (sample is null) continue;
            if (!ids.TryAdd(Digest(sample.Id), line)) faults.Add(SamplesFile, line, $"the id '{sample.Id}' is doubled: it stands in line {ids[Digest(sample.Id)]} already; give each sample its own");
            hash.Add(sample);
            Count++;
        }
        if (Count == 0 && !faults.Any) faults.Add(SamplesFile, 1, "the file has no samples; write one JSON object a line");
        faults.ThrowIfAny();
        Hash = hash.End();
    }

    /// <summary>Null for a sample with faults.</summary>
    private IEnumerable<(Sample? Sample, int Line)> Read(SuiteFaults faults)
    {
        var reader = new SampleReader(About, new SuiteFiles(Folder, limits));
        var place = 0;
        foreach (var (number, line) in SampleLines.Of(Path.Combine(Folder, SamplesFile)))
        {
            if (line is null) faults.Add(SamplesFile, number, $"the line is not UTF-8, or has more than {SampleLines.Longest:#,0} bytes; save the file as UTF-8 with one sample a line");
            else yield return (reader.Read(line.Value, place++, text => faults.Add(SamplesFile, number, text)), number);
        }
    }

    private static UInt128 Digest(string id)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(id), hash);
        return new(BitConverter.ToUInt64(hash), BitConverter.ToUInt64(hash[8..]));
    }
}
