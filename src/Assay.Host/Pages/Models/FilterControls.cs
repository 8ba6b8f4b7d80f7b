using Assay.Search;

namespace Assay.Host.Pages.Models;

/// <summary>
/// The boxes and lists beside the text of a filter. They write the same language: a box that is ticked puts its condition into the text,
/// one that is unticked takes it out. What was ticked when the page was shown travels with the form, so that what somebody typed wins
/// over a box that nobody touched.
/// </summary>
public static class FilterControls
{
    public static readonly IReadOnlyList<(string Label, string Condition)> Boxes =
    [
        ("Vision", "vision"), ("Audio in", "audio in"), ("Reasoning", "reasoning"), ("Function calling", "function calling"), ("Structured outputs", "structured outputs"),
        ("Prompt caching", "prompt caching"), ("Open weights", "open weights"), ("Open source", "open source"), ("Free tier", "free tier"), ("Not retired", "not retired"),
    ];

    public static readonly IReadOnlyList<(string Label, IReadOnlyList<string> Conditions)> Lists =
    [
        ("Context", ["context >= 32K", "context >= 128K", "context >= 200K", "context >= 1M"]),
        ("Output price", ["output <= $0.5", "output <= $1", "output <= $5", "output <= $15"]),
        ("Cost a month", ["cost <= $100", "cost <= $500", "cost <= $2K", "cost <= $10K"]),
    ];

    private static readonly string[] All = [.. Boxes.Select(b => b.Condition), .. Lists.SelectMany(l => l.Conditions)];

    /// <summary>Which conditions of the controls a question has among those that must all hold.</summary>
    public static IReadOnlyList<string> In(Question question, Vocabulary vocabulary)
    {
        var clauses = question.Clauses.Select(c => c.ToString()!).ToHashSet(StringComparer.Ordinal);
        return [.. All.Where(c => clauses.Contains(Read(c, vocabulary).ToString()!))];
    }

    /// <summary>The text with what was ticked since the page was shown, and without what was unticked.</summary>
    public static string Compose(string? text, IReadOnlyCollection<string> shown, IReadOnlyCollection<string> ticked, Vocabulary vocabulary)
    {
        var (added, removed) = (ticked.Except(shown).Intersect(All).ToArray(), shown.Except(ticked).Select(c => Read(c, vocabulary).ToString()).ToHashSet());
        var typed = text?.Trim().Trim(',') ?? "";
        // A text that cannot be read stays as it is, to be mended by who wrote it. One that nothing is taken out of stays as typed.
        if (removed.Count > 0 && QuestionReader.TryRead(vocabulary, typed, out var question, out _))
            typed = Question.AllOf(question.Clauses.Where(c => !removed.Contains(c.ToString()))).ToString()!;
        return string.Join(", ", new[] { typed }.Concat(added).Where(part => part.Length > 0));
    }

    private static Question Read(string condition, Vocabulary vocabulary) => QuestionReader.TryRead(vocabulary, condition, out var question, out _) ? question : Question.Anything;
}
