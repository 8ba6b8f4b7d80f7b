using System.Text.Json;
using Assay.Adapters.Storage.Turns;
using Assay.Calls;
using Assay.Evaluation;
using Microsoft.Data.Sqlite;

namespace Assay.Adapters.Storage.Runs;

/// <summary>Writes calls, answers and scores of one run on one connection, within transactions of the caller's. Rows are only added.</summary>
internal sealed class TrialWriter(SqliteConnection connection, string run) : IDisposable
{
    private readonly BulkInsert call = SqliteDialect.Insert(connection, "eval_call", 9), answer = SqliteDialect.Insert(connection, "eval_answer", 12), exchange = SqliteDialect.Insert(connection, "eval_exchange", 4),
        score = SqliteDialect.Insert(connection, "eval_score", 9), retry = SqliteDialect.Insert(connection, "eval_retry", 2), judging = SqliteDialect.Insert(connection, "eval_judging", 4),
        copyAnswer = SqliteDialect.Statement(connection, "insert into eval_answer select ?, outcome, stop, null, null, 0, input_tokens, output_tokens, 0, 0, (select run_id from eval_call where id = call_id), text from eval_answer where call_id = ?"),
        copyExchange = SqliteDialect.Statement(connection, "insert into eval_exchange select ?, record, request, reply from eval_exchange where call_id = ?"),
        changed = SqliteDialect.Statement(connection, "update eval_run set version = version + 1 where id = ?");

    /// <returns>The call's number.</returns>
    public long Begin(TrialKey key, int number, DateTimeOffset? started, ReadOnlySpan<byte> question, decimal? atMost = null)
    {
        call.With((long?)null).With(run).With(key.Model).With(key.Sample).With(key.Repetition).With(number).With(started is { } at ? RunForm.Micro(at) : (long?)null);
        (question.IsEmpty ? call.With((string?)null) : call.With(question)).With(RunForm.Pico(atMost)).Row();
        return SqliteDialect.LastRow(connection);
    }

    /// <summary>An attempt failed that may have been charged; another one is to follow.</summary>
    public void Retry(long number, int attempt) => retry.With(number).With(attempt).Row();

    /// <summary>An attempt of a judge's call goes out.</summary>
    public void Judging(long scoring, long number, decimal? atMost) => judging.With((long?)null).With(scoring).With(number).With(RunForm.Pico(atMost)).Row();

    public void End(long number, NewAnswer a)
    {
        // The attempt that brought the reply is the last one.
        var last = a.Outcome is CallOutcome.Replied && a.Attempts.Count > 0 ? a.Attempts[^1] : null;
        answer.With(number).With(Kind(a.Outcome)).With(a.Outcome is CallOutcome.Replied replied ? TranscriptForm.Word(replied.Stop) : null).With(TranscriptForm.Time(last?.FirstToken)).With(TranscriptForm.Time(last?.Duration))
            .With(a.Attempts.Count).With(a.Usage?.Input).With(a.Usage?.Output).With(RunForm.Pico(a.Usd)).With(RunForm.Pico(a.AtMost)).With(a.Cached ? run : null).With(AnswerForm.Text(a.Outcome)).Row();
        exchange.With(number).WithText(a.Record.Span).With(a.Request).With(a.Exchange?.Reply).Row();
    }

    /// <summary>Takes the answer of an earlier call.</summary>
    public void Copy(long number, long from)
    {
        copyAnswer.With(number).With(from).Row();
        copyExchange.With(number).With(from).Row();
    }

    public void Score(long scoring, long number, string scorer, Score given, Judgement? judge = null)
    {
        var scored = given as Score.Scored;
        score.With(scoring).With(number).With(scorer).With(scored?.Value).With(scored?.Passed is { } passed ? (passed ? 1L : 0L) : (long?)null).With(scored?.Why ?? ((Score.Unscored)given).Why).With(scored?.Read);
        if (judge is null) score.With((string?)null).With((long?)null).Row();
        else score.WithText(JsonSerializer.SerializeToUtf8Bytes(judge.Stored, RunJson.Default.StoredJudgement)).With(RunForm.Pico(judge.AtMost)).Row();
    }

    /// <summary>Before each commit: who keeps something made of the run sees that it is old.</summary>
    public void Changed() => changed.With(run).Row();

    private static string Kind(CallOutcome outcome) => outcome switch
    {
        CallOutcome.Replied => "replied",
        CallOutcome.Failed => "failed",
        CallOutcome.Cancelled => "cancelled",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    public void Dispose()
    {
        foreach (var statement in (BulkInsert[])[call, answer, exchange, score, retry, judging, copyAnswer, copyExchange, changed]) statement.Dispose();
    }
}

/// <summary>What came of a call, ready to be kept: whoever makes it does the work, not the one writer of the store.</summary>
internal sealed record NewAnswer
{
    private NewAnswer(CallOutcome outcome, IReadOnlyList<Attempt> attempts, Usage? usage, CallCost? cost, IReadOnlyDictionary<string, string> notHonoured, Exchange? exchange, IReadOnlyList<CallImage> images)
    {
        (Outcome, Attempts, Usage, Exchange) = (outcome, attempts, usage, exchange);
        IReadOnlyList<StoredCut> cut = [];
        if (exchange is not null) (Request, cut) = AnswerForm.Cut(exchange.Request, images);
        Record = JsonSerializer.SerializeToUtf8Bytes(AnswerForm.Of(outcome, attempts, usage, cost, notHonoured, exchange, cut), RunJson.Default.StoredAnswer);
    }

    public CallOutcome Outcome { get; }
    public IReadOnlyList<Attempt> Attempts { get; }
    public Usage? Usage { get; }
    public Exchange? Exchange { get; }

    /// <summary>JSON of <see cref="StoredAnswer"/>.</summary>
    public ReadOnlyMemory<byte> Record { get; }

    /// <summary>Without its images; null where nothing was sent.</summary>
    public ReadOnlyMemory<byte>? Request { get; }

    /// <summary>What is known to have been paid, all attempts together; null where it cannot be told.</summary>
    public decimal? Usd { get; private init; }

    /// <summary>Whether a record of another program says that it is the answer of an earlier call.</summary>
    public bool Cached { get; private init; }

    /// <summary>What a cap on spend counted; null where there was none.</summary>
    public decimal? AtMost { get; private init; }

    /// <param name="t">What came.</param>
    /// <param name="images">Those sent, in order.</param>
    public static NewAnswer Of(Transcript t, IReadOnlyList<CallImage> images) => new(t.Outcome, t.Attempts, t.Usage, t.Cost, t.NotHonoured, t.Exchange, images) { Usd = Paid(t), AtMost = t.AtMost };

    public static NewAnswer Of(RecordedTrial t) => new(t.Outcome!, t.Attempts, t.Usage, t.Cost, t.NotHonoured, null, []) { Usd = t.Cost?.Usd, Cached = t.Cached };

    /// <summary>As soon as one attempt may have been charged and nobody knows how much, the whole is not known.</summary>
    private static decimal? Paid(Transcript t)
    {
        foreach (var attempt in t.Attempts)
            if (attempt.Failure is { PossiblyPaid: true }) return null;
        return t.Outcome switch
        {
            CallOutcome.Failed or CallOutcome.Cancelled { PossiblyPaid: false } => 0,
            CallOutcome.Replied => t.Cost?.Usd,
            _ => null,
        };
    }
}

/// <summary>What a judge said, to be kept with the score.</summary>
/// <param name="AtMost">What a cap on spend counts for it, or what it cost; null where that is not known.</param>
internal sealed record Judgement(StoredJudgement Stored, decimal? AtMost);
