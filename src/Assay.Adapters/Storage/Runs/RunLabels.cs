using Assay.Evaluation;
using Dapper;

namespace Assay.Adapters.Storage.Runs;

/// <summary>What people say of the answers of runs. Thread-safe.</summary>
public sealed class RunLabels(RunStore runs)
{
    /// <summary>Of the newest try of each trial.</summary>
    /// <param name="run">Its whole id.</param>
    /// <param name="sample">The place of one sample; null for all.</param>
    public IReadOnlyList<HumanLabel> Of(string run, int? sample = null) => runs.Store.Guard(() =>
    {
        using var connection = runs.Store.Connect();
        return connection.Query<(int Model, int Sample, int Repetition, string Person, long Passed)>("""
            select c.model, c.sample, c.repetition, l.person, l.passed from eval_call c join eval_label l on l.call_id = c.id
            where c.run_id = @run and (@sample is null or c.sample = @sample) and not exists (select 1 from eval_call n where n.run_id = c.run_id and n.model = c.model and n.sample = c.sample and n.repetition = c.repetition and n.try > c.try)
            order by c.sample, c.model, c.repetition, l.person
            """, new { run, sample }).Select(l => new HumanLabel(new(l.Model, l.Sample, l.Repetition), l.Person, l.Passed == 1)).ToArray();
    });

    /// <summary>Keeps labels, all or none; a person's earlier word on the same answer is replaced.</summary>
    /// <returns>Those that name a trial without an answer; where there are any nothing is kept.</returns>
    public IReadOnlyList<HumanLabel> Put(string run, IReadOnlyList<HumanLabel> labels) => runs.Store.Guard(() =>
    {
        using var connection = runs.Store.Connect();
        using var transaction = connection.BeginTransaction(deferred: false);
        var at = RunForm.Write(runs.Store.Time.GetUtcNow());
        var without = new List<HumanLabel>();
        foreach (var label in labels)
        {
            var call = connection.ExecuteScalar<long?>("""
                select c.id from eval_call c join eval_answer a on a.call_id = c.id and a.outcome = 'replied'
                where c.run_id = @run and c.model = @Model and c.sample = @Sample and c.repetition = @Repetition order by c.try desc limit 1
                """, new { run, label.Key.Model, label.Key.Sample, label.Key.Repetition });
            if (call is null) without.Add(label);
            else connection.Execute("insert into eval_label values (@call, @Person, @Passed, @at) on conflict (call_id, person) do update set passed = excluded.passed, at = excluded.at", new { call, label.Person, Passed = label.Passed ? 1 : 0, at });
        }
        if (without.Count > 0) return without;
        connection.Execute("update eval_run set version = version + 1 where id = @run", new { run });
        transaction.Commit();
        return without;
    });
}
