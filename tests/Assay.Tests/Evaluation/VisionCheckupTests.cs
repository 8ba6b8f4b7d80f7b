using System.Globalization;
using System.Text;
using System.Text.Json;
using Assay.Evaluation;
using Assay.Evaluation.Scorers;
using Shouldly;
using Xunit;

namespace Assay.Tests.Evaluation;

/// <summary>
/// 1,443 saved answers of 19 models, scored anew: how often our verdict is another than that of the substring scorer of then, and why. The counts stand in
/// docs/scorers-vs-substring.md; ASSAY_UPDATE_GOLDEN=1 writes them anew.
/// </summary>
public sealed class VisionCheckupTests
{
    private sealed record Answer(string Model, string File, string Reply, string Target, bool WasRight, Score.Scored Score);

    [Fact]
    public void The_doc_has_the_counts_of_the_answers()
    {
        var path = Path.Combine(TestData.Shared("vision-checkup"), "results", "2025-05-13_19models.jsonl");
        var answers = File.ReadLines(path).Select(Read).ToArray();
        answers.Length.ShouldBe(1443);
        var counts = Counts(answers);
        var page = Path.Combine(TestData.Repository, "docs", "scorers-vs-substring.md");
        var text = File.ReadAllText(page);
        var (from, to) = (text.IndexOf("<!-- counts -->\n", StringComparison.Ordinal) + "<!-- counts -->\n".Length, text.IndexOf("<!-- end of counts -->", StringComparison.Ordinal));
        if (Environment.GetEnvironmentVariable("ASSAY_UPDATE_GOLDEN") == "1") File.WriteAllText(page, text[..from] + counts + text[to..]);
        else text[from..to].ShouldBe(counts);
    }

    private static string Counts(Answer[] answers)
    {
        var changed = answers.Where(a => a.Score.Passed != a.WasRight).ToArray();
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{answers.Length:#,0} answers: {answers.Length - changed.Length:#,0} verdicts are the same, {changed.Count(c => c.WasRight)} were right and are wrong now, {changed.Count(c => !c.WasRight)} were wrong and are right now.\n\n| why | was right, is wrong | was wrong, is right | items |\n|---|---|---|---|\n");
        foreach (var group in changed.GroupBy(Why).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"| {group.Key} | {group.Count(c => c.WasRight)} | {group.Count(c => !c.WasRight)} | {string.Join(", ", group.GroupBy(c => Path.GetFileNameWithoutExtension(c.File)).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key} {g.Count()}"))} |\n");
        text.Append("\n| model | answers | right then | right now | same verdict |\n|---|---|---|---|---|\n");
        foreach (var model in answers.GroupBy(a => a.Model).OrderBy(g => g.Key, StringComparer.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"| {model.Key} | {model.Count()} | {model.Count(a => a.WasRight)} | {model.Count(a => a.Score.Passed == true)} | {model.Count(a => a.Score.Passed == a.WasRight)} |\n");
        return text.ToString();
    }

    /// <summary>The kind of a difference, from what can be counted; each was read besides.</summary>
    private static string Why(Answer answer)
    {
        var (reply, target) = (Letters(answer.Reply), Letters(answer.Target));
        if (!answer.WasRight) return answer.Reply.Contains(answer.Target.Split(' ')[0], StringComparison.OrdinalIgnoreCase) ? "unit, quotes or line breaks written otherwise" : "number in words, or quotes and line breaks otherwise";
        if (reply.Length <= target.Length + 3 && (reply == target || reply == target + "0")) return "the answer in another form than the key";
        if (answer.Score.Why.Contains("several", StringComparison.Ordinal) || answer.Score.Why.Contains("goes on", StringComparison.Ordinal)) return "several answers, or one among others";
        if (answer.Reply.Length < 8) return "the key is part of a longer number";
        if (target is "no" or "yes") return "the key is part of another word, or said of something else";
        if (answer.Score.Read is not null) return "another answer is given, the key only occurs";
        return "the key occurs, and no answer is given plainly";
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));

    private static Answer Read(string line)
    {
        using var document = JsonDocument.Parse(line);
        string Text(string key) => document.RootElement.GetProperty(key).GetString()!.Trim();
        var chosen = ScorerChooser.Of(Text("prompt"), Text("answer"));
        var sample = Scoring.Sample(chosen.Choice.Id, chosen.Choice.Options, Text("prompt"), [.. chosen.Target]);
        return new(Text("model"), Text("file_name"), Text("result"), Text("answer"), document.RootElement.GetProperty("correct").GetBoolean(), Scoring.Of(sample, document.RootElement.GetProperty("result").GetString()!).ShouldBeOfType<Score.Scored>());
    }
}
