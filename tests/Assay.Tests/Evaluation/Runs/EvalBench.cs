using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Assay.Adapters.Calls;
using Assay.Adapters.Protocols;
using Assay.Adapters.Runs;
using Assay.Adapters.Settings;
using Assay.Adapters.Storage;
using Assay.Adapters.Storage.Runs;
using Assay.Calls;
using Assay.Catalog;
using Assay.Evaluation;
using Assay.Evaluation.Scorers;
using Endpoint = Assay.Adapters.Protocols.Endpoint;

namespace Assay.Tests.Evaluation;

/// <summary>A store and models that do what a test says, without a network: provider <c>p</c>, whose models cost $10 a million in and $100 out.</summary>
internal sealed partial class EvalBench : IDisposable, IProtocol
{
    private readonly TemporaryFolder folder = new();
    private int atOnce, most;

    public EvalBench(TimeProvider? time = null, int providersLimit = 1_000, CallLimits? limits = null)
    {
        Time = time ?? TimeProvider.System;
        Store = Store.Open(folder.In("assay.db"), time: Time);
        Runs = new(Store);
        var catalog = new TestCatalog();
        foreach (var model in (string[])["a", "b", "judge"]) catalog.Model($"acme/{model}").Offer($"p/{model}", 10, 100);
        var snapshot = catalog.Snapshot();
        var declared = new DeclaredProvider("p") { Protocol = Id, BaseUrl = "http://127.0.0.1:1/", MaxConcurrency = providersLimit };
        Caller = new([this], new(() => new() { All = [declared] }, _ => null), () => snapshot, Time, new Random(7), limits);
    }

    public string Id => "test";
    public TimeProvider Time { get; }
    public Store Store { get; }
    public RunStore Runs { get; }
    public ModelCaller Caller { get; }
    public string Data => folder.Path;

    /// <summary>What a model answers; by default what is right.</summary>
    public Func<CallRequest, CancellationToken, Task<AttemptEvent>> Answer { get; set; } = (request, _) => Task.FromResult<AttemptEvent>(new AttemptEvent.Text(Right(request)));

    /// <summary>Tokens in and out of an answer.</summary>
    public Func<CallRequest, (long In, long Out)> Usage { get; set; } = _ => (100, 10);

    /// <summary>Every attempt.</summary>
    public ConcurrentQueue<CallRequest> Asked { get; } = [];

    public int MostAtOnce => most;

    public Func<string, IScorer?> Scorers { get; set; } = id => id switch { "echo" => new EchoScorer(), "ask-judge" => new AskJudge(), _ => null };

    public static string Right(CallRequest request) => $"{2 * Place(request)}";

    public static int Place(CallRequest request) => int.Parse(Marker().Match(request.Prompt).Groups[1].Value);

    public static AttemptEvent Fails(FailureKind kind = FailureKind.ProviderError, bool mayPass = false, bool paid = false, TimeSpan? after = null) => new AttemptEvent.Failed(new(kind, "It did not work.") { MayPass = mayPass, PossiblyPaid = paid, RetryAfter = after });

    /// <summary>A run that is kept and not begun.</summary>
    public Run Begin(int samples, Func<RunSettings, RunSettings>? settings = null, Suite? suite = null, params string[] models) => Begin(SomeSuite.Samples(samples).Select(s => s with { Scorer = null }), samples, settings, suite, models);

    public Run Begin(IEnumerable<Sample> samples, int count, Func<RunSettings, RunSettings>? settings = null, Suite? suite = null, params string[] models)
    {
        var about = suite ?? SomeSuite.About with { DefaultScorer = new("echo") };
        var hash = $"{about.DefaultScorer.Id}-{count}";
        Runs.KeepSuite(hash, about, samples, _ => throw new InvalidOperationException("No sample has an image."));
        var run = SomeSuite.Run(count, $"01kaaaaaaaaaaaaaaaaaaa{Runs.List().Count:0000}", models) with { SuiteHash = hash, Suite = about };
        run = run with { Settings = (settings ?? (s => s))(run.Settings with { MaxCost = null, Repetitions = 1 }) };
        Runs.Begin(run, "go");
        return run;
    }

    public RunLoop Loop => new(Runs, Caller, Time, Scorers) { Grace = TimeSpan.FromSeconds(30) };

    public Task<RunEnd> Go(Run run, Action<RunProgress>? started = null, CancellationToken stop = default) => Loop.Go(run, started, stop);

    public async IAsyncEnumerable<AttemptEvent> Attempt(CallRequest request, Endpoint endpoint, Recording recording, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Asked.Enqueue(request);
        var now = Interlocked.Increment(ref atOnce);
        lock (folder) most = Math.Max(most, now);
        AttemptEvent answer;
        try
        {
            recording.Sent("POST", "http://127.0.0.1:1/", [], System.Text.Encoding.UTF8.GetBytes(request.Prompt));
            answer = await Answer(request, cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref atOnce);
        }
        if (answer is AttemptEvent.Text)
        {
            yield return answer;
            var (@in, @out) = Usage(request);
            yield return new AttemptEvent.UsageCame(new() { Origin = UsageOrigin.Reported, Input = @in, Output = @out });
            yield return new AttemptEvent.Stopped(StopReason.Complete);
        }
        else yield return answer;
    }

    public void Dispose() => folder.Dispose();

    [GeneratedRegex(@"\[#(\d+)\]", System.Text.RegularExpressions.RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Marker();
}

/// <summary>Right is what the target says, letter by letter.</summary>
internal sealed class EchoScorer : IReplyScorer
{
    public string Id => "echo";
    public int Version => 1;
    public string? Fault(Sample sample, ScorerChoice choice) => null;
    public Score Score(Sample sample, ScorerChoice choice, ScoredReply reply) => reply.Text == sample.Target[0] ? Assay.Evaluation.Score.Pass("It is the target.", reply.Text) : Assay.Evaluation.Score.Fail("It is not the target.", reply.Text);
}

/// <summary>Asks p/judge, which says "right" where it agrees.</summary>
internal sealed class AskJudge : IJudge
{
    public string Id => "ask-judge";
    public int Version => 1;
    public string? Fault(Sample sample, ScorerChoice choice) => null;
    public string Model(ScorerChoice choice) => "p/judge";
    public string Prompt(Sample sample, ScorerChoice choice, ScoredReply reply) => $"Judge [#{sample.Place}]: {reply.Text}";
    public Score Read(Sample sample, ScorerChoice choice, string judgement) => judgement == "right" ? Score.Pass(judgement) : new Score.Unscored(judgement);
}
