using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Assay.Adapters.Storage.Runs;
using Assay.Calls;
using Assay.Evaluation;
using Assay.Host.Catalog;

namespace Assay.Bench.Evals;

/// <summary>Two large runs of one suite, made up from seeds and kept the way records of other programs are: 2 models on so many samples.</summary>
internal static class ReportsStore
{
    public const string Command = "reports-fill";

    public static readonly string[] Models = ["acme/owl", "birch/finch"];

    private static readonly string[] Categories = ["Counting", "Reading", "Comparing", "Placing", "Naming"];
    private static readonly string[] Words = ["lantern", "harbour", "copper", "meadow", "violin", "orchard", "glacier", "ribbon", "thunder", "saddle", "pepper", "cabin", "marble", "feather", "anchor", "candle"];

    public static void Fill(string folder, int samples)
    {
        var runs = new RunStore(new Workspace(folder, null, TimeProvider.System).Store);
        Sample[] suite = [.. Enumerable.Range(0, samples).Select(Sample)];
        for (var seed = 1; seed <= 2; seed++) runs.Import(Run(suite, seed));
    }

    private static ImportedRun Run(Sample[] samples, int seed)
    {
        var random = new Random(seed);
        return new()
        {
            Suite = new() { Id = "made-up", Version = "1", Title = "Made-up questions", Licence = "MIT", Categories = Categories, DefaultScorer = new("imported") }, Samples = samples, Models = Models, Settings = new(),
            Origin = new("assay", $"bench-{seed}.json", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed} {samples.Length}"))), "assay bench"), Created = DateTimeOffset.UnixEpoch.AddDays(20_000 + seed),
            Trials = [.. Enumerable.Range(0, Models.Length).SelectMany(m => samples.Select(s => Trial(new(m, s.Place, 0), seed, random)))],
        };
    }

    private static Sample Sample(int place) => new()
    {
        Place = place, Id = $"q{place:00000}", Category = Categories[place % Categories.Length], Difficulty = (place % 4) switch { 0 => "easy", 3 => "hard", _ => "medium" }, Target = [Number(place * 3)],
        Input = $"{Text(place, 24)} What is three times {place}? Answer with the number.",
    };

    private static RecordedTrial Trial(TrialKey key, int seed, Random random)
    {
        var took = TimeSpan.FromMilliseconds(200 + 900 * random.NextDouble() * random.NextDouble());
        var attempt = new Attempt(1, DateTimeOffset.UnixEpoch) { Duration = took, FirstToken = took / 4, FirstByte = took / 5, Status = 200 };
        var trial = new RecordedTrial { Key = key, Outcome = null, Started = DateTimeOffset.UnixEpoch.AddDays(20_000 + seed).AddSeconds(key.Sample), Attempts = [attempt] };
        if (random.Next(100) == 0)
        {
            var failure = new CallFailure(FailureKind.RateLimited, "The provider answered 429: too many requests.") { Status = 429, MayPass = true };
            return trial with { Outcome = new CallOutcome.Failed(failure), Attempts = [attempt with { Failure = failure, Status = 429 }], Cost = new(0, "Nothing was charged.") };
        }
        var right = random.NextDouble() < (key.Model == 0 ? 0.8 : 0.76);
        var usage = new Usage { Input = 60 + random.Next(40), Output = 20 + random.Next(80), Origin = UsageOrigin.Reported };
        return trial with
        {
            Outcome = new CallOutcome.Replied($"{Text(key.Sample * 7 + key.Model + seed, 40)} The answer is {key.Sample * 3 + (right ? 0 : 1)}.", StopReason.Complete), Usage = usage, Cost = new(usage.Output * 0.000_002m, "At the prices of the catalogue."),
            Score = right ? Score.Pass($"Read {key.Sample * 3}, which is the target.", Number(key.Sample * 3)) : Score.Fail($"The target is {key.Sample * 3}.", Number(key.Sample * 3 + 1)), Scorer = "number 1",
        };
    }

    /// <summary>Words that depend on the place alone, so that what is looked for is found in a part of the samples.</summary>
    private static string Text(int from, int words)
    {
        var random = new Random(from);
        return string.Join(' ', Enumerable.Range(0, words).Select(_ => $"{Words[random.Next(Words.Length)]}{random.Next(10, 60)}"));
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
