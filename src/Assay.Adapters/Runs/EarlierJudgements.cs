using Assay.Adapters.Storage;
using Assay.Adapters.Storage.Runs;
using Microsoft.Data.Sqlite;

namespace Assay.Adapters.Runs;

/// <summary>
/// What judges of earlier parts of a scoring left undone: calls that failed, or were under way when the program ended. They are asked again, and what they may have
/// cost stays with the judgement that takes their place, so that no cap is passed.
/// </summary>
internal sealed class EarlierJudgements
{
    private const string Failed = "s.value is null and s.judge is not null and json_extract(s.judge, '$.answer.outcome.kind') = 'failed'";

    private readonly Dictionary<long, decimal?> cost = [];

    /// <summary>Whether a scoring has judges that gave no answer, or replies of which nobody has said anything.</summary>
    /// <param name="calls">The replies that are to be scored.</param>
    public static bool Any(SqliteConnection connection, long scoring, IEnumerable<long> calls)
    {
        using var rows = SqliteDialect.Read(connection, $"select s.call_id, {Failed} from eval_score s where s.scoring_id = ?");
        rows.With(scoring);
        var scored = new HashSet<long>();
        while (rows.Next())
        {
            if (rows.IntOrNull(1) == 1) return true;
            scored.Add(rows.Long(0));
        }
        return calls.Any(call => !scored.Contains(call));
    }

    /// <summary>Replies of a scoring whose judge gave no answer.</summary>
    public static int Count(SqliteConnection connection, long scoring)
    {
        using var rows = SqliteDialect.Read(connection, $"select count(*) from eval_score s where s.scoring_id = ? and {Failed}");
        return rows.With(scoring).Next() ? rows.Int(0) : 0;
    }

    /// <summary>Takes back the scores of judges that failed: they are none, and count as such from now on. Nothing of the run is under way.</summary>
    public static EarlierJudgements Reopen(SqliteConnection connection, string run, long scoring)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        var failed = new List<(long Call, long? Cost)>();
        using (var rows = SqliteDialect.Read(connection, $"select s.call_id, s.judge_cost from eval_score s where s.scoring_id = ? and {Failed}"))
        {
            rows.With(scoring);
            while (rows.Next()) failed.Add((rows.Long(0), rows.LongOrNull(1)));
        }
        using (var forget = SqliteDialect.Statement(connection, "delete from eval_judging where scoring_id = ? and call_id = ?"))
        using (var spent = SqliteDialect.Insert(connection, "eval_judging", 4))
        using (var take = SqliteDialect.Statement(connection, "delete from eval_score where scoring_id = ? and call_id = ?"))
        {
            foreach (var (call, usd) in failed)
            {
                forget.With(scoring).With(call).Row();
                spent.With((long?)null).With(scoring).With(call).With(usd).Row();
                take.With(scoring).With(call).Row();
            }
        }
        if (failed.Count > 0)
        {
            using var changed = SqliteDialect.Statement(connection, "update eval_run set version = version + 1 where id = ?");
            changed.With(run).Row();
        }
        transaction.Commit();
        return Read(connection, scoring);
    }

    /// <summary>The judgement with what earlier ones of the same reply cost; not known where that of one of them is not.</summary>
    public Judgement? With(long call, Judgement? judge) => judge is not null && cost.TryGetValue(call, out var earlier) ? judge with { AtMost = judge.AtMost + earlier } : judge;

    private static EarlierJudgements Read(SqliteConnection connection, long scoring)
    {
        var earlier = new EarlierJudgements();
        using var rows = SqliteDialect.Read(connection, """
            select j.call_id, case when count(*) = count(j.at_most) then sum(j.at_most) end from eval_judging j
            where j.scoring_id = ?1 and not exists (select 1 from eval_score s where s.scoring_id = j.scoring_id and s.call_id = j.call_id) group by 1
            """);
        rows.With(scoring);
        while (rows.Next()) earlier.cost[rows.Long(0)] = RunForm.OfPico(rows.LongOrNull(1));
        return earlier;
    }
}
