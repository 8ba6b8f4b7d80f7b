using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Assay.Adapters.Images.Samples;
using Assay.Adapters.Storage;
using Assay.Adapters.Storage.Runs;
using Assay.Calls;
using Assay.Evaluation;

namespace Assay.Tests.Evaluation.Reports;

/// <summary>One model of a made-up run.</summary>
/// <param name="Skill">The share it gets right.</param>
/// <param name="Errors">The share of calls that fail.</param>
/// <param name="Usd">What a reply costs; null where nobody knows.</param>
internal sealed record SeededModel(string Name, double Skill, double Errors = 0, decimal? Usd = 0.0004m);

/// <summary>Runs made up from a seed, written the way a real run writes them: for tests of what reads runs, and for eyes.</summary>
internal sealed record SeededRuns(string Id)
{
    public static readonly SeededModel[] Three = [new("local/owl", 0.86, 0, 0), new("acme/heron-2", 0.72), new("birch/finch:free", 0.55, 0.06, null)];
    private static readonly string[] Names = ["Counting", "Reading", "Comparing"];

    public int Samples { get; init; } = 60;
    public int Repetitions { get; init; } = 1;
    public IReadOnlyList<SeededModel> Models { get; init; } = Three;
    public int Seed { get; init; } = 1;

    /// <summary>Samples on one image are related.</summary>
    public bool Clustered { get; init; }

    /// <summary>Another version asks other things of every tenth sample, and has five more.</summary>
    public string Version { get; init; } = "1";
    public RunEventKind Ended { get; init; } = RunEventKind.Finished;

    /// <summary>Trials that are asked; the rest is left.</summary>
    public int? Asked { get; init; }

    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"seeded {Samples} {Clustered} {Version}")));

    private Suite About => new()
    {
        Id = "made-up", Version = Version, Title = "Made-up questions", Licence = "MIT", Categories = Names, DefaultScorer = new("number", """{"tolerance":0}"""), Repetitions = Repetitions, System = "Answer with a number.",
        Description = "Drawn from a seed.", Parameters = new() { Temperature = 0, MaxOutputTokens = 200 },
    };

    private Sample Sample(int place) => new()
    {
        Place = place, Id = place == 4 ? "odd/id & more" : $"q{place:00000}", Category = Names[place % Names.Length], Target = [(place * 3).ToString(CultureInfo.InvariantCulture)], Difficulty = (place % 4) switch { 0 => "easy", 3 => "hard", _ => "medium" },
        Input = Version != "1" && place % 10 == 0 ? $"Now what is three times {place}?" : $"What is three times {place}? Item <{place}>.", Cluster = Clustered ? $"image {place / 3}" : null,
        Images = place % 5 == 0 ? [new("images/street.png", new string('5', 64))] : [],
    };

    public Run Write(Store store)
    {
        var runs = new RunStore(store);
        var count = Samples + (Version == "1" ? 0 : 5);
        var street = Assay.Adapters.Images.Samples.SampleImages.Find("street")!.Bytes();
        runs.KeepSuite(Hash, About, Enumerable.Range(0, count).Select(Sample), _ => new(Convert.ToHexStringLower(SHA256.HashData(street)), "image/png", 800, 560, street));
        var run = new Run
        {
            Id = Id, Created = SomeSuite.Noon.AddMinutes(Seed), Suite = About, SuiteHash = Hash, Samples = count, Models = [.. Models.Select(m => m.Name)], Origin = new RunOrigin.Own(),
            Settings = new() { Repetitions = Repetitions, Concurrency = 4, MaxCost = 2, Parameters = About.Parameters },
        };
        runs.Begin(run, "Begun on the command line.");
        using (var connection = store.Connect())
        {
            using var transaction = connection.BeginTransaction();
            using var writer = new TrialWriter(connection, Id);
            var random = new Random(Seed);
            var scoring = RunStore.Newest(connection, Id);
            var asked = 0;
            for (var m = 0; m < Models.Count; m++)
                for (var s = 0; s < count; s++)
                    for (var r = 0; r < Repetitions && asked < (Asked ?? int.MaxValue); r++, asked++) Trial(writer, scoring, new(m, s, r), random);
            writer.Changed();
            transaction.Commit();
        }
        if (Ended != RunEventKind.NotDecided) runs.Add(Id, new(run.Created.AddMinutes(3), Ended, Ended == RunEventKind.Finished ? "Every trial has an end." : "Stopped by the user."));
        return run;
    }

    private void Trial(TrialWriter writer, long scoring, TrialKey key, Random random)
    {
        var (model, sample) = (Models[key.Model], key.Sample);
        var (skill, milliseconds) = (random.NextDouble(), 200 + 900 * random.NextDouble() * random.NextDouble());
        var call = writer.Begin(key, 1, SomeSuite.Noon.AddSeconds(sample), []);
        var attempt = new Attempt(1, SomeSuite.Noon) { FirstByte = TimeSpan.FromMilliseconds(milliseconds / 5), FirstToken = TimeSpan.FromMilliseconds(milliseconds / 4), Duration = TimeSpan.FromMilliseconds(milliseconds), Status = 200 };
        // Evenly, so that the few there are do not depend on luck.
        if (model.Errors > 0 && (sample + 1) % (int)(1 / model.Errors) == 0)
        {
            var failure = new CallFailure(FailureKind.RateLimited, "The provider answered 429: too many requests.") { Status = 429, MayPass = true };
            writer.End(call, NewAnswer.Of(Told(new CallOutcome.Failed(failure), attempt with { Failure = failure, Status = 429 }), []));
            return;
        }
        var right = skill < model.Skill;
        var target = sample * 3;
        var (text, stop) = (key.Model, sample) switch
        {
            (1, 3) => ("<script>alert(1)</script> ![seen](https://evil.example/x.png)\n\n**" + target + "**", StopReason.Complete),
            (1, 5) => ("Let me count: three times", StopReason.Length),
            (1, 7) => ("", StopReason.Empty),
            (1, 11) => ("", StopReason.Refusal),
            _ => (right ? $"It is {target}." : $"It is {target + 1}.", StopReason.Complete),
        };
        var usage = new Usage { Input = 300 + random.Next(80), Output = 8 + random.Next(60), Origin = UsageOrigin.Reported };
        var cost = new CallCost(model.Usd * (usage.Output + 20) / 50m, model.Usd is null ? "The catalogue holds no offer of it, so its price is not known." : "At the prices of the catalogue.");
        writer.End(call, NewAnswer.Of(Told(new CallOutcome.Replied(text, stop), attempt) with
        {
            Usage = usage, Cost = cost, Exchange = new("POST", "https://example.org/v1/chat/completions", [], Encoding.UTF8.GetBytes($$"""{"prompt":"{{sample}}"}"""), [], Encoding.UTF8.GetBytes("{\"ok\":true}")),
        }, []));
        if (stop == StopReason.Refusal) return;
        var passed = stop == StopReason.Complete && right;
        writer.Score(scoring, call, "number 1", passed ? Score.Pass($"Read {target}, which is the target.", $"{target}") : Score.Fail(text.Length == 0 ? "The reply is empty." : $"The target is {target}.", text.Length == 0 ? null : $"{target + 1}"));
    }

    private static Transcript Told(CallOutcome outcome, Attempt attempt) => new()
    {
        Model = new("made", "up"), Task = ModelTask.Chat, Prompt = "?", Outcome = outcome, Attempts = [attempt], Started = SomeSuite.Noon, Total = attempt.Duration,
    };
}
