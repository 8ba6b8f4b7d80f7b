using Assay.Calls;
using Assay.Host.Calls;
using Assay.Host.Catalog;

namespace Assay.Host.Cli.Health;

/// <summary>One short question to each model that was named, because it was named: nothing is called otherwise.</summary>
internal static class CallHealth
{
    private const string Question = "Reply with the word ok.";

    /// <summary>Enough for a word, also of a model that thinks before it speaks.</summary>
    private const int MostTokens = 256;

    public static async Task<IReadOnlyList<DoctorCheck>> Of(IReadOnlyList<string> models, LiveCatalog live, CommandRun run, CancellationToken cancellationToken)
    {
        var around = run.Surroundings;
        await using var calls = new LiveCalls(live, run.Settings, around.Time);
        var checks = new List<DoctorCheck>();
        foreach (var name in models)
        {
            if (!ModelRef.TryParse(name, out var model))
            {
                checks.Add(new($"call of {name}", false, $"'{name}' is not a model of a provider", "Write it as provider/model: openai/gpt-4o-mini."));
                continue;
            }
            var request = new CallRequest { Model = model, Task = ModelTask.Chat, Prompt = Question, Parameters = new() { MaxOutputTokens = MostTokens } };
            var started = around.Time.GetTimestamp();
            Transcript? end = null;
            await foreach (var it in (around.Models?.Call ?? calls.Call)(request, cancellationToken).WithCancellation(cancellationToken))
                if (it is CallEvent.Ended ended) end = ended.Transcript;
            var seconds = around.Time.GetElapsedTime(started).TotalSeconds;
            checks.Add(end?.Outcome switch
            {
                CallOutcome.Replied => new($"call of {name}", true, FormattableString.Invariant($"it answered, in {seconds:0.0} s")),
                CallOutcome.Failed failed => new($"call of {name}", false, failed.Failure.Message),
                _ => new($"call of {name}", false, "it was stopped before it answered"),
            });
        }
        return checks;
    }
}
