using System.Text.Json;
using Assay.Calls;
using Assay.Evaluation;

namespace Assay.Adapters.Logs.Inspect;

/// <summary>The samples of an Inspect log, each with one epoch's answer.</summary>
internal sealed class InspectSamples
{
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);
    private string? system;
    private bool systemsDiffer;

    public LogBuilder Builder { get; } = new();

    /// <summary>The first message of every sample where it is a system message and the same for all; it is part of what was asked.</summary>
    public string? System => systemsDiffer || system is not { Length: > 0 } ? null : system;

    public void Take(JsonElement sample, string model)
    {
        if (sample.Word("id") is not { Length: > 0 and <= LogLimits.Name } id)
        {
            Builder.Note("a sample without an id, or with one of more than 500 characters: left out");
            return;
        }
        ids.Add(id);
        var content = new InspectContent(sample, Builder, id);
        var (input, images, inputHasSystem) = content.Asked(sample.Get("input"));
        Follow(sample, content, inputHasSystem);
        Builder.Add(
            new()
            {
                Place = 0,
                Id = id,
                Category = LogText.Category(sample.Get("metadata")),
                Input = LogText.WithOptions(input, sample.Get("choices").Texts, ")"),
                Images = images,
                Target = sample.Get("target").Texts,
            },
            Trial(sample, content, model));
    }

    /// <summary>What the log counts and does not hold.</summary>
    public void NoteMissing(InspectHeader header)
    {
        if (header.SampleIds.Where(i => !ids.Contains(i)).ToArray() is { Length: > 0 } missing)
            Builder.Note($"{LogText.Count(missing.Length, "sample")} of the run have no record in the log, so they are not in its denominator", string.Join(", ", missing.Take(3)));
        if (header.Total is { } total && total > Builder.Trials) Builder.Note($"the log's own totals count {LogText.Count(total, "trial")}, and it holds {Builder.Trials:#,0}");
        if (header.Status is { } status and not "success") Builder.Note(status == "started" ? "the log was not finished when it was copied" : $"the run ended with '{status}'");
        if (systemsDiffer) Builder.Note("samples had different system messages: they are not shown");
    }

    private void Follow(JsonElement sample, InspectContent content, bool inputHasSystem)
    {
        if (inputHasSystem || sample.Items("messages").FirstOrDefault() is not { ValueKind: JsonValueKind.Object } first) return;
        var text = first.Text("role") == "system" ? content.Text(first.Get("content")).Trim() : "";
        if (system is null) system = text;
        else if (system != text) systemsDiffer = true;
    }

    private static DraftTrial Trial(JsonElement sample, InspectContent content, string model)
    {
        var output = sample.Get("output");
        var calls = sample.Items("messages").Count(m => m.Text("role") == "assistant");
        return new()
        {
            Model = model,
            Repetition = (int)Math.Min((sample.Count("epoch") ?? 1) - 1, LogLimits.Repetitions),
            Outcome = Outcome(sample, output, content),
            Started = sample.Time("started_at"),
            // The time of an output is that of its last call; where there were several, the sample's working time is theirs together.
            Duration = calls <= 1 ? output.Seconds("time") ?? sample.Seconds("working_time") : sample.Seconds("working_time"),
            // What the sample took of a model is also what a grader took of it.
            Usage = (calls <= 1 ? InspectUsage.Of(output.Get("usage")) : null) ?? InspectUsage.Of(sample.Get("model_usage").Get(model)) ?? InspectUsage.Of(output.Get("usage")),
            Scores = InspectScores.Of(sample),
        };
    }

    private static CallOutcome Outcome(JsonElement sample, JsonElement output, InspectContent content)
    {
        if (sample.Get("error").Says) return DraftTrial.Failure(sample.Get("error").Text("message"));
        var choice = output.Items("choices").FirstOrDefault();
        if (choice.ValueKind is not JsonValueKind.Object) return DraftTrial.Failure(output.Text("error") ?? "The log holds no output for it.");
        var message = choice.Get("message");
        var text = content.Text(message.Get("content"));
        var word = sample.Get("limit").Text("type") is { } limit ? $"limit: {limit}" : choice.Text("stop_reason");
        return new CallOutcome.Replied(text, Stop(word, text))
        {
            StopWord = word,
            Reasoning = content.Reasoning(message.Get("content")),
            ServedModel = output.Name("model"),
        };
    }

    private static StopReason Stop(string? word, string text) => word switch
    {
        "content_filter" => StopReason.ContentFilter,
        "max_tokens" or "model_length" => StopReason.Length,
        "tool_calls" => StopReason.ToolCalls,
        { } limit when limit.StartsWith("limit: ", StringComparison.Ordinal) => StopReason.Length,
        "stop" => text.Length == 0 ? StopReason.Empty : StopReason.Complete,
        _ => StopReason.Unknown,
    };
}
