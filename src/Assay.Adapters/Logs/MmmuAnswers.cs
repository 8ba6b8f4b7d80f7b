using Assay.Calls;
using Assay.Evaluation;

namespace Assay.Adapters.Logs;

/// <summary>
/// Answers to MMMU-Pro as its evaluation writes them (https://github.com/MMMU-Benchmark/MMMU): a line for each question with the reply and the verdict. The files
/// of MMMU itself hold answers alone and are refused.
/// </summary>
public sealed class MmmuAnswers : ILogReader
{
    public string Id => "mmmu";

    public string Expects => "the .jsonl that MMMU-Pro's evaluate.py writes, with --model";

    public bool Recognises(LogSource source) => source.Head.Contains("\"if_right\"", StringComparison.Ordinal) || IsAnswersAlone(source);

    public IReadOnlyList<LogRun> Read(LogSource source, LogChoice choice, CancellationToken cancellationToken)
    {
        if (IsAnswersAlone(source)) throw new LogRefusedException("It holds letters by question: no questions, and no verdicts. MMMU's own main_eval_only.py scores such files and prints totals; the .jsonl of MMMU-Pro's evaluate.py holds trials.");
        var model = choice.Model ?? throw new LogRefusedException("The record does not name the model; only its file's name may. Say which it was with --model NAME.");
        var builder = new LogBuilder();
        builder.Note("images are not in the record: questions show the marks that stand for them");
        foreach (var (line, record) in JsonLines.Read(source.Name, source.Open()))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (record.Name("id") is not { } id) throw new LogRefusedException($"Line {line} has no id, which every record has.");
            builder.Add(
                new()
                {
                    Place = 0,
                    Id = id,
                    Category = LogText.Category(record),
                    Input = record.Text("question") + (record.Text("options") is { } options ? $"\n\n{options}" : ""),
                    Target = record.Get("answer").Texts,
                    Difficulty = record.Text("topic_difficulty")?.ToLowerInvariant() is "easy" or "medium" or "hard" ? record.Text("topic_difficulty")!.ToLowerInvariant() : null,
                },
                Trial(record, model));
        }
        return [builder.Build(new()
        {
            Task = source.Name.Contains("vision", StringComparison.OrdinalIgnoreCase) ? "MMMU-Pro vision" : "MMMU-Pro",
            Origin = new("mmmu", source.Name, source.Hash, null),
            Scorer = choice.Scorer,
            NothingIn = "The file holds no records.",
        })];
    }

    private static bool IsAnswersAlone(LogSource source) => source.Head.TrimStart().StartsWith("{\"validation_", StringComparison.Ordinal) || System.Text.RegularExpressions.Regex.IsMatch(source.Head, "^\\s*\\{\\s*\"(?:validation|test|dev)_[A-Za-z_]+_[0-9]+\"", System.Text.RegularExpressions.RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private static DraftTrial Trial(System.Text.Json.JsonElement record, string model)
    {
        var reply = record.Get("response").Texts;
        var read = record.Get("pred_indexs").AsAnything;
        return new()
        {
            Model = model,
            Outcome = reply.Length == 0 ? DraftTrial.Failure("The record holds no reply for it.") : new CallOutcome.Replied(string.Join('\n', reply), string.Concat(reply).Length == 0 ? StopReason.Empty : StopReason.Unknown),
            Scores = [new("if_right", null, record.Flag("if_right"), read is null ? "The evaluation read no letter in the reply." : $"The evaluation read the letter {Units.Visible.Line(read, 40)}.", read)],
        };
    }
}
