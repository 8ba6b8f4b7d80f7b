using Assay.Adapters.Engines.Pictures;

namespace Assay.Adapters.Engines.Ocr;

/// <summary>Text with its place in the picture.</summary>
internal sealed record PlacedText(string Text, float Score, Quad Quad);

/// <summary>
/// Pieces of text in the order of reading: rows from the top, in each from the left. Pieces that continue each other best become a row first, and
/// no two pieces of a row lie above each other. Columns are not told apart.
/// </summary>
internal static class ReadingOrder
{
    /// <summary>A piece continues another where its middle is off the other's line by less than this part of the smaller one's height.</summary>
    private const double SameRow = 0.6;

    /// <summary>Pieces that lie above each other by more than this part of the narrower one are not on one row.</summary>
    private const double Overlap = 0.3;

    /// <summary>A piece of this many heights' width shows how its own row leans.</summary>
    private const double Long = 4;

    public static IReadOnlyList<IReadOnlyList<PlacedText>> Rows(IReadOnlyList<PlacedText> pieces)
    {
        var lean = Lean(pieces);
        var rowOf = pieces.ToDictionary(p => p, p => new List<PlacedText> { p }, (IEqualityComparer<PlacedText>)ReferenceEqualityComparer.Instance);
        foreach (var (a, b) in Pairs(pieces, lean))
        {
            var (first, second) = (rowOf[a], rowOf[b]);
            if (first == second || !first.TrueForAll(p => second.TrueForAll(q => MayStandBeside(p.Quad, q.Quad)))) continue;
            first.AddRange(second);
            foreach (var piece in second) rowOf[piece] = first;
        }
        return [.. rowOf.Values.Distinct().OrderBy(r => r.Average(p => p.Quad.Centre.Y - lean * p.Quad.Centre.X)).Select(r => r.OrderBy(p => p.Quad.Centre.X).ToArray())];
    }

    /// <summary>Pieces that continue each other, the best first.</summary>
    private static IEnumerable<(PlacedText A, PlacedText B)> Pairs(IReadOnlyList<PlacedText> pieces, double lean) =>
        pieces.SelectMany((a, i) => pieces.Skip(i + 1).Select(b => (A: a, B: b, Off: Off(a.Quad, b.Quad, lean)))).Where(p => p.Off < SameRow).OrderBy(p => p.Off).Select(p => (p.A, p.B));

    /// <summary>How far one is off the line of the longer one, in heights of the smaller.</summary>
    private static double Off(Quad a, Quad b, double lean)
    {
        var (longer, between) = (a.Width >= b.Width ? a : b, b.Centre - a.Centre);
        if (longer.Width >= Long * longer.Height && Slope(longer) is { } own) lean = own;
        return Math.Abs(between.Y - lean * between.X) / Math.Min(a.Height, b.Height);
    }

    /// <summary>How far the page leans: the slope of its pieces, the long ones counting more.</summary>
    private static double Lean(IReadOnlyList<PlacedText> pieces)
    {
        var sides = pieces.Where(p => Slope(p.Quad) is not null).OrderBy(p => Slope(p.Quad)).ToArray();
        var (half, sum) = (sides.Sum(s => s.Quad.Width) / 2, 0.0);
        foreach (var side in sides)
            if ((sum += side.Quad.Width) >= half) return Slope(side.Quad)!.Value;
        return 0;
    }

    /// <summary>Null for a piece that stands.</summary>
    private static double? Slope(Quad quad) => quad.UpperRight - quad.UpperLeft is var side && side.X > Math.Abs(side.Y) ? side.Y / side.X : null;

    private static bool MayStandBeside(Quad a, Quad b)
    {
        var (first, second) = (a.Bounds(), b.Bounds());
        var shared = Math.Min(first.Right, second.Right) - Math.Max(first.Left, second.Left);
        return shared <= Overlap * Math.Min(first.Right - first.Left, second.Right - second.Left);
    }
}
