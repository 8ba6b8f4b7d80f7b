using Assay.Adapters.Storage.Turns;
using Assay.Calls;
using Assay.Evaluation;
using Microsoft.Data.Sqlite;

namespace Assay.Adapters.Storage.Runs;

/// <summary>Trials read from one connection: the figures of all, the texts of some.</summary>
internal sealed class TrialRows(SqliteConnection connection, string run)
{
    /// <summary>The newest try of every trial that was asked.</summary>
    public IReadOnlyList<TrialResult> Results(long scoring)
    {
        using var rows = SqliteDialect.Read(connection, """
            select c.model, c.sample, c.repetition, a.outcome, a.stop, a.first_token, a.latency, a.attempts, a.input_tokens, a.output_tokens, a.cost, a.cached_from is not null, s.passed, s.value
            from eval_call c left join eval_answer a on a.call_id = c.id left join eval_score s on s.scoring_id = ? and s.call_id = c.id
            where c.run_id = ? order by c.model, c.sample, c.repetition, c.try
            """);
        rows.With(scoring).With(run);
        var results = new List<TrialResult>();
        while (rows.Next())
        {
            var result = Result(rows);
            // Tries follow one another: the last one counts.
            if (results.Count > 0 && results[^1].Key == result.Key) results[^1] = result;
            else results.Add(result);
        }
        return results;
    }

    /// <summary>Those of these trials that were asked, in the order given.</summary>
    public IReadOnlyList<RecordedTrial> Trials(IReadOnlyList<TrialKey> keys, long scoring)
    {
        using var rows = SqliteDialect.Read(connection, """
            select c.try, c.started, a.text, a.cached_from is not null, e.record, s.scorer, s.value, s.passed, s.why, s.read, s.judge
            from eval_call c left join eval_answer a on a.call_id = c.id left join eval_exchange e on e.call_id = c.id left join eval_score s on s.scoring_id = ? and s.call_id = c.id
            where c.run_id = ? and c.model = ? and c.sample = ? and c.repetition = ? order by c.try desc limit 1
            """);
        var trials = new List<RecordedTrial>();
        foreach (var key in keys)
            if (rows.Again().With(scoring).With(run).With(key.Model).With(key.Sample).With(key.Repetition).Next()) trials.Add(Trial(key, rows));
        return trials;
    }

    /// <summary>What each judge did, by name.</summary>
    public IReadOnlyList<JudgeTotal> Judges(long scoring)
    {
        using var rows = SqliteDialect.Read(connection, """
            select json_extract(s.judge, '$.model') judge,
              sum(s.scoring_id = ?1), sum(s.scoring_id = ?1 and s.value is null), sum(s.scoring_id = ?1 and s.value is null and json_extract(s.judge, '$.answer.outcome.kind') = 'failed'), sum(case when s.scoring_id = ?1 then s.judge_cost else 0 end), sum(s.scoring_id = ?1 and s.judge_cost is null),
              count(*), sum(s.judge_cost), sum(s.judge_cost is null)
            from eval_scoring g join eval_score s on s.scoring_id = g.id where g.run_id = ?2 and s.judge is not null group by 1 order by 1
            """);
        rows.With(scoring).With(run);
        var judges = new List<JudgeTotal>();
        while (rows.Next())
            judges.Add(new(rows.Text(0), rows.Int(1), rows.Int(2), rows.Int(3), RunForm.OfPico(rows.LongOrNull(4)) ?? 0, rows.Int(5), rows.Int(6), RunForm.OfPico(rows.LongOrNull(7)) ?? 0, rows.Int(8)));
        return judges;
    }

    /// <summary>The bytes of the newest try's last attempt.</summary>
    public Exchange? Exchange(TrialKey key)
    {
        using var rows = SqliteDialect.Read(connection, """
            select e.record, e.request, e.reply from eval_call c left join eval_exchange e on e.call_id = c.id
            where c.run_id = ? and c.model = ? and c.sample = ? and c.repetition = ? order by c.try desc limit 1
            """);
        if (!rows.With(run).With(key.Model).With(key.Sample).With(key.Repetition).Next() || rows.IsNull(0)) return null;
        var stored = RunJson.Read(rows.Bytes(0), RunJson.Default.StoredAnswer);
        RunJson.Check(stored.Format);
        if (stored.Exchange is not { } e) return null;
        var request = AnswerForm.Whole(rows.Bytes(1).ToArray(), stored.Cut, Image);
        return new(e.Method, e.Address, e.RequestHeaders, request, e.ReplyHeaders, rows.IsNull(2) ? null : rows.Bytes(2).ToArray(), e.ReplyCut);
    }

