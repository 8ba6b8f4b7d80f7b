using Assay.Vision.Texts;

namespace Assay.Vision;

/// <summary>
/// Two texts as a row of segments: what both have, what only the first has, what only the second has. The segments of a side, joined, are that side's
/// text after normalisation.
/// </summary>
/// <param name="By">What was compared: characters, or words where the texts are too long for characters.</param>
public sealed record TextDiff(IReadOnlyList<DiffSegment> Segments, DiffUnit By)
{
    private const long MostCells = 1_000_000_000;

    /// <param name="normal"><see cref="TextNormal.Lines"/> where none is given.</param>
    public static TextDiff Of(string a, string b, TextNormal? normal = null)
    {
        normal ??= TextNormal.Lines;
        (a, b) = (normal.Apply(a), normal.Apply(b));
        var characters = TextParts.Characters(a, b);
        if (Cells(characters) <= MostCells) return new(Segmented(characters), DiffUnit.Characters);
        var words = TextParts.WordsAndBlanks(a, b);
        if (Cells(words) <= MostCells) return new(Segmented(words), DiffUnit.Words);
        return new([new(DiffKind.OnlyA, a), new(DiffKind.OnlyB, b)], DiffUnit.None);
    }

    private static long Cells(TextParts parts)
    {
        var (a, b) = (parts.A.Ids, parts.B.Ids);
        var same = a.AsSpan().CommonPrefixLength(b);
        return (long)(a.Length - same) * (b.Length - same);
    }

    private static DiffSegment[] Segmented(TextParts parts)
    {
        List<DiffSegment> segments = [];
        var (atA, atB) = (0, 0);
        foreach (var run in Readable(Alignment.Of(parts.A.Ids, parts.B.Ids, parts.Kinds)))
        {
            if (run.A > 0) segments.Add(new(run.IsSame ? DiffKind.Same : DiffKind.OnlyA, Join(parts.A.Texts, atA, run.A)));
            if (run.B > 0 && !run.IsSame) segments.Add(new(DiffKind.OnlyB, Join(parts.B.Texts, atB, run.B)));
            atA += run.A;
            atB += run.B;
        }
        return [.. segments];
    }

    /// <summary>
    /// Two texts that differ much still share letters here and there; shown, they read as noise. What is the same between two changes and no longer
    /// than the longer side of either is taken into one change.
    /// </summary>
    private static List<Alignment.Run> Readable(List<Alignment.Run> runs)
    {
        List<Alignment.Run> readable = [];
        foreach (var run in runs)
        {
            readable.Add(run);
            while (readable is [.., { IsSame: false } before, { IsSame: true } same, { IsSame: false } after] && same.A <= Math.Max(before.A, before.B) && same.A <= Math.Max(after.A, after.B))
            {
                readable.RemoveRange(readable.Count - 3, 3);
                readable.Add(new(false, before.A + same.A + after.A, before.B + same.B + after.B));
            }
        }
        return readable;
    }

    private static string Join(IReadOnlyList<string> parts, int from, int count) => string.Concat(parts.Skip(from).Take(count));
}

/// <param name="Text">Never empty.</param>
public sealed record DiffSegment(DiffKind Kind, string Text);

public enum DiffKind
{
    Same = 0,
    OnlyA = 1,
    OnlyB = 2,
}

/// <summary>By what texts were compared.</summary>
public enum DiffUnit
{
    /// <summary>Not at all: they are too long, and shown one after the other.</summary>
    None = 0,

    /// <summary>Grapheme clusters.</summary>
    Characters = 1,

    Words = 2,
}
