using Assay.Adapters.Engines.Native;
using Assay.Adapters.Engines.Pictures;
using Assay.Adapters.Images;

namespace Assay.Adapters.Engines.Ocr;

/// <summary>Whether a line stands on its head.</summary>
internal sealed class TurnFinder(OnnxModel model)
{
    private const int Height = 48, Width = 192;

    /// <summary>0 (upright) to 1 (upside down).</summary>
    public float UpsideDown(Pixels line)
    {
        var width = Math.Clamp((int)Math.Ceiling((double)Height * line.Width / line.Height), 1, Width);
        return model.Run(Tensors.Line(line.Resize(width, Height), Width), [1, 3, Height, Width]).Values[1];
    }
}
