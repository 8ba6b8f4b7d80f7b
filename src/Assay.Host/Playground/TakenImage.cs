using Assay.Adapters.Engines.Files;
using Assay.Calls;

namespace Assay.Host.Playground;

/// <summary>What became of the image of a turn.</summary>
public abstract record TakenImage
{
    private TakenImage()
    {
    }

    public sealed record Ready(CallImage Image) : TakenImage;

    /// <param name="Problem">What is wrong with it, and the fix.</param>
    public sealed record Refused(string Problem) : TakenImage;

    /// <summary>It looks right, and can be read once the library for that is installed.</summary>
    public sealed record Later(ReadLater Read) : TakenImage;
}

/// <summary>Installs what is missing, which may take minutes, then reads the image: one of the two comes back.</summary>
public delegate Task<(CallImage? Image, CallFailure? Failure)> ReadLater(IProgress<InstallStep> progress, CancellationToken cancellationToken);
