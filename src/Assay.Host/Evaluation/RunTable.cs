using System.Globalization;
using Assay.Host.Cli.Text;
using Assay.Units;

namespace Assay.Host.Evaluation;

/// <summary>
/// How far a run is as lines for a terminal, none longer than it is wide. Columns that have nothing to tell are left out; where it is narrow the interval goes first, and
/// then the names of models are cut in front, where those of one provider are alike.
/// </summary>
public static class RunTable
{
    private const int ShortestName = 12;
    private const string Gap = "  ";

    public static IReadOnlyList<string> Lines(RunningView view, int width)
    {
        // The last column stays free: a terminal that is full to it may begin a new line.
        width = Math.Max(20, width - 1);
        var rows = Rows(view, withInterval: true);
        if (Needed(rows, ShortestName) > width) rows = Rows(view, withInterval: false);
        var name = Math.Min(rows.Max(r => r[0].Length), Math.Max(ShortestName, width - Needed(rows, 0)));
        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(c => c == 0 ? name : rows.Max(r => r[c].Length))];
        return [.. rows.Select(r => Cut(string.Join(Gap, r.Select((cell, c) => c == 0 ? Name(cell, name).PadRight(name) : cell.PadLeft(widths[c]))).TrimEnd(), width))];
    }

    /// <summary>No more than so many letters.</summary>
    public static string Cut(string line, int width) => line.Length <= width ? line : line[..(width - 1)] + "…";

    private static string[][] Rows(RunningView view, bool withInterval)
    {
        var models = view.Models;
        (string Head, Func<RunningModel, string> Of)[] columns =
        [
            ("model", m => Document.Safe(m.Model).ReplaceLineEndings(" ")), ("done", m => $"{Format.Exact(m.Ended)}/{Format.Exact(m.Trials)}"),
            .. Column(models, "passed", m => m.Passed + m.Failed, m => withInterval ? Passed(m) : Format.Exact(m.Passed)), .. Column(models, "failed", m => m.Passed + m.Failed, m => Format.Exact(m.Failed)),
            .. Some(models, "measured", m => m.Graded), .. Some(models, "unscored", m => m.Unscored), .. Some(models, "refused", m => m.Refused), .. Some(models, "no answer", m => m.Errored), .. Some(models, "waiting", m => m.Waiting),
            ("cost", m => Cost(m)),
        ];
        return [[.. columns.Select(c => c.Head)], .. models.Select(m => columns.Select(c => c.Of(m)).ToArray())];
    }

    private static IEnumerable<(string, Func<RunningModel, string>)> Some(IReadOnlyList<RunningModel> models, string head, Func<RunningModel, int> count) => Column(models, head, count, m => Format.Exact(count(m)));

    private static IEnumerable<(string, Func<RunningModel, string>)> Column(IReadOnlyList<RunningModel> models, string head, Func<RunningModel, int> count, Func<RunningModel, string> cell) =>
        models.Any(m => count(m) > 0) ? [(head, cell)] : [];

    /// <summary>"$0.12", with a plus where there is more that cannot be told; the line below says it in words.</summary>
    private static string Cost(RunningModel m) => m.UnknownCost == 0 ? Format.Usd(m.Usd) : m.Usd == 0 ? "?" : Format.Usd(m.Usd) + "+";

    /// <summary>"81 (75–86 %)".</summary>
    private static string Passed(RunningModel m) => RunLines.Passed(m);

    private static int Needed(string[][] rows, int name) => name + Enumerable.Range(1, rows[0].Length - 1).Sum(c => Gap.Length + rows.Max(r => r[c].Length));

    private static string Name(string name, int width) => name.Length <= width ? name : "…" + name[(name.Length - width + 1)..];
}
