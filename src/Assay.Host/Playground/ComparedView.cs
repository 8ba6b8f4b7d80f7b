using Assay.Vision;

namespace Assay.Host.Playground;

/// <summary>Two replies of a turn against each other.</summary>
public sealed record ComparedView
{
    /// <summary>Place of a lane, or <c>reference</c>.</summary>
    public required string A { get; init; }

    /// <inheritdoc cref="A"/>
    public required string B { get; init; }

    /// <summary>Boxes that overlap enough to be the same object; null where the task asks for none.</summary>
    public IReadOnlyList<BoxPairView>? Both { get; init; }

    public IReadOnlyList<BoxView>? OnlyA { get; init; }
    public IReadOnlyList<BoxView>? OnlyB { get; init; }

    /// <summary>The texts as a row of pieces; null where the task asks for none.</summary>
    public IReadOnlyList<DiffView>? Diff { get; init; }

    /// <summary><c>characters</c>, <c>words</c> or <c>none</c>: what was compared.</summary>
    public string? DiffBy { get; init; }

    /// <summary>Null where there are no two replies to compare.</summary>
    public static ComparedView? Of(TurnView turn, ReadingQuery query)
    {
        if (query is not { A: { } a, B: { } b } || a == b) return null;
        return turn.Task switch
        {
            "detect" => Boxes(turn, query, a, b),
            "ocr" => Texts(turn, a, b),
            _ => null,
        };
    }

    private static ComparedView? Boxes(TurnView turn, ReadingQuery query, int a, int b)
    {
        if (a < 0 || b < 0 || turn.Lanes[a].Reading is not { State: not "unreadable" } first || turn.Lanes[b].Reading is not { State: not "unreadable" } second) return null;
        var match = BoxMatching.Match([.. Shown(first, query.Min).Select(x => x.Detection())], [.. Shown(second, query.Min).Select(x => x.Detection())], query.Iou);
        return new()
        {
            A = ReadingQuery.Word(a), B = ReadingQuery.Word(b), Both = [.. match.Both.OrderByDescending(p => p.Iou).Select(p => new BoxPairView(BoxView.Of(p.A), BoxView.Of(p.B), p.Iou, LabelForm.Same(p.A.Label, p.B.Label)))],
            OnlyA = [.. match.OnlyA.Select(BoxView.Of)], OnlyB = [.. match.OnlyB.Select(BoxView.Of)],
        };
    }

    /// <summary>Boxes at or above a score; a box without a score is never left out for it.</summary>
    public static IEnumerable<BoxView> Shown(ReadingView reading, double least) => reading.Boxes.Where(b => b.Score is not { } score || score >= least);

    private static ComparedView? Texts(TurnView turn, int a, int b)
    {
        string? Text(int place) => place == ReadingQuery.Reference ? turn.Reference : turn.Lanes[place].Text is { } reply ? TextReading.Read(reply) : null;
        if (Text(a) is not { } first || Text(b) is not { } second) return null;
        var diff = TextDiff.Of(first, second);
        return new()
        {
            A = ReadingQuery.Word(a), B = ReadingQuery.Word(b), DiffBy = TurnViewBuilder.Word(diff.By),
            Diff = [.. diff.Segments.Select(s => new DiffView(TurnViewBuilder.Word(s.Kind), s.Text))],
        };
    }
}

/// <param name="SameLabel">Whether the two labels mean the same.</param>
public sealed record BoxPairView(BoxView A, BoxView B, double Iou, bool SameLabel);

/// <param name="Kind"><c>same</c>, <c>only_a</c> or <c>only_b</c>.</param>
public sealed record DiffView(string Kind, string Text);

/// <summary>How far a reply is from the reference.</summary>
/// <param name="Rate">Errors over the length of the reference; null where it cannot be computed.</param>
/// <param name="Why">Why it cannot.</param>
public sealed record RateView(int? Errors, int? Length, double? Rate, string? Why)
{
    public static RateView Of(TextRate rate) => rate switch
    {
        TextRate.Computed c => new(c.Errors, c.Length, c.Rate, null),
        TextRate.NotComputable n => new(null, null, null, n.Why),
        _ => throw new ArgumentOutOfRangeException(nameof(rate)),
    };
}
