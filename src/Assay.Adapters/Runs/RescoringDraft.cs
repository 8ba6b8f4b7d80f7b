using Assay.Adapters.Storage;
using Assay.Adapters.Storage.Runs;
using Assay.Evaluation;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Assay.Adapters.Runs;

/// <summary>
/// A scoring that judges are at work on. It lies beside the run's scorings under a number below zero, where nobody takes it for one; when every reply has its score it becomes
/// one. Whoever stops in between goes on with the same words later: what a judge said is not asked again, and what it cost is not forgotten. Where the newest scoring has
/// the same words and judges in it gave no answer, that scoring is gone on with: it stays the newest, and gets what it lacks.
/// </summary>
internal sealed record RescoringDraft(long Id, string Run)
{
    /// <summary>Whether it is a scoring already, of which only something is missing.</summary>
    public bool IsScoring => Id > 0;

    /// <summary>The draft of these words, or the newest scoring of the same where judges in it gave no answer; begun where there is neither.</summary>
    /// <param name="calls">The replies that are to be scored.</param>
    public static RescoringDraft Of(SqliteConnection connection, string run, string words, DateTimeOffset now, IEnumerable<long> calls)
    {
        var newest = connection.QuerySingleOrDefault<long?>("select id from eval_scoring where run_id = @run and id > 0 and words = @words and id = (select max(id) from eval_scoring where run_id = @run)", new { run, words });
        return newest is { } there && EarlierJudgements.Any(connection, there, calls) ? new(there, run) : Begun(connection, run, words, now);
    }

    private static RescoringDraft Begun(SqliteConnection connection, string run, string words, DateTimeOffset now) =>
        new(connection.QuerySingleOrDefault<long?>("select max(id) from eval_scoring where run_id = @run and id < 0 and words = @words", new { run, words })
            ?? connection.ExecuteScalar<long>("insert into eval_scoring (id, run_id, at, words) values ((select min(0, coalesce(min(id), 0)) - 1 from eval_scoring), @run, @at, @words) returning id", new { run, at = RunForm.Write(now), words }), run);

    /// <summary>The scores that are there, by call; of a scoring those of every scorer.</summary>
    public Dictionary<long, TrialState> Scored(SqliteConnection connection, string scorer) =>
        connection.Query<(long Call, double? Value, long? Passed)>("select call_id, value, passed from eval_score where scoring_id = @Id and (@Id > 0 or scorer = @scorer)", new { Id, scorer })
            .ToDictionary(s => s.Call, s => s.Value is null ? TrialState.Unscored : s.Passed switch { 1 => TrialState.Passed, 0 => TrialState.Failed, _ => TrialState.Graded });

    /// <summary>What judges of earlier parts cost, so that a cap over all of them is never passed.</summary>
    public EarlierSpend Spent(SqliteConnection connection)
    {
        using var rows = SqliteDialect.Read(connection, """
            select coalesce(sum(usd), 0), coalesce(sum(usd is null), 0) from (
              select judge_cost usd from eval_score where scoring_id = ?1 and judge is not null
              union all
              select j.at_most from eval_judging j where j.scoring_id = ?1 and not exists (select 1 from eval_score s where s.scoring_id = j.scoring_id and s.call_id = j.call_id))
            """);
        rows.With(Id).Next();
        return new(RunForm.OfPico(rows.Long(0))!.Value, rows.Int(1));
    }

    /// <summary>Makes it the newest scoring of the run. Within a transaction of the caller's.</summary>
    /// <param name="calls">The replies that it is of; scores of others, of which a newer try came meanwhile, do not count.</param>
    public long Become(SqliteConnection connection, DateTimeOffset now, string words, IReadOnlySet<long> calls)
    {
        if (IsScoring) return Id;
        var scoring = RunStore.Score(connection, Run, now, words);
        connection.Execute("update eval_judging set scoring_id = @scoring where scoring_id = @Id", new { scoring, Id });
        connection.Execute("update eval_score set scoring_id = @scoring where scoring_id = @Id and call_id = @call", calls.Select(call => new { scoring, Id, call }));
        connection.Execute("delete from eval_scoring where id = @Id", new { Id });
        return scoring;
    }
}
