namespace Assay.Host.Playground;

/// <summary>How the boxes of a lane are told from those of the others without their colour.</summary>
public static class LaneMark
{
    /// <summary>Lengths of stroke and gap, by place; empty for a whole line.</summary>
    private static readonly string[] Patterns = ["", "9 4", "2 3", "12 3 2 3", "5 5", "1 4", "16 4", "7 2 1 2 1 2"];

    /// <summary>Colours for files, which have no light or dark: dark enough for white letters.</summary>
    private static readonly string[] Colours = ["#0072b2", "#a84c00", "#00735a", "#a8407c", "#2a6a8c", "#6b5b00", "#5a4fcf", "#555b66"];

    public static string Dashes(int place) => Patterns[place % Patterns.Length];

    public static string Colour(int place) => Colours[place % Colours.Length];
}
