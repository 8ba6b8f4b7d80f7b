using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Assay.Calls;
using Assay.Host.Playground;

namespace Assay.Tests.Playground;

/// <summary>Models that do what a test says: each has a channel of events; a model without one says its prompt back.</summary>
internal sealed class ScriptedModels
{
    public static readonly DateTimeOffset Started = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    private readonly Dictionary<string, Channel<CallEvent>> scripts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Func<CallRequest, string>> answers = new(StringComparer.Ordinal);
    private readonly List<CallRequest> asked = [];

    public IReadOnlyList<CallRequest> Asked
    {
        get { lock (asked) return [.. asked]; }
    }

    /// <summary>What the model does is written here.</summary>
    public ChannelWriter<CallEvent> Script(string model) => (scripts[model] = Channel.CreateUnbounded<CallEvent>()).Writer;

    /// <summary>What the model answers, at once.</summary>
    public ScriptedModels Says(string model, string text) => Says(model, _ => text);

    public ScriptedModels Says(string model, Func<CallRequest, string> text)
    {
        answers[model] = text;
        return this;
    }

    /// <summary>Whether some model does what is written in a script, and so may never end.</summary>
    public bool HasScripts => scripts.Count > 0;

    public CallModel Call => Run;

    private async IAsyncEnumerable<CallEvent> Run(CallRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        lock (asked) asked.Add(request);
        if (scripts.TryGetValue(request.Model.ToString(), out var script))
        {
            await foreach (var what in script.Reader.ReadAllAsync(cancellationToken)) yield return what;
            yield break;
        }
        yield return new CallEvent.AttemptStarted(1);
        var text = answers.TryGetValue(request.Model.ToString(), out var answer) ? answer(request) : request.Prompt;
        foreach (var piece in text.Chunk(12)) yield return new CallEvent.Text(new string(piece));
        yield return new CallEvent.Ended(Replied(request, text));
    }

    public static Transcript Replied(CallRequest request, string text) => new()
    {
        Model = request.Model, Task = request.Task, Prompt = request.Prompt, Images = [.. request.Images.Select(i => i.Sent)], Asked = request.Parameters,
        Outcome = new CallOutcome.Replied(text, StopReason.Complete) { StopWord = "stop" }, Started = Started, Total = TimeSpan.FromMilliseconds(1250),
        Attempts = [new Attempt(1, Started) { FirstByte = TimeSpan.FromMilliseconds(180), FirstToken = TimeSpan.FromMilliseconds(240), Duration = TimeSpan.FromMilliseconds(1200), Status = 200 }],
        Usage = new() { Input = 812, Output = 64, Reasoning = 12, Origin = UsageOrigin.Reported },
        Cost = new(0.000123m, "$0.10 in, $0.40 out per 1M tokens, as of 2026-07-02"),
        Exchange = new("POST", "https://example.org/v1/chat/completions", [new("content-type", "application/json")], """{"model":"m"}"""u8.ToArray(), [new("x-request-id", "7")], """{"ok":true}"""u8.ToArray()),
    };

    public static CallRequest Request(string model, ModelTask task = ModelTask.Chat, string prompt = "Say something.", params IReadOnlyList<CallImage> images) =>
        new() { Model = ModelRef.TryParse(model, out var found) ? found : throw new ArgumentException("Not a reference.", nameof(model)), Task = task, Prompt = prompt, Images = images };

    public static TurnPlan Plan(params string[] models) => new() { Task = ModelTask.Chat, Prompt = "Say something.", Requests = [.. models.Select(m => Request(m))] };
}
