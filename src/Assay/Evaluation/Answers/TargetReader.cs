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
            if (Echo.SaysOnly(AnswerText.Folded(passage), target, prompt)) return Said<string>.One(target);
        // What is given as the answer is one, if another; a sentence may be talk.
        return kind is PassageKind.Sentence || normal.Length == 0 ? Said<string>.Nothing : Said<string>.One(normal);
    }
}
