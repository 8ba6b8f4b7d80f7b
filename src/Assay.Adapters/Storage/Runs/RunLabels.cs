using Assay.Evaluation;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Assay.Adapters.Storage.Runs;

/// <summary>What people say of the answers of runs. Thread-safe.</summary>
public sealed class RunLabels(RunStore runs)
{
    /// <summary>Of the newest try of each trial, by sample.</summary>
    /// <param name="run">Its whole id.</param>
    public IReadOnlyList<HumanLabel> Of(string run) => runs.Store.Guard(() =>
    {
        using var connection = runs.Store.Connect();
        // From the labels to their calls: there are few of them beside the calls of a run.
        return connection.Query<(int Model, int Sample, int Repetition, string Person, long Passed, string? Note)>("""
            select c.model, c.sample, c.repetition, l.person, l.passed, l.note from eval_label l cross join eval_call c on c.id = l.call_id
            where c.run_id = @run and not exists (select 1 from eval_call n where n.run_id = c.run_id and n.model = c.model and n.sample = c.sample and n.repetition = c.repetition and n.try > c.try)
            order by c.sample, c.model, c.repetition, l.person
            """, new { run }).Select(l => new HumanLabel(new(l.Model, l.Sample, l.Repetition), l.Person, l.Passed == 1) { Note = l.Note }).ToArray();
    });

    /// <summary>Keeps labels, all or none; a person's earlier word on the same answer is replaced, note and all.</summary>
    /// <returns>Those that name a trial without an answer; where there are any nothing is kept.</returns>
    /// <exception cref="ArgumentException">A note is longer than <see cref="HumanLabel.LongestNote"/>.</exception>
    public IReadOnlyList<HumanLabel> Put(string run, IReadOnlyList<HumanLabel> labels) => runs.Store.Guard(() =>
    {
        using var connection = runs.Store.Connect();
        using var transaction = connection.BeginTransaction(deferred: false);
        var without = Put(connection, run, RunForm.Write(runs.Store.Time.GetUtcNow()), labels);
        if (without.Count == 0) transaction.Commit();
        return without;
    });

    /// <summary>Within a transaction of the caller's.</summary>
    internal static List<HumanLabel> Put(SqliteConnection connection, string run, string at, IReadOnlyList<HumanLabel> labels)
    {
        var without = new List<HumanLabel>();
        foreach (var label in labels)
        {
            if (label.Note is { Length: > HumanLabel.LongestNote }) throw new ArgumentException($"The note of {label.Person} has {label.Note.Length} letters; allowed are {HumanLabel.LongestNote}.", nameof(labels));
            var call = connection.ExecuteScalar<long?>("""
                select c.id from eval_call c join eval_answer a on a.call_id = c.id and a.outcome = 'replied'
                where c.run_id = @run and c.model = @Model and c.sample = @Sample and c.repetition = @Repetition order by c.try desc limit 1
                """, new { run, label.Key.Model, label.Key.Sample, label.Key.Repetition });
            if (call is null) without.Add(label);
            else connection.Execute("insert into eval_label (call_id, person, passed, at, note) values (@call, @Person, @Passed, @at, @Note) on conflict (call_id, person) do update set passed = excluded.passed, at = excluded.at, note = excluded.note", new { call, label.Person, Passed = label.Passed ? 1 : 0, at, label.Note });
        }
        if (labels.Count > 0) connection.Execute("update eval_run set labels = labels + 1 where id = @run", new { run });
        return without;
    }
}
