using System.Collections;
using Assay.Adapters.Storage;
using Assay.Adapters.Storage.Runs;
using Assay.Evaluation;
using Microsoft.Data.Sqlite;

namespace Assay.Adapters.Runs;

/// <summary>What earlier parts of a run leave to be done.</summary>
internal sealed class EarlierTrials
{
    private readonly BitArray ended;
    private readonly Dictionary<TrialKey, int> tries = [];
    private readonly int perModel, repetitions;

    private EarlierTrials(Run run)
    {
        repetitions = run.Settings.Repetitions;
        perModel = checked(run.Samples * repetitions);
        ended = new(checked(perModel * run.Models.Count));
    }

    /// <summary>Answers without a score: the program ended in between, or a judge was under way.</summary>
    public List<(TrialKey Key, long Call)> NotScored { get; } = [];

    /// <summary>Whether anything was asked before.</summary>
    public bool Any { get; private set; }

    /// <summary>Calls without an end, of all tries: they may have been paid for.</summary>
    public int Interrupted { get; private set; }

    public static EarlierTrials Read(SqliteConnection connection, Run run, long scoring)
    {
        var earlier = new EarlierTrials(run);
        using var rows = SqliteDialect.Read(connection, """
            select c.model, c.sample, c.repetition, c.try, c.id, a.outcome, a.stop, s.call_id is not null
            from eval_call c left join eval_answer a on a.call_id = c.id left join eval_score s on s.scoring_id = ? and s.call_id = c.id
            where c.run_id = ? order by c.model, c.sample, c.repetition, c.try
            """);
        rows.With(scoring).With(run.Id);
        while (rows.Next())
        {
            earlier.Any = true;
            var key = new TrialKey(rows.Int(0), rows.Int(1), rows.Int(2));
            if (rows.TextOrNull(5) is var outcome && outcome is null or "cancelled") earlier.Interrupted++;
            if (outcome != "replied")
            {
                earlier.tries[key] = rows.Int(3);
                continue;
            }
            earlier.ended[earlier.Place(key)] = true;
            if (rows.Int(7) == 0 && rows.TextOrNull(6) is not ("refusal" or "content_filter")) earlier.NotScored.Add((key, rows.Long(4)));
        }
        return earlier;
    }

    public bool Has(TrialKey key) => ended[Place(key)];

    /// <summary>Number of the next try.</summary>
    public int NextTry(TrialKey key) => tries.GetValueOrDefault(key) + 1;

    private int Place(TrialKey key) => key.Model * perModel + key.Sample * repetitions + key.Repetition;
}
