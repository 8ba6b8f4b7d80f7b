using Assay.Adapters.Images;
using Assay.Calls;
using Assay.Evaluation;

namespace Assay.Adapters.Suites;

/// <summary>The images of a suite as they are sent: a plain file as it is, at the cost of its hash, any other through the intake. Safe for use by many threads.</summary>
public sealed class SuiteImages(SuiteFolder suite, ImageIntake intake, ImageLimits limits)
{
    /// <exception cref="SuiteException">The file changed, or cannot be sent: damaged, too large, or no library to read it with.</exception>
    public CallImage Image(SampleImage image)
    {
        var file = suite.Bytes(image);
        if (PlainImage.Of(file, image.Hash, limits) is { } plain) return plain;
        return intake.Prepare(file, limits, CancellationToken.None).GetAwaiter().GetResult() switch
        {
            ImageIntakeResult.Ready ready => ready.Image.Image,
            ImageIntakeResult.Refused refused => throw new SuiteException($"the image '{image.Path}' cannot be sent: {refused.Message}"),
            _ => throw new InvalidOperationException("An intake is ready or refused."),
        };
    }
}
