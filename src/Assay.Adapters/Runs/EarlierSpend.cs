using Assay.Adapters.Storage;
using Assay.Adapters.Storage.Runs;
using Microsoft.Data.Sqlite;

namespace Assay.Adapters.Runs;

/// <summary>What earlier parts of a run have cost, judges included, counted so that a cap is never passed: what is not known counts at its most.</summary>
/// <param name="Usd">US dollars.</param>
/// <param name="Unknown">Calls that were made without a cap and whose cost cannot be told.</param>
internal sealed record EarlierSpend(decimal Usd, int Unknown)
{
    public static EarlierSpend Of(SqliteConnection connection, string run)
    {
        // Calls with an answer; calls without one, each attempt at its most; judges with a score; judges without.
        using var rows = SqliteDialect.Read(connection, """
            select coalesce(sum(usd), 0), sum(usd is null) from (
              select coalesce(a.at_most, a.cost) usd from eval_call c join eval_answer a on a.call_id = c.id where c.run_id = ?1
              union all
              select c.at_most * (1 + (select count(*) from eval_retry r where r.call_id = c.id)) from eval_call c where c.run_id = ?1 and not exists (select 1 from eval_answer a where a.call_id = c.id)
              union all
              select s.judge_cost from eval_score s join eval_scoring g on g.id = s.scoring_id where g.run_id = ?1 and s.judge is not null
              union all
              select j.at_most from eval_judging j join eval_scoring g on g.id = j.scoring_id
                where g.run_id = ?1 and not exists (select 1 from eval_score s where s.scoring_id = j.scoring_id and s.call_id = j.call_id))
            """);
        rows.With(run).Next();
        return new(RunForm.OfPico(rows.Long(0))!.Value, rows.IntOrNull(1) ?? 0);
    }
}
