using System.Text.Json;
using Assay.Evaluation.Answers;
using Assay.Evaluation.Schemas;

namespace Assay.Evaluation.Scorers;

/// <summary>The reply is JSON that follows the schema of the target. Strict JSON, alone, under a key for answers, or in one fence.</summary>
public sealed class JsonSchemaScorer : ReplyScorer<NoOptions>
{
    public override string Id => "json-schema";

    private protected override NoOptions ReadOptions(OptionReader reader) => NoOptions.Only;

    private protected override string? TargetFault(Sample sample, NoOptions options)
    {
        foreach (var target in sample.Target)
            if (JsonSchema.Read(target, out var why) is null) return $"The target is no schema that can be checked: {why}";
        return null;
    }

    private protected override Score Score(Sample sample, NoOptions options, ScoredReply reply)
    {
        var answer = Vision.Replies.ReplyText.Answer(reply.Text);
        var text = (AnswerForms.Fenced(answer) ?? answer).Trim();
        var faults = new List<string>();
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { AllowDuplicateProperties = false });
            foreach (var target in sample.Target)
            {
                if (JsonSchema.Read(target, out var why) is not { } schema) return new Score.Unscored($"The target is no schema that can be checked: {why}");
                if (schema.Fault(document.RootElement) is not { } fault) return Evaluation.Score.Pass("The JSON follows the schema.", FinalAnswer.Short(text));
                faults.Add(fault);
            }
        }
        catch (JsonException e)
        {
            return Evaluation.Score.Fail($"The reply is not JSON: {Units.Visible.Line(e.Message, 160)}", FinalAnswer.Short(text));
        }
        return Evaluation.Score.Fail($"The JSON does not follow the schema: {faults[0]}", FinalAnswer.Short(text));
    }
}
