using Assay.Adapters.Engines.Files;
using Assay.Adapters.Images.Vips;

namespace Assay.Adapters.Images;

/// <summary>
/// Where images are worked on: threads of the pool, two images at a time, so that a burst of uploads neither holds up requests nor takes
/// more memory than two images need. One for the whole process.
/// </summary>
/// <param name="installed">Where the installed libvips lies or would lie, asked each time until it is found; null where there is none for this platform.</param>
/// <param name="fix">The sentence that tells a user what to do where no library is found.</param>
public sealed class ImageWork(string? installed, string fix = ImageWork.SystemFix) : IDisposable
{
    public const int AtATime = 2;

    internal const string SystemFix = "Install libvips 8.15 or later, or name its file in " + VipsLibrary.Variable + ".";

    private readonly SemaphoreSlim places = new(AtATime);

    /// <summary>Uses the library that was installed with the local engines, where the system has none.</summary>
    public static ImageWork With(EngineFolder engines) => EngineFiles.Libvips is { } file
        ? new(engines.PathOf(file), "Run 'assay engines install', which fetches it, or install libvips 8.15 or later.")
        : new(null);

    /// <summary>The library, and null; or null, and why there is none with what to do.</summary>
    public (VipsLibrary? Library, string? Missing) Library => VipsLibrary.Find(installed, out var missing) is { } found ? (found, null) : (null, $"{missing} {fix}");

    /// <exception cref="ImageException">No library, or libvips cannot do it.</exception>
    internal async Task<T> Run<T>(Func<VipsScope, T> work, CancellationToken cancellationToken)
    {
        await places.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(() => Now(work), cancellationToken);
        }
        finally
        {
            places.Release();
        }
    }

    private T Now<T>(Func<VipsScope, T> work)
    {
        var (library, missing) = Library;
        if (library is null) throw new ImageException(missing!);
        try
        {
            library.ForgetErrors();
            using var scope = new VipsScope(library);
            return work(scope);
        }
        catch (VipsException e)
        {
            throw new ImageException($"The image cannot be worked on: {e.Message}.", e);
        }
    }

    public void Dispose() => places.Dispose();
}

/// <summary>An image that had been taken cannot be worked on after all: the message says why, and what to do.</summary>
public sealed class ImageException(string message, Exception? inner = null) : Exception(message, inner);
