using System.Globalization;
using System.Text;

namespace Assay.Charts;

/// <summary>The ground a picture is made for.</summary>
public enum ChartTheme
{
    Light = 0,
    Dark = 1,
}

/// <summary>The colours of charts, by what they are for; those of the site's style sheet, to which a test holds them.</summary>
public enum ChartTone
{
    Page = 0,
    Line,
    Text,
    Quiet,
    M0,
    M1,
    M2,
    M3,
    M4,
    M5,
}

/// <summary>How the marks of a chart look by their classes, where no style sheet of a page says so: in files.</summary>
public static class ChartStyle
{
    /// <summary>Height of letters, CSS pixels.</summary>
    internal const double TextSize = 13;

    private static readonly (string Light, string Dark)[] Colours =
    [
        ("#fdfdfc", "#14161a"), ("#dcdcd6", "#343943"), ("#1a1b1e", "#e9eaec"), ("#5b5e66", "#a5abb6"),
        ("#0072b2", "#4aa8e0"), ("#c05a00", "#f0a04b"), ("#00805d", "#35c79a"), ("#a8407c", "#e08abb"), ("#2f7fa8", "#7cc8ee"), ("#7d6b00", "#e3d04a"),
    ];

    /// <summary>A colour as <c>#rrggbb</c>.</summary>
    public static string Colour(ChartTone tone, ChartTheme theme) => theme is ChartTheme.Dark ? Colours[(int)tone].Dark : Colours[(int)tone].Light;

    /// <summary>How one mark looks; null where nothing is said.</summary>
    /// <param name="Pen">Width of the line.</param>
    /// <param name="Size">Height of letters.</param>
    internal sealed record Look(ChartTone? Fill = null, ChartTone? Stroke = null, double? Pen = null, string? Dashes = null, double? Size = null, bool Bold = false, bool Halo = false)
    {
        public Look With(Look later) => new(later.Fill ?? Fill, later.Stroke ?? Stroke, later.Pen ?? Pen, later.Dashes ?? Dashes, later.Size ?? Size, Bold || later.Bold, Halo || later.Halo);
    }

    /// <summary>In the order of a style sheet: a later row goes before an earlier one. A mark has the look of every row whose classes it has.</summary>
    private static readonly (string Classes, Look Look)[] Rows =
    [
        ("text", new(ChartTone.Text, Size: TextSize)), ("head", new(Size: 19, Bold: true)), ("foot", new(ChartTone.Quiet, Size: 12)), ("tick", new(ChartTone.Quiet, Size: 12)), ("axis", new(ChartTone.Quiet, Size: 12)),
        ("value", new(Bold: true)), ("label", new(Halo: true)), ("label behind", new(ChartTone.Quiet, Size: 12)),
        ("grid", new(Stroke: ChartTone.Line, Pen: 1)), ("guide", new(Stroke: ChartTone.Line, Pen: 1, Dashes: "1 4")), ("whisker", new(Stroke: ChartTone.M0, Pen: 1.5)), ("front", new(Stroke: ChartTone.M0, Pen: 1.5)),
        ("dot", new(ChartTone.M0, ChartTone.Page, 1)), ("dot behind", new(ChartTone.Page, ChartTone.M0, 1.5)), ("step", new(Pen: 2)),
        .. Enumerable.Range(0, 6).SelectMany(i => new[]
        {
            ($"step s{i}", new Look(Stroke: ChartTone.M0 + i, Dashes: new[] { null, "7 3", "2 3", "9 3 2 3", "4 2", "1 2" }[i])), ($"dot s{i}", new Look(ChartTone.M0 + i)), ($"label s{i}", new Look(ChartTone.M0 + i)),
            ($"whisker s{i}", new Look(Stroke: ChartTone.M0 + i)),
        }),
    ];

    /// <param name="css">The classes of a mark.</param>
    internal static Look Of(string css)
    {
        var has = css.Split(' ');
        return Rows.Where(r => r.Classes.Split(' ').All(has.Contains)).Aggregate(new Look(), (look, row) => look.With(row.Look));
    }

    /// <summary>A style sheet for one file: light, and dark where the reader asks for it.</summary>
    internal static string Sheet()
    {
        var css = new StringBuilder($"text{{font-family:system-ui,'Segoe UI',Roboto,'Helvetica Neue','Liberation Sans',Arial,sans-serif;font-variant-numeric:tabular-nums}}.ground{{fill:{Colour(ChartTone.Page, ChartTheme.Light)}}}");
        foreach (var (classes, look) in Rows) css.Append(Rule(classes, look, ChartTheme.Light, all: true));
        css.Append($"@media(prefers-color-scheme:dark){{.ground{{fill:{Colour(ChartTone.Page, ChartTheme.Dark)}}}");
        foreach (var (classes, look) in Rows) css.Append(Rule(classes, look, ChartTheme.Dark, all: false));
        return css.Append('}').ToString();
    }

    private static string Rule(string classes, Look look, ChartTheme theme, bool all)
    {
        string[] says =
        [
            .. look.Fill is { } fill ? [$"fill:{Colour(fill, theme)}"] : Array.Empty<string>(), .. look.Stroke is { } stroke ? [$"stroke:{Colour(stroke, theme)}"] : Array.Empty<string>(),
            .. look.Halo ? [$"stroke:{Colour(ChartTone.Page, theme)}"] : Array.Empty<string>(),
            .. all && look.Pen is { } pen ? [$"stroke-width:{pen.ToString(CultureInfo.InvariantCulture)}"] : Array.Empty<string>(), .. all && look.Dashes is { } dashes ? [$"stroke-dasharray:{dashes}"] : Array.Empty<string>(),
            .. all && look.Size is { } size ? [$"font-size:{size.ToString(CultureInfo.InvariantCulture)}px"] : Array.Empty<string>(), .. all && look.Bold ? ["font-weight:600"] : Array.Empty<string>(),
            .. all && look.Halo ? ["paint-order:stroke", "stroke-width:3px", "stroke-linejoin:round"] : Array.Empty<string>(),
        ];
        return says.Length == 0 ? "" : $"{(classes == "text" ? "text" : "." + classes.Replace(' ', '.'))}{{{string.Join(';', says)}}}";
    }
}
