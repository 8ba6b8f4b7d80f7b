using System.Security.Cryptography;
using System.Text;
using Assay.Adapters.Images.Samples;
using Assay.Adapters.Storage;
using Assay.Adapters.Storage.Runs;
using Assay.Calls;
using Assay.Evaluation;
using Assay.Evaluation.Scorers;

namespace Assay.Tests.Evaluation.Reports;

/// <summary>A small run with replies that a test writes, scored as the suite says: what rules and a judge see is what pages show.</summary>
internal static class SeededReplies
{
    public const string Boxes = "01kfff0000000000000000ffff", Judged = "01kggg0000000000000000gggg";
    public const string Person = """{"label":"person","box":[515,345,60,155]}""", Dog = """{"label":"dog","box":[640,430,90,75]}""", Car = """{"label":"car","box":[140,390,250,115]}""";

    /// <summary>One model finds two of three and one too many, one names everything wrong, one says nothing that can be read, one was not asked.</summary>
    public static Run WriteBoxes(Store store)
    {
        var about = About("finding", new("boxes", """{"pass_at":1}""")) with { Task = ModelTask.Detect };
        Sample[] samples = [new() { Place = 0, Id = "street", Category = "all", Input = "Find every person, dog and car.", Images = [new("images/street.png", new string('5', 64))], Target = [Person, Dog, Car] }];
        var found = """[{"label":"person","box_2d":[610,650,890,715],"score":0.91},{"label":"dog","box_2d":[745,790,910,925],"score":0.55},{"label":"cat","box_2d":[450,60,680,220],"score":0.3}]""";
        var wrong = found.Replace("person", "dog", StringComparison.Ordinal).Replace("cat", "car", StringComparison.Ordinal);
        return Write(store, Boxes, about, samples, ["acme/heron-2", "birch/finch", "local/owl", "local/kite"], (m, _) => m switch { 0 => found, 1 => wrong, 2 => "I see a street.", _ => null });
    }

    /// <summary>A judge finds the first of four right, the second wrong, says nothing that can be read of the third, and does not answer for the fourth.</summary>
    public static Run WriteJudged(Store store)
    {
        var about = About("essays", new("judge", """{"model":"acme/judge-1"}"""));
        var samples = Enumerable.Range(0, 4).Select(i => new Sample { Place = i, Id = $"e{i}", Category = "all", Input = $"What is on plate {i}?", Target = ["a bolt"], Difficulty = i < 2 ? "easy" : "hard" }).ToArray();
        return Write(store, Judged, about, samples, ["acme/heron-2"], (_, s) => s.Place == 1 ? "A nut." : "It is a bolt.");
    }

    private static Suite About(string id, ScorerChoice scorer) => new() { Id = id, Version = "1", Title = Assay.Units.Words.Sentence(id), Licence = "MIT", Categories = ["all"], DefaultScorer = scorer };

    private static Run Write(Store store, string id, Suite about, Sample[] samples, string[] models, Func<int, Sample, string?> reply)
    {
        var runs = new RunStore(store);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)));
        var street = SampleImages.Find("street")!.Bytes();
        runs.KeepSuite(hash, about, samples, _ => new(Convert.ToHexStringLower(SHA256.HashData(street)), "image/png", 800, 560, street));
        var run = new Run { Id = id, Created = SomeSuite.Noon, Suite = about, SuiteHash = hash, Samples = samples.Length, Models = models, Origin = new RunOrigin.Own(), Settings = new() };
        runs.Begin(run, "Begun on the command line.");
        using (var connection = store.Connect())
        {
            using var transaction = connection.BeginTransaction();
            using var writer = new TrialWriter(connection, id);
            var scoring = RunStore.Newest(connection, id);
            for (var m = 0; m < models.Length; m++)
                foreach (var sample in samples)
                    if (reply(m, sample) is { } text) Trial(writer, scoring, new(m, sample.Place, 0), sample, about.ScorerOf(sample), text);
            writer.Changed();
            transaction.Commit();
        }
        runs.Add(id, new(SomeSuite.Noon.AddMinutes(3), RunEventKind.Finished, "Every trial has an end."));
        return run;
    }

    private static void Trial(TrialWriter writer, long scoring, TrialKey key, Sample sample, ScorerChoice choice, string text)
    {
        var call = writer.Begin(key, 1, SomeSuite.Noon, []);
        writer.End(call, NewAnswer.Of(Told(text), []));
        var reply = new ScoredReply(text, false, 800, 560);
        switch (ScorerList.Find(choice.Id))
        {
            case IReplyScorer rule:
                writer.Score(scoring, call, $"{rule.Id} {rule.Version}", rule.Score(sample, choice, reply));
                break;
            case IJudge judge:
                var prompt = judge.Prompt(sample, choice, reply);
                var said = sample.Place switch { 0 => "It says bolt.\n" + prompt.Split('\n')[^2], 1 => "It says nut.\n" + prompt.Split('\n')[^1], 2 => "Well.", _ => null };
                var told = Told(said);
                var score = said is null ? new Score.Unscored("The judge gave no answer.") : judge.Read(sample, choice, said);
                writer.Score(scoring, call, $"{judge.Id} {judge.Version}", score, new(new(judge.Model(choice), AnswerForm.Of(told.Outcome, told.Attempts, told.Usage, told.Cost, told.NotHonoured), told.Text, prompt), said is null ? null : 0.002m));
                break;
        }
    }

    private static Transcript Told(string? text) => new()
    {
        Model = new("made", "up"), Task = ModelTask.Chat, Prompt = "?", Started = SomeSuite.Noon, Total = TimeSpan.FromMilliseconds(640),
        Outcome = text is null ? new CallOutcome.Failed(new(FailureKind.ProviderError, "The provider answered 500.")) : new CallOutcome.Replied(text, StopReason.Complete),
        Attempts = [new(1, SomeSuite.Noon) { Duration = TimeSpan.FromMilliseconds(640), Status = text is null ? 500 : 200 }], Usage = new() { Input = 310, Output = 42, Origin = UsageOrigin.Reported }, Cost = new(0.002m, "At the prices of the catalogue."),
    };
}
