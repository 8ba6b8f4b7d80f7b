using Assay.Adapters.Engines.Files;
using Assay.Adapters.Images;
using Assay.Adapters.Images.Fetch;
using Assay.Adapters.Images.Samples;
using Assay.Adapters.Storage.Turns;
using Assay.Calls;

namespace Assay.Host.Playground;

/// <summary>Takes the image of a turn from wherever it comes, and makes of it the one that is sent.</summary>
public sealed class TurnImages(ImageIntake intake, ImageWork work, Func<ImageLimits> limits, SafeFetch fetch, EngineInstaller? installer, TurnStore store)
{
    /// <summary>The image, or what is wrong with it and the fix.</summary>
    public async Task<(CallImage? Image, string? Problem)> Take(ImageSource source, CancellationToken cancellationToken) => source switch
    {
        ImageSource.Known known => store.Image(known.Hash) is { } image ? (image, null) : (null, $"No image with the hash '{known.Hash}' is kept: it was deleted, or is of another data folder. Upload it again."),
        ImageSource.Sample sample => SampleImages.Find(sample.Id) is { } found
            ? (Of(found), null)
            : (null, $"There is no sample '{sample.Id}'. Allowed: {string.Join(", ", SampleImages.All.Select(s => s.Id))}."),
        ImageSource.Address address => await fetch.Get(address.Url, cancellationToken) switch
        {
            ImageFetch.Got got => await Prepare(got.Bytes, cancellationToken),
            ImageFetch.Failed failed => (null, failed.Message),
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

    private async Task<(CallImage? Image, string? Problem)> Prepare(ReadOnlyMemory<byte> file, CancellationToken cancellationToken)
    {
        // The library that reads images comes with the engines, once.
        if (work.Library.Missing is not null && installer is not null && await installer.Install(null, cancellationToken) is InstallOutcome.Failed failed)
            return (null, $"Images cannot be read yet: {failed.Message}");
        return await intake.Prepare(file, limits(), cancellationToken) switch
        {
            ImageIntakeResult.Ready ready => (ready.Image.Image, null),
            ImageIntakeResult.Refused refused => (null, refused.Message),
            _ => throw new InvalidOperationException("An intake has two outcomes."),
        };
    }
}
