using Assay.Adapters.Logs;
using Assay.Calls;
using Assay.Evaluation;
using Assay.Tests.Importers.Mutations;
using Shouldly;
using Xunit;

namespace Assay.Tests.Logs;

/// <summary>Damaged logs by the thousand: each is refused with a reason, or read into a run that the store can take. A mutation follows from its number.</summary>
public sealed class LogMutationTests : IDisposable
{
    private const int Mutations = 150;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("inspect", "inspect.json")]
    [InlineData("promptfoo", "promptfoo.json")]
    [InlineData("terminal-bench", "terminal-bench.json")]
    [InlineData("openai-evals", "openai-evals.jsonl")]
    [InlineData("lm-eval", "samples_sums_2026-01-02T03-04-05.678.jsonl")]
    [InlineData("every-eval-ever", "eee_samples.jsonl")]
    [InlineData("mmmu", "mmmu-pro.jsonl")]
    public void A_damaged_log_is_refused_or_read_into_a_sound_run(string format, string file)
    {
        var whole = File.ReadAllBytes(SmallLogTests.In(file));
        for (var seed = 1; seed <= Mutations; seed++)
        {
            var (told, bytes) = Damage(whole, file.EndsWith(".jsonl", StringComparison.Ordinal), new(seed));
            File.WriteAllBytes(folder.In(file), bytes);
            try
            {
                foreach (var run in LogReading.Read(folder.In(file), new("a/b"), format)) Sound(run, $"{format} {seed}: {told}");
            }
            catch (LogRefusedException e)
            {
                e.Message.Length.ShouldBeInRange(10, 1_000, $"{format} {seed}: {told}");
            }
            catch (Exception e) when (e is not ShouldAssertException)
            {
                Assert.Fail($"{format} {seed}: {told}: {e}");
            }
        }
    }

    private static (string Told, byte[] Bytes) Damage(byte[] whole, bool lines, Chance chance)
    {
        if (chance.One(3)) return ByteMutation.Of(whole, chance);
        if (!lines)
        {
            var tree = Tree.Parse(whole);
            return (JsonMutation.Of(tree, chance), tree.Bytes());
        }
        var all = System.Text.Encoding.UTF8.GetString(whole).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var at = chance.Below(all.Length);
        var line = Tree.Parse(System.Text.Encoding.UTF8.GetBytes(all[at].Replace("NaN", "null", StringComparison.Ordinal)));
        var told = JsonMutation.Of(line, chance);
        all[at] = System.Text.Encoding.UTF8.GetString(line.Bytes());
        return ($"line {at + 1}: {told}", System.Text.Encoding.UTF8.GetBytes(string.Join('\n', all)));
    }

    /// <summary>What the store and the reports take for granted.</summary>
    private static void Sound(LogRun log, string told)
    {
        var run = log.Run;
        run.Samples.Select(s => s.Place).ShouldBe(Enumerable.Range(0, run.Samples.Count), told);
        run.Samples.Select(s => s.Id).ShouldBeUnique(told);
        run.Samples.ShouldAllBe(s => s.Id.Length > 0 && s.Input != null && s.Target.All(t => t != null) && run.Suite.Categories.Contains(s.Category), told);
        run.Suite.Id.ShouldMatch("^[a-z0-9]([a-z0-9-]*[a-z0-9])?$", told);
        run.Trials.Count.ShouldBeGreaterThan(0, told);
        run.Trials.Select(t => t.Key).ShouldBeUnique(told);
        foreach (var trial in run.Trials)
        {
            trial.Key.Model.ShouldBeLessThan(run.Models.Count, told);
            trial.Key.Repetition.ShouldBeInRange(0, run.Settings.Repetitions - 1, told);
            if (trial.Outcome is not CallOutcome.Replied) trial.Score.ShouldBeNull(told);
            if (trial.Score is Score.Scored scored) scored.Value.ShouldBeInRange(0, 1, told);
        }
        SuiteOfLog.Hash(run.Suite, run.Samples).Length.ShouldBe(64, told);
    }
}
