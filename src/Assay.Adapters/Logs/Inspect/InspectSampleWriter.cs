using Assay.Adapters.Logs.Own;
using Assay.Calls;
using Assay.Evaluation;

namespace Assay.Adapters.Logs.Inspect;

/// <summary>One trial as a sample of a log of Inspect.</summary>
internal sealed class InspectSampleWriter(InspectJson json, Run run, int model, Unlocal unlocal, Func<SampleImage, CallImage?> image)
{
    public void Write(Sample sample, PlannedTrial planned)
    {
        var (w, trial) = (json.Writer, planned.Trial!);
        w.WriteStartObject();
        w.WriteString("id", sample.Id);
        w.WriteNumber("epoch", planned.Key.Repetition + 1);
        Input(sample);
        Target(sample);
        json.Nulls("choices", "sandbox", "files", "setup", "limit");
        Messages(sample, planned.Reply);
        Output(planned);
        Scores(trial);
        Metadata(sample, trial);
        json.Empty("store", "attachments");
        w.WriteStartArray("events");
        w.WriteEndArray();
        w.WriteStartObject("model_usage");
        if (Tokens(trial) is { } usage)
        {
            w.WritePropertyName(run.Models[model]);
            json.Usage(usage);
        }
        w.WriteEndObject();
        Error(planned);
        w.WriteEndObject();
    }

    private static Usage? Tokens(RecordedTrial trial) => trial.Usage is { Input: not null, Output: not null } usage ? usage : null;

    private void Input(Sample sample)
    {
        if (sample.Images.Count == 0)
        {
            json.Writer.WriteString("input", sample.Input);
            return;
        }
        json.Writer.WriteStartArray("input");
        User(sample);
        json.Writer.WriteEndArray();
    }

    private void User(Sample sample)
    {
        var w = json.Writer;
        w.WriteStartObject();
        if (sample.Images.Count == 0) w.WriteString("content", sample.Input);
        else
        {
            w.WriteStartArray("content");
            w.WriteStartObject();
            w.WriteString("type", "text");
            w.WriteString("text", sample.Input);
            w.WriteEndObject();
            foreach (var sent in sample.Images.Select(image).OfType<CallImage>())
            {
                w.WriteStartObject();
                w.WriteString("type", "image");
                w.WriteString("image", $"data:{sent.MediaType};base64,{Convert.ToBase64String(sent.Bytes.Span)}");
                w.WriteString("detail", "auto");
                w.WriteEndObject();
            }
            w.WriteEndArray();
        }
        w.WriteString("source", "input");
        w.WriteString("role", "user");
        w.WriteEndObject();
    }

    private void Target(Sample sample)
    {
        if (sample.Target is [var one])
        {
            json.Writer.WriteString("target", one);
            return;
        }
        json.Writer.WriteStartArray("target");
        foreach (var target in sample.Target) json.Writer.WriteStringValue(target);
        json.Writer.WriteEndArray();
    }

    private void Messages(Sample sample, string? reply)
    {
        var w = json.Writer;
        w.WriteStartArray("messages");
        if (run.Suite.System is { } system)
        {
            w.WriteStartObject();
            w.WriteString("content", system);
            w.WriteNull("source");
            w.WriteString("role", "system");
            w.WriteEndObject();
        }
        User(sample);
        if (reply is not null) Assistant(reply);
        w.WriteEndArray();
    }

    private void Assistant(string reply)
    {
        var w = json.Writer;
        w.WriteStartObject();
        w.WriteString("content", reply);
        w.WriteString("source", "generate");
        w.WriteString("role", "assistant");
        w.WriteNull("tool_calls");
        w.WriteEndObject();
    }

    private void Output(PlannedTrial planned)
    {
        var (w, replied) = (json.Writer, planned.Trial!.Outcome as CallOutcome.Replied);
        w.WriteStartObject("output");
        w.WriteString("model", replied?.ServedModel ?? run.Models[model]);
        w.WriteStartArray("choices");
        if (replied is not null)
        {
            w.WriteStartObject();
            w.WritePropertyName("message");
            Assistant(replied.Text);
            w.WriteString("stop_reason", replied.Stop switch
            {
                StopReason.Complete or StopReason.Empty => "stop",
                StopReason.Length => "max_tokens",
                StopReason.ToolCalls => "tool_calls",
                StopReason.ContentFilter or StopReason.Refusal => "content_filter",
                _ => "unknown",
            });
            w.WriteNull("logprobs");
            w.WriteEndObject();
        }
        w.WriteEndArray();
        w.WritePropertyName("usage");
        if (Tokens(planned.Trial) is { } usage) json.Usage(usage);
        else w.WriteNullValue();
        json.Number("time", planned.Answered is { } answered ? (decimal)answered.Duration.TotalSeconds : null);
        json.Nulls("metadata", "error");
        w.WriteEndObject();
    }

    /// <summary>Right and wrong as C and I; a figure between as the number. What nobody scored has no score.</summary>
    private void Scores(RecordedTrial trial)
    {
        var w = json.Writer;
        if (trial.Score is not Score.Scored scored)
        {
            w.WriteNull("scores");
            return;
        }
        w.WriteStartObject("scores");
        w.WriteStartObject(InspectJson.Scorer(trial.Scorer));
        if (scored is { Passed: true, Value: 1 }) w.WriteString("value", "C");
        else if (scored is { Passed: false, Value: 0 }) w.WriteString("value", "I");
        else w.WriteNumber("value", scored.Value);
        w.WriteString("answer", scored.Read);
        w.WriteString("explanation", scored.Why);
        if (scored is { Passed: { } passed, Value: > 0 and < 1 })
        {
            w.WriteStartObject("metadata");
            w.WriteBoolean("passed", passed);
            w.WriteEndObject();
        }
        else w.WriteNull("metadata");
        w.WriteEndObject();
        w.WriteEndObject();
    }

    private void Metadata(Sample sample, RecordedTrial trial)
    {
        var w = json.Writer;
        w.WriteStartObject("metadata");
        w.WriteString("category", sample.Category);
        if (sample.Cluster is not null) w.WriteString("cluster", sample.Cluster);
        if (sample.Difficulty is not null) w.WriteString("difficulty", sample.Difficulty);
        if (trial.Score is Score.Unscored unscored) w.WriteString("unscored", unscored.Why);
        w.WriteEndObject();
    }

    private void Error(PlannedTrial planned)
    {
        var message = planned.State switch
        {
            TrialState.Errored => unlocal.Of(planned.Failure!.Message),
            TrialState.Interrupted => "The call was under way when the program ended.",
            _ => null,
        };
        if (message is null)
        {
            json.Writer.WriteNull("error");
            return;
        }
        json.Writer.WriteStartObject("error");
        json.Writer.WriteString("message", message);
        json.Writer.WriteString("traceback", "");
        json.Writer.WriteString("traceback_ansi", "");
        json.Writer.WriteEndObject();
    }
}
