using System.Globalization;
using Assay.Adapters.Images;
using Assay.Adapters.Importers.Curated;

namespace Assay.Adapters.Settings;

/// <summary>The settings under <c>images</c>: caps of what is taken and of what is sent.</summary>
internal static class ImageSettings
{
    private const int ShortestSide = 64, LongestSide = 8192, LeastMegabytes = 1, MostMegabytes = 100;

    public static ImageLimits Read(YamlNode? node, Action<int, string> fault)
    {
        var limits = new ImageLimits();
        if (node is null) return limits;
        if (node is not YamlNode.Map map)
        {
            fault(node.Line, $"'images' is {node.Shape}; write a map: long_side, max_megabytes");
            return limits;
        }
        foreach (var entry in map.Entries)
        {
            switch (entry.Key)
            {
                case "long_side": limits = limits with { LongSide = Number(entry, ShortestSide, LongestSide, limits.LongSide, "pixels of the longer side of what is sent", fault) }; break;
                case "max_megabytes": limits = limits with { MostBytes = 1_000_000L * Number(entry, LeastMegabytes, MostMegabytes, (int)(limits.MostBytes / 1_000_000), "megabytes of a file that is taken", fault) }; break;
                default: fault(entry.Line, $"unknown key '{entry.Key}'; allowed: long_side, max_megabytes"); break;
            }
        }
        return limits;
    }

    private static int Number(YamlNode.Entry entry, int least, int most, int usual, string what, Action<int, string> fault)
    {
        if (entry.Value is YamlNode.Text { Value: var text } && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        fault(entry.Value.Line, $"'{entry.Key}' is {entry.Value.Shape}; write a whole number from {least} to {most}: {what} (usually {usual})");
        return usual;
    }
}
