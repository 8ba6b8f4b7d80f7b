namespace Assay.Vision;

/// <summary>Which convention a prompt asks for, read from a few words that prompts for boxes use.</summary>
public static class AskedFrame
{
    private static readonly string[] YFirst = ["ymin,xmin", "y_min,x_min", "y1,x1", "y0,x0", "top,left,bottom", "box_2d"];
    private static readonly string[] Size = ["x,y,width,height", "x,y,w,h", "left,top,width,height"];
    private static readonly string[] Centre = ["x_center,y_center", "xcenter,ycenter", "cx,cy", "center_x,center_y"];
    private static readonly string[] Thousandths = ["0to1000", "0-1000", "0–1000", "0and1000", "[0,1000", "0to999", "0-999", "box_2d"];
    private static readonly string[] Hundredths = ["0to100", "0-100", "0–100", "0and100", "percent"];
    private static readonly string[] Pixels = ["pixel"];
    private static readonly string[] Fractions = ["0to1", "0-1", "0–1", "0and1", "0.0to1.0", "0.0and1.0", "0.0-1.0", "fraction"];

    /// <summary>The frame asked for, null where the prompt names no unit or a pair of order and unit that nobody uses.</summary>
    public static BoxFrame? In(string? prompt)
    {
        if (string.IsNullOrWhiteSpace(prompt)) return null;
        var text = string.Concat(prompt.ToLowerInvariant().Where(c => !char.IsWhiteSpace(c) && c is not ('"' or '\'' or '`'))).Replace("bbox_2d", "bbox", StringComparison.Ordinal);
        // "0 to 1000" holds "0 to 1": what is longer is looked for first. No frame counts hundredths.
        BoxUnit? unit = Has(text, Thousandths) ? BoxUnit.Thousandth : Has(text, Hundredths) ? null : Has(text, Pixels) ? BoxUnit.Pixel : Has(text, Fractions) ? BoxUnit.Fraction : null;
        var order = Has(text, YFirst) ? BoxOrder.YFirst : Has(text, Size) ? BoxOrder.Size : Has(text, Centre) ? BoxOrder.Centre : BoxOrder.XFirst;
        return unit is null ? null : BoxFrames.All.FirstOrDefault(f => f.Unit == unit && f.Order == order);
    }

    private static bool Has(string text, string[] parts) => parts.Any(p => text.Contains(p, StringComparison.Ordinal));
}
