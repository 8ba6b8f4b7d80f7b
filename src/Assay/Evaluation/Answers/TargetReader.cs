namespace Assay.Evaluation.Answers;

/// <summary>Reads whether a passage says one of the targets and nothing else.</summary>
/// <param name="targets">Normalised, none empty.</param>
internal sealed class TargetReader(IReadOnlyList<string> targets, string prompt)
{
    public Said<string> Read(string passage, PassageKind kind)
    {
        var normal = AnswerText.Normal(passage);
        foreach (var target in targets)
            if (normal == target) return Said<string>.One(target);
        foreach (var target in targets)
            if (IsNameInParts(target, normal)) return Said<string>.One(target);
        var plain = passage.Length > 1_000 ? "" : AnswerText.Unquoted(passage);
        foreach (var target in targets)
            if (normal.Contains(target, StringComparison.Ordinal) && Echo.SaysOnly(plain, target, prompt)) return Said<string>.One(target);
        // What is given as the answer is one, if another; a sentence may be talk.
        return kind is PassageKind.Sentence || normal.Length == 0 ? Said<string>.Nothing : Said<string>.One(normal);
    }

    /// <summary>A name of letters and digits, such as JBHU282862, is the same with a blank in it.</summary>
    private static bool IsNameInParts(string target, string normal) =>
        normal.Length > target.Length && normal.Length <= target.Length + 2 && !target.Contains(' ', StringComparison.Ordinal) && target.Any(char.IsDigit) && target.Any(char.IsLetter) && normal.Replace(" ", "", StringComparison.Ordinal) == target;
}
