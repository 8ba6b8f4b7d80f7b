using Assay.Adapters.Engines.Files;
using Assay.Adapters.Images;
using Assay.Adapters.Images.Fetch;
using Assay.Adapters.Images.Samples;
using Assay.Adapters.Storage.Turns;
using Assay.Calls;

namespace Assay.Host.Playground;

/// <summary>Takes the image of a turn from wherever it comes, and makes of it the one that is sent. Where the library for that is still to be installed, the image is read later.</summary>
public sealed class TurnImages(ImageIntake intake, Func<ImageLimits> limits, SafeFetch fetch, EngineInstaller installer, TurnStore store)
{
    /// <summary>Bytes of a file that is taken.</summary>
    public long MostBytes => limits().MostBytes;

    /// <summary>The image, what is wrong with it and the fix, or how it will be read.</summary>
    public async Task<TakenImage> Take(ImageSource source, CancellationToken cancellationToken) => source switch
    {
        ImageSource.Known known => store.Image(known.Hash) is { } image
            ? new TakenImage.Ready(image)
            : new TakenImage.Refused($"No image with the hash '{known.Hash}' is kept: it was deleted, or is of another data folder. Upload it again."),
        ImageSource.Sample sample => SampleImages.Find(sample.Id) is { } found
            ? new TakenImage.Ready(Of(found))
            : new TakenImage.Refused($"There is no sample '{sample.Id}'. Allowed: {string.Join(", ", SampleImages.All.Select(s => s.Id))}."),
        ImageSource.Address address => await fetch.Get(address.Url, cancellationToken) switch
        {
            ImageFetch.Got got => await Prepare(got.Bytes, cancellationToken),
            ImageFetch.Failed failed => new TakenImage.Refused(failed.Message),
            _ => throw new InvalidOperationException("A fetch has two outcomes."),
        },
        ImageSource.Upload upload => await Prepare(upload.Bytes, cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(source)),
    };

    /// <summary>A sample is an image of our own making: it is sent as it ships, and needs no library.</summary>
    public static CallImage Of(SampleImage sample)
    {
        var bytes = sample.Bytes();
        // The header of a PNG: width and height are the first two numbers of its first chunk.
        var (width, height) = (System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(16)), System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(20)));
        return new(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)), "image/png", width, height, bytes);
    }

    private async Task<TakenImage> Prepare(ReadOnlyMemory<byte> file, CancellationToken cancellationToken) => await intake.Prepare(file, limits(), cancellationToken) switch
    {
        ImageIntakeResult.Ready ready => new TakenImage.Ready(ready.Image.Image),
        // The library that reads images comes with the engines, once.
        ImageIntakeResult.Refused { Kind: ImageRefusal.NoLibrary } => new TakenImage.Later((progress, stop) => InstallAndPrepare(file, progress, stop)),
        ImageIntakeResult.Refused refused => new TakenImage.Refused(refused.Message),
        _ => throw new InvalidOperationException("An intake has two outcomes."),
    };

    private async Task<(CallImage? Image, CallFailure? Failure)> InstallAndPrepare(ReadOnlyMemory<byte> file, IProgress<InstallStep> progress, CancellationToken cancellationToken)
    {
        if (await installer.Install(progress, cancellationToken) is InstallOutcome.Failed failed) return (null, new(FailureKind.Engine, $"The image cannot be read yet: {failed.Message}") { MayPass = true });
        return await intake.Prepare(file, limits(), cancellationToken) switch
        {
            ImageIntakeResult.Ready ready => (ready.Image.Image, null),
            ImageIntakeResult.Refused refused => (null, new(FailureKind.NotSupported, refused.Message)),
            _ => throw new InvalidOperationException("An intake has two outcomes."),
        };
    }
}
