using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Threading.Channels;
using Assay.Adapters.Engines;
using Assay.Adapters.Engines.Files;
using Assay.Adapters.Images;
using Assay.Calls;

namespace Assay.Adapters.Protocols;

/// <summary>Models that run on this machine. A request is one picture; the prompt is not read. No tokens are counted, because there are none.</summary>
/// <param name="engines">Run the models.</param>
/// <param name="decode">Makes pixels of an image that is sent; the image was checked when it was made.</param>
public sealed class LocalProtocol(LocalEngines engines, Func<CallImage, CancellationToken, Task<Pixels>> decode) : IProtocol
{
    public string Id => ModelRef.Local;

    public async IAsyncEnumerable<AttemptEvent> Attempt(CallRequest request, Endpoint endpoint, Recording recording, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (Objection(request, out var model) is { } objection)
        {
            yield return new AttemptEvent.Failed(new(FailureKind.NotSupported, objection));
            yield break;
        }
        foreach (var (parameter, why) in NotHonoured(request)) yield return new AttemptEvent.NotHonoured(parameter, why);

        var image = request.Images[0];
        recording.Sent("RUN", request.Model.ToString(), [], JsonSerializer.SerializeToUtf8Bytes(
            new LocalCall(request.Model.Model, request.Task.Name(), new(image.Hash, image.MediaType, image.Width, image.Height), request.Parameters.MinScore), LocalJson.Default.LocalCall));
        var steps = Channel.CreateUnbounded<AttemptEvent>();
        var running = Run(model!, image, request.Parameters.MinScore, steps.Writer, cancellationToken);
        await foreach (var step in steps.Reader.ReadAllAsync(CancellationToken.None)) yield return step;
        foreach (var end in Ending(await running, request, recording)) yield return end;
    }

    private async Task<EngineOutcome> Run(LocalModel model, CallImage image, double? minScore, ChannelWriter<AttemptEvent> steps, CancellationToken cancellationToken)
    {
        try
        {
            return await engines.Run(model, stop => decode(image, stop), minScore, new Steps(steps), cancellationToken);
        }
        finally
        {
            steps.Complete();
        }
    }

    private static IEnumerable<AttemptEvent> Ending(EngineOutcome outcome, CallRequest request, Recording recording)
    {
        if (outcome is not EngineOutcome.Replied replied) return [new AttemptEvent.Failed(((EngineOutcome.Failed)outcome).Failure)];
        recording.Received(JsonSerializer.SerializeToUtf8Bytes(new LocalAnswer(replied.Reply.Text, replied.Reply.Lines, replied.Took.TotalMilliseconds, replied.Memory), LocalJson.Default.LocalAnswer));
        var text = replied.Reply.Text;
        return text.Length == 0
            ? [new AttemptEvent.Answered(null), new AttemptEvent.Stopped(StopReason.Empty, ServedModel: request.Model.Model)]
            : [new AttemptEvent.Answered(null), new AttemptEvent.Text(text), new AttemptEvent.Stopped(StopReason.Complete, ServedModel: request.Model.Model)];
    }

    private static string? Objection(CallRequest request, out LocalModel? model)
    {
        model = LocalModel.Find(request.Model.Model);
        if (model is null) return $"'{request.Model}' is no model of this machine. Allowed: {string.Join(", ", LocalModel.All.Select(m => $"local/{m.Name}"))}.";
        if (model.Task != request.Task)
        {
            var able = LocalModel.All.Where(m => m.Task == request.Task).Select(m => $"local/{m.Name}").ToArray();
            return $"'{request.Model}' does {model.Task.Name()}, not {request.Task.Name()}. {(able.Length == 0 ? $"No model of this machine does {request.Task.Name()}: use a provider with a key, or a server of your own." : $"Use {string.Join(", ", able)}.")}";
        }
        return request.Images.Count == 1 ? null : $"'{request.Model}' takes one image, and {request.Images.Count} were given. Give it exactly one.";
    }

    private static IEnumerable<(string Parameter, string Why)> NotHonoured(CallRequest request)
    {
        const string noSampling = "the engine does not sample", noPrompt = "the engine looks at the image alone";
        var p = request.Parameters;
        if (request.System is { Length: > 0 }) yield return ("system", noPrompt);
        if (request.Prompt.Length > 0) yield return ("prompt", noPrompt);
        if (p.Temperature is not null) yield return ("temperature", noSampling);
        if (p.TopP is not null) yield return ("top_p", noSampling);
        if (p.Seed is not null) yield return ("seed", noSampling);
        if (p.MaxOutputTokens is not null) yield return ("max_output_tokens", "the engine makes no tokens");
        if (p.ReasoningEffort is not null) yield return ("reasoning_effort", "the engine does not reason");
        if (p.ResponseSchema is not null) yield return ("response_schema", "the form of the engine's reply is fixed");
        if (p.Stop.Count > 0) yield return ("stop", "the engine's reply is whole");
        if (p.MinScore is not null && request.Task is ModelTask.Ocr) yield return ("min_score", "lines of text are not left out by score here");
    }

    private sealed class Steps(ChannelWriter<AttemptEvent> to) : IProgress<InstallStep>
    {
        public void Report(InstallStep value) => to.TryWrite(new AttemptEvent.Progress(value.Words, value.Done));
    }
}
