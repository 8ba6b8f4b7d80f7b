using System.Globalization;
using Assay.Playground;
using Assay.Units;
using Assay.Vision;

namespace Assay.Host.Playground;

/// <summary>How the replies of a turn are read and compared: <c>a</c>, <c>b</c>, <c>iou</c>, <c>min</c>, <c>frame0</c> to <c>frame7</c>. The address keeps it.</summary>
public sealed record ReadingQuery
{
    public const double UsualIou = 0.5, UsualScore = 0.3;

    /// <summary>Places of the two lanes that are compared; null where there are not two. <see cref="Reference"/> is the text that the user gave.</summary>
    public int? A { get; init; }

    /// <inheritdoc cref="A"/>
    public int? B { get; init; }

    /// <summary>In place of a lane: the reference.</summary>
    public const int Reference = -1;

    /// <summary>Least overlap of two boxes that are the same, above 0 to 1.</summary>
    public double Iou { get; init; } = UsualIou;

    /// <summary>Boxes with a lower score are left out, 0 to 1; boxes without a score stay.</summary>
    public double Min { get; init; } = UsualScore;

    /// <summary>Conventions chosen by hand, by place.</summary>
    public IReadOnlyDictionary<int, BoxFrame> Frames { get; init; } = new Dictionary<int, BoxFrame>();

    public IReadOnlyList<string> Problems { get; init; } = [];

    public static ReadingQuery From(IQueryCollection query, Turn turn)
    {
        var problems = new List<string>();
        var frames = new Dictionary<int, BoxFrame>();
        foreach (var lane in turn.Lanes)
        {
            if (query[$"frame{lane.Place}"].ToString() is not { Length: > 0 } id) continue;
            if (BoxFrames.Find(id) is { } frame) frames[lane.Place] = frame;
            else problems.Add($"frame{lane.Place} '{id}' is not a convention of boxes. Allowed: {string.Join(", ", BoxFrames.All.Select(f => f.Id))}.");
        }
        int[] answered = [.. turn.Lanes.Where(l => l.Transcript?.Text is not null).Select(l => l.Place)];
        var toReference = turn.Reference is not null && answered.Length == 1;
        return new()
        {
            A = Lane(query, "a", turn, problems) ?? (toReference ? Reference : answered.Length > 0 ? answered[0] : null), B = Lane(query, "b", turn, problems) ?? (answered.Length > 1 ? answered[1] : toReference ? answered[0] : null),
            Iou = Share(query, "iou", UsualIou, problems) is var iou && iou > 0 ? iou : UsualIou, Min = Share(query, "min", UsualScore, problems), Frames = frames, Problems = problems,
        };
    }

    private static int? Lane(IQueryCollection query, string name, Turn turn, List<string> problems)
    {
        if (query[name].ToString() is not { Length: > 0 } text) return null;
        if (text == "reference" && turn.Reference is not null) return Reference;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place < turn.Lanes.Count) return place;
        problems.Add($"{name} '{text}' is not a lane of this turn: lanes are 0 to {turn.Lanes.Count - 1}.");
        return null;
    }

    private static double Share(IQueryCollection query, string name, double usual, List<string> problems)
    {
        if (query[name].ToString() is not { Length: > 0 } text) return usual;
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share is >= 0 and <= 1) return share;
        problems.Add($"{name} '{text}' is not from 0 to 1: write {name}=0.5.");
        return usual;
    }

    /// <summary>The query of an address that keeps all this, with a change.</summary>
    public string Address(int? place = null, string? frame = null)
    {
        var parts = new List<string>();
        if (A is { } a) parts.Add("a=" + Word(a));
        if (B is { } b) parts.Add("b=" + Word(b));
        if (Iou != UsualIou) parts.Add("iou=" + Iou.ToString(CultureInfo.InvariantCulture));
        if (Min != UsualScore) parts.Add("min=" + Min.ToString(CultureInfo.InvariantCulture));
        foreach (var (at, chosen) in Frames.Where(f => f.Key != place)) parts.Add($"frame{at}={chosen.Id}");
        if (frame is not null) parts.Add($"frame{place}={frame}");
        return "?" + string.Join('&', parts);
    }

    public static string Word(int place) => place == Reference ? "reference" : Format.Exact(place);
}