    private ReadOnlyMemory<byte>? Image(string hash)
    {
        using var rows = SqliteDialect.Read(connection, "select bytes from eval_image where sha256 = ?");
        return rows.With(hash).Next() ? rows.Bytes(0).ToArray() : null;
    }

    private static TrialResult Result(BulkRead rows)
    {
        var (hasScore, value) = (!rows.IsNull(13), rows.Double(13));
        return new(new(rows.Int(0), rows.Int(1), rows.Int(2)), State(rows.TextOrNull(3), rows.TextOrNull(4), hasScore, rows.IntOrNull(12)))
        {
            Value = value, FirstToken = Span(rows.LongOrNull(5)), Latency = Span(rows.LongOrNull(6)), Attempts = rows.Int(7), InputTokens = rows.LongOrNull(8), OutputTokens = rows.LongOrNull(9),
            Usd = RunForm.OfPico(rows.LongOrNull(10)), Cached = rows.Int(11) == 1,
            Cut = rows.TextOrNull(4) == "length", Empty = rows.TextOrNull(4) == "empty",
        };
    }

    private static TrialState State(string? outcome, string? stop, bool hasScore, int? passed) => outcome switch
    {
        null or "cancelled" => TrialState.Interrupted,
        "failed" => TrialState.Errored,
        _ when stop is "refusal" or "content_filter" => TrialState.Refused,
        _ when !hasScore => TrialState.Unscored,
        _ => passed switch { 1 => TrialState.Passed, 0 => TrialState.Failed, _ => TrialState.Graded },
    };

    private static RecordedTrial Trial(TrialKey key, BulkRead rows)
    {
        var cached = rows.Int(3) == 1;
        var stored = rows.IsNull(4) ? null : RunJson.Read(rows.Bytes(4), RunJson.Default.StoredAnswer);
        return new()
        {
            Key = key, Tries = rows.Int(0), Started = rows.LongOrNull(1) is { } at ? RunForm.OfMicro(at) : null, Outcome = stored is null ? null : AnswerForm.Outcome(stored, rows.TextOrNull(2)), Cached = cached,
            Attempts = stored?.Attempts is { } attempts ? [.. attempts.Select(TranscriptForm.Read)] : [], Usage = TranscriptForm.Read(stored?.Usage),
            Cost = cached ? FromCache : TranscriptForm.Read(stored?.Cost), NotHonoured = stored?.NotHonoured ?? new Dictionary<string, string>(), Scorer = rows.TextOrNull(5), Score = Score(rows), Judge = Judge(rows),
        };
    }

    /// <summary>What a reply of an earlier call costs.</summary>
    internal static CallCost FromCache { get; } = new(0, "It is the reply of an earlier call that asked the very same: nothing was sent.");

    private static RecordedJudgement? Judge(BulkRead rows)
    {
        if (rows.IsNull(10)) return null;
        var (model, answer, text, prompt) = RunJson.Read(rows.Bytes(10), RunJson.Default.StoredJudgement);
        return new(model, prompt, AnswerForm.Outcome(answer, text), answer.Attempts is { } attempts ? [.. attempts.Select(TranscriptForm.Read)] : []) { Usage = TranscriptForm.Read(answer.Usage), Cost = TranscriptForm.Read(answer.Cost) };
    }

    private static Score? Score(BulkRead rows) =>
        rows.IsNull(8) ? null
        : rows.IsNull(6) ? new Score.Unscored(rows.Text(8))
        : new Score.Scored(rows.Double(6), rows.IntOrNull(7) is { } passed ? passed == 1 : null, rows.Text(8)) { Read = rows.TextOrNull(9) };

    private static TimeSpan? Span(long? microseconds) => TranscriptForm.Time(microseconds);
}
