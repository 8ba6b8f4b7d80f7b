using System.Collections.Frozen;

namespace Assay.Drawing;

/// <summary>
/// Letters as pen strokes, of the project's own making, so that a drawing looks the same on every machine: which fonts are installed, if any,
/// does not matter. In units of a tenth of the height of a capital: 0 is its top, 10 the line it stands on, 13 the foot of a <c>g</c>.
/// </summary>
internal static class StrokeFont
{
    /// <summary>Height of a capital.</summary>
    public const double CapHeight = 10;

    /// <summary>Between two letters.</summary>
    public const double Gap = 2.3;

    private const string
        O = "M3.8 0A3.8 5 0 1 0 3.81 0Z",
        P = "M0 10V0H2.9A2.7 2.7 0 0 1 2.9 5.4H0",
        S = "M5.5 1.7C4.8 .5 3.9 0 2.9 0C1.2 0 .2 1.1 .2 2.5C.2 5.6 5.8 4.2 5.8 7.4C5.8 9 4.5 10 2.9 10C1.5 10 .5 9.3 0 8.1",
        BowlLeft = "M5 6.75A2.5 3.25 0 1 0 5 6.76",
        BowlRight = "M0 6.75A2.5 3.25 0 1 1 0 6.76",
        Arch = "M0 6.4C0 4.6 1 3.5 2.6 3.5C4 3.5 4.8 4.4 4.8 6V10";

    /// <summary>What stands for a character that the font lacks.</summary>
    private static readonly Glyph Box = new(5, "M0 0H5V10H0ZM0 0L5 10M5 0L0 10");

