using Assay.Units;

namespace Assay.Search.Box.Phrases;

/// <summary>"released in 2026", "since June 2025", "after 2025-06", "from last year": days of release, the only dates that need no name.</summary>
internal sealed class Dates : IPhrase
{
    private static readonly string[] Months = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    public Phrase? Read(ConditionLine line, int at)
    {
        var next = at;
        var named = line.Is(next, "released", "launched", "published", "came", "new");
        if (named) next++;
        if (named && line.Is(next, "out")) next++;
        // "from 2026" is of that year, not since it.
        var within = line.Is(next, "in", "during", "from", "of");
        var (sign, words) = within ? (null, 1) : line.Sign(next);
        next += words;
        if (!named && words == 0) return null;
        if (Date(line, ref next) is not { } date) return null;
        if (line.SignBehind(next) is (not null and var behind, var more)) (sign, next) = (behind, next + more);
        // A bare number after a sign may be anything but a year of our days.
        return date.Year is < 2015 or > 2100 || (!named && line.Is(next, "context", "tokens", "token", "parameters", "params")) ? null : new(next - at, $"released {Operators.Sign(sign ?? Operator.Equal)} {date}");
    }

    private static PartialDate? Date(ConditionLine line, ref int at)
    {
        if (PartialDate.TryParse(line[at], out var date))
        {
            at++;
            return date;
        }
        if (Month(line[at]) is { } month && PartialDate.TryParse(line[at + 1], out var year) && year.Precision == 1)
        {
            at += 2;
            return new(year.Year, month);
        }
        PartialDate? told = line.Join(at, 2) switch
        {
            "this year" => new(line.Today.Year), "last year" when line.Today.Year > 1 => new(line.Today.Year - 1), "this month" => new(line.Today.Year, line.Today.Month),
            "last month" when line.Today.DayNumber > 40 => line.Today.AddMonths(-1) is var before ? new(before.Year, before.Month) : null, _ => null,
        };
        if (told is not null) at += 2;
        return told;
    }

    private static int? Month(string word) => word.Length >= 3 && Array.FindIndex(Months, m => m == word || (m[..3] == word)) is >= 0 and var i ? i + 1 : null;
}