    private static readonly FrozenDictionary<char, Glyph> Glyphs = new Dictionary<char, Glyph>
    {
        [' '] = new(2.4, ""),
        ['A'] = new(7, "M0 10L3.5 0L7 10M1.2 6.6H5.8"), ['B'] = new(6, "M0 0V10H3.3A2.7 2.7 0 0 0 3.3 4.6H0M0 0H3A2.3 2.3 0 0 1 3 4.6"),
        ['C'] = new(6.4, "M6.4 1.8A3.6 5 0 1 0 6.4 8.2"), ['D'] = new(6.9, "M0 0V10H2.5A4.4 5 0 0 0 2.5 0Z"),
        ['E'] = new(5.5, "M5.5 0H0V10H5.5M0 4.8H4.6"), ['F'] = new(5.2, "M5.2 0H0V10M0 4.8H4.4"),
        ['G'] = new(7.2, "M6.4 1.8A3.6 5 0 1 0 7.2 5.4H4.2"), ['H'] = new(6.6, "M0 0V10M6.6 0V10M0 4.8H6.6"),
        ['I'] = new(3, "M0 0H3M1.5 0V10M0 10H3"), ['J'] = new(4.4, "M4.4 0V7.2A2.2 2.8 0 0 1 0 7.4"),
        ['K'] = new(6.2, "M0 0V10M6 0L0 6.2M2.2 4L6.2 10"), ['L'] = new(5, "M0 0V10H5"),
        ['M'] = new(8, "M0 10V0L4 6.5L8 0V10"), ['N'] = new(6.6, "M0 10V0L6.6 10V0"),
        ['O'] = new(7.6, O), ['P'] = new(5.6, P), ['Q'] = new(7.6, O + "M4.6 7.2L7.6 10.6"), ['R'] = new(6, P + "M3 5.4L6 10"), ['S'] = new(5.8, S),
        ['T'] = new(6.4, "M0 0H6.4M3.2 0V10"), ['U'] = new(6.4, "M0 0V6.6A3.2 3.4 0 0 0 6.4 6.6V0"),
        ['V'] = new(7, "M0 0L3.5 10L7 0"), ['W'] = new(9.6, "M0 0L2.4 10L4.8 1.5L7.2 10L9.6 0"),
        ['X'] = new(6.6, "M0 0L6.6 10M6.6 0L0 10"), ['Y'] = new(6.8, "M0 0L3.4 5L6.8 0M3.4 5V10"), ['Z'] = new(6.4, "M0 0H6.4L0 10H6.4"),
        ['0'] = new(6, "M3 0A3 5 0 1 0 3.01 0Z"), ['1'] = new(4.4, "M0 2L2.4 0V10M.4 10H4.4"),
        ['2'] = new(5.8, "M.2 2.6C.3 1 1.4 0 2.8 0C4.4 0 5.5 1.1 5.5 2.7C5.5 5 2.5 6.6 0 10H5.8"),
        ['3'] = new(5.5, "M.2 1.4C.8 .5 1.7 0 2.7 0C4.2 0 5.2 1 5.2 2.4C5.2 3.9 4.1 4.7 2.4 4.7C4.4 4.7 5.5 5.7 5.5 7.3C5.5 8.9 4.3 10 2.7 10C1.5 10 .5 9.4 0 8.4"),
        ['4'] = new(6.2, "M4.4 10V0L0 7H6.2"),
        ['5'] = new(5.5, "M5 0H.9L.4 4.6C1 4.1 1.8 3.8 2.6 3.8C4.3 3.8 5.5 5 5.5 6.8C5.5 8.7 4.3 10 2.6 10C1.5 10 .5 9.5 0 8.6"),
        ['6'] = new(5.7, "M5 1C4.5 .4 3.8 0 3 0C1.2 0 0 2 0 5.6C0 8.6 1.1 10 2.9 10C4.5 10 5.7 8.7 5.7 6.9C5.7 5.2 4.5 4 2.9 4C1.6 4 .5 4.8 .1 6"),
        ['7'] = new(5.6, "M0 0H5.6L2 10"), ['8'] = new(5.6, "M2.8 4.6A2.4 2.3 0 1 1 2.81 4.6ZM2.8 4.6A2.8 2.7 0 1 0 2.81 4.6Z"),
        ['9'] = new(5.7, "M.7 9C1.2 9.6 1.9 10 2.7 10C4.5 10 5.7 8 5.7 4.4C5.7 1.4 4.6 0 2.8 0C1.2 0 0 1.3 0 3.1C0 4.8 1.2 6 2.8 6C4.1 6 5.2 5.2 5.6 4"),
        ['a'] = new(5, "M5 3.6V10" + BowlLeft), ['b'] = new(5, "M0 0V10" + BowlRight), ['c'] = new(4.7, "M4.7 4.8A2.5 3.25 0 1 0 4.7 8.7"),
        ['d'] = new(5, "M5 0V10" + BowlLeft), ['e'] = new(5, "M.1 6.6H5A2.5 3.2 0 1 0 4.6 8.9"),
        ['f'] = new(3.7, "M3.8 .4C2.2 -.4 1.3 .6 1.3 2.2V10M0 3.7H3.4"), ['g'] = new(5, "M5 3.6V10.4C5 12.2 4 13 2.4 13C1.5 13 .8 12.7 .3 12.3" + BowlLeft),
        ['h'] = new(4.8, "M0 0V10" + Arch), ['i'] = new(.6, "M.3 3.6V10M.3 1V1.1"), ['j'] = new(1.8, "M1.6 3.6V11C1.6 12.4 .9 13 -.2 12.9M1.6 1V1.1"),
        ['k'] = new(4.8, "M0 0V10M4.4 3.6L0 7.6M1.6 6.2L4.8 10"), ['l'] = new(1.6, "M.2 0V8.6C.2 9.6 .7 10 1.6 10"),
        ['m'] = new(8, "M0 3.6V10M0 6.2C0 4.5 .9 3.5 2.2 3.5C3.4 3.5 4 4.3 4 5.8V10M4 6.2C4 4.5 4.9 3.5 6.2 3.5C7.4 3.5 8 4.3 8 5.8V10"),
        ['n'] = new(4.8, "M0 3.6V10" + Arch), ['o'] = new(5.2, "M2.6 3.5A2.6 3.25 0 1 0 2.61 3.5Z"),
        ['p'] = new(5, "M0 3.6V13" + BowlRight), ['q'] = new(5, "M5 3.6V13" + BowlLeft), ['r'] = new(3.2, "M0 3.6V10M0 6.6C.2 4.6 1.4 3.4 3.2 3.7"),
        ['s'] = new(4.3, "M4 4.6C3.5 3.8 2.9 3.5 2.1 3.5C1 3.5 .2 4.1 .2 5.1C.2 7.2 4.3 6.2 4.3 8.2C4.3 9.3 3.4 10 2.2 10C1.2 10 .4 9.6 0 8.8"),
        ['t'] = new(3.4, "M1.3 1.4V8.2C1.3 9.6 2 10.2 3.4 9.8M0 3.7H3.3"), ['u'] = new(4.8, "M0 3.6V7.4C0 9.1 .8 10 2.2 10C3.8 10 4.8 8.9 4.8 7.1M4.8 3.6V10"),
        ['v'] = new(4.8, "M0 3.6L2.4 10L4.8 3.6"), ['w'] = new(7.2, "M0 3.6L1.8 10L3.6 4.4L5.4 10L7.2 3.6"), ['x'] = new(4.6, "M0 3.6L4.6 10M4.6 3.6L0 10"),
        ['y'] = new(4.9, "M0 3.6L2.5 9.8M4.9 3.6L2.3 10.4C1.7 12.2 1.2 13 0 12.9"), ['z'] = new(4.4, "M0 3.6H4.4L0 10H4.4"),
        ['.'] = new(.4, "M.2 9.8V10"), [','] = new(.6, "M.5 9.8L0 11.6"), [':'] = new(.4, "M.2 4.4V4.6M.2 9.8V10"), [';'] = new(.6, "M.5 4.4V4.6M.5 9.8L0 11.6"),
        ['!'] = new(.6, "M.3 0V6.8M.3 9.8V10"), ['?'] = new(4.9, "M.1 2.2C.2 .9 1.2 0 2.5 0C3.9 0 4.9 .9 4.9 2.3C4.9 4.5 2.5 4.4 2.5 6.9M2.5 9.8V10"),
        ['-'] = new(3, "M0 6.2H3"), ['\u2013'] = new(4.4, "M0 6.2H4.4"), ['_'] = new(5.5, "M0 11H5.5"), ['+'] = new(5.6, "M0 6H5.6M2.8 3.2V8.8"), ['='] = new(5.4, "M0 4.8H5.4M0 7.4H5.4"),
        ['/'] = new(4.2, "M0 11L4.2 -.6"), ['\\'] = new(4.2, "M0 -.6L4.2 11"), ['|'] = new(.4, "M.2 -.8V11.6"),
        ['('] = new(2, "M2 -.8C-.6 2.6 -.6 8.2 2 11.6"), [')'] = new(2, "M0 -.8C2.6 2.6 2.6 8.2 0 11.6"), ['['] = new(1.8, "M1.8 -.8H0V11.4H1.8"), [']'] = new(1.8, "M0 -.8H1.8V11.4H0"),
        ['{'] = new(2.4, "M2.4 -.8C.6 -.8 1.6 4.8 0 5.3C1.6 5.8 .6 11.4 2.4 11.4"), ['}'] = new(2.4, "M0 -.8C1.8 -.8 .8 4.8 2.4 5.3C.8 5.8 1.8 11.4 0 11.4"),
        ['<'] = new(5, "M5 3.2L0 6.2L5 9.2"), ['>'] = new(5, "M0 3.2L5 6.2L0 9.2"), ['*'] = new(3.8, "M1.9 0V4.4M0 1.1L3.8 3.3M3.8 1.1L0 3.3"),
        ['#'] = new(6, "M2 0L.8 10M5.2 0L4 10M.2 3.4H6M0 6.6H5.6"), ['%'] = new(7.8, "M6.8 0L1 10M1.7 .2A1.7 2 0 1 0 1.71 .2ZM6.1 5.8A1.7 2 0 1 0 6.11 5.8Z"), ['$'] = new(5.8, S + "M2.9 -1.3V11.3"),
        ['&'] = new(6.6, "M6.6 10L1.7 3.4C.2 1.3 1.2 0 2.7 0C4.2 0 5 1.4 4.3 2.7C3.6 4 .2 4.7 .2 7.5C.2 9 1.3 10 2.8 10C4.8 10 6 8.2 6.2 5.6"),
        ['@'] = new(8.6, "M6.6 3.2V6.6C6.6 8 8.6 7.8 8.6 5C8.6 2 6.9 .2 4.4 .2C1.8 .2 0 2.3 0 5.2C0 8.2 1.8 10.2 4.6 10.2C5.8 10.2 6.8 9.9 7.6 9.3M6.6 5A1.9 2.1 0 1 0 6.6 5.01"),
        ['\''] = new(.4, "M.2 0V2.4"), ['"'] = new(2.2, "M.2 0V2.4M2 0V2.4"), ['`'] = new(1.2, "M0 0L1.2 1.6"), ['^'] = new(4.4, "M0 3.4L2.2 0L4.4 3.4"), ['~'] = new(5.8, "M0 6.8C.8 4.8 2.2 5.4 3 6.2C3.8 7 5 7.4 5.8 5.6"),
        ['\u00b0'] = new(3, "M1.5 0A1.5 1.5 0 1 0 1.51 0Z"), ['\u00d7'] = new(4.4, "M0 3.8L4.4 8.2M4.4 3.8L0 8.2"), ['\u00b7'] = new(.4, "M.2 5.9V6.1"),
        ['\u20ac'] = new(6.6, "M6.6 1.5C5.8 .6 5 0 4 0C2.2 0 1.1 2 1.1 5C1.1 8 2.2 10 4 10C5 10 5.8 9.4 6.6 8.5M0 4H4.6M0 6H4.2"),
        ['\u2026'] = new(6, "M.2 9.8V10M3 9.8V10M5.8 9.8V10"),
    }.ToFrozenDictionary();

    /// <param name="Width">Without the gap.</param>
    /// <param name="Path">For the <c>d</c> of an SVG path, drawn with a round pen; empty for a space.</param>
    public readonly record struct Glyph(double Width, string Path);

    public static Glyph Of(char character) => Glyphs.GetValueOrDefault(character, Box);

    public static bool Has(char character) => Glyphs.ContainsKey(character);

    /// <summary>Of a line, without a gap after its last letter.</summary>
    public static double Width(string text) => text.Length == 0 ? 0 : text.Sum(c => Of(c).Width + Gap) - Gap;
}
