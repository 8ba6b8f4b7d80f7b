using Assay.Search.Box.Phrases;

namespace Assay.Search.Box;

/// <summary>
/// Conditions on models in plain words, read into the finder's language. Every phrase is read with certainty or not at all; what is left over is a word of a
/// model's name, or named as not understood.
/// </summary>
internal static class ConditionWords
{
    /// <summary>Of two that read equally many words the earlier counts.</summary>
    private static readonly IPhrase[] Phrases = [new Capabilities(), new Prices(), new Sizes(), new Orders(), new Dates(), new Makers(), new Providers(), new Tags(), new NamedFields()];

    /// <summary>Words that say that models are asked for, and nothing of them.</summary>
    private static readonly HashSet<string> Fillers =
    [
        ",", ";", "(", ")", "and", "with", "that", "which", "who", "a", "an", "the", "me", "show", "find", "list", "give", "get", "search", "all", "any", "some", "model", "models", "llm", "llms", "is", "are", "has", "have", "having",
        "can", "do", "does", "for", "in", "of", "to", "support", "supports", "supporting", "but", "what", "there", "please", "their", "its", "it", "i", "want", "need", "than", "also", "one", "ones", "whose", "be", "on", "ai", "only", "where", "at",
    ];

    /// <returns>Null where nothing in the line is a condition or an order.</returns>
    public static ConditionReading? Read(Vocabulary vocabulary, NameIndex names, DateOnly today, string text)
    {
        if (QuestionReader.TryRead(vocabulary, text, out var own, out _) && own.Conditions.Any()) return new() { Filter = own.ToString()!, Question = own };
        var state = new State(new(vocabulary, names, today, text));
        state.Read();
        return state.Result();
    }

    /// <summary>What has been read of one line.</summary>
    private sealed class State(ConditionLine line)
    {
        /// <summary>Groups that must all hold; of each group one condition must.</summary>
        private readonly List<List<string>> groups = [];
        private readonly List<(int At, string Word)> left = [];
        private Phrase? order;
        private bool joins;

        public void Read()
        {
            for (var at = 0; at < line.Count;)
            {
                if (line.Is(at, "or") && groups.Count > 0) (joins, at) = (true, at + 1);
                else if (Negated(at) is { } not) Add(not, $"not {not.Condition}", ref at);
                else if (Best(at) is { } phrase) Add(phrase, phrase.Condition, ref at);
                else
                {
                    if (!Fillers.Contains(line[at])) left.Add((at, line[at]));
                    at++;
                }
            }
        }

        public ConditionReading? Result()
        {
            if (groups.Count == 0 && order is null) return null;
            var filter = string.Join(", ", groups.Select(g => string.Join(" or ", g)));
            if (!QuestionReader.TryRead(line.Vocabulary, filter, out var question, out _)) return null;
            var named = left.Count > 0 && left.TrueForAll(l => line.Names.IsWordOfModel(l.Word)) ? string.Join(' ', left.Select(l => l.Word)) : null;
            return new()
            {
                Filter = question.ToString()!, Question = question, Sort = order?.Sort, SortInWords = order?.SortInWords, Named = named,
                NotUnderstood = named is null ? [.. Pieces()] : [],
            };
        }

        /// <summary>"no vision", "without audio in": the negation with the condition behind it.</summary>
        private Phrase? Negated(int at) =>
            line.Is(at, "no", "not", "without", "excluding", "except", "non") && Best(at + 1) is { Condition: not null, Sort: null } phrase ? phrase with { Words = phrase.Words + 1 } : null;

        private Phrase? Best(int at)
        {
            Phrase? best = null;
            foreach (var kind in Phrases)
                if (kind.Read(line, at) is { } phrase && phrase.Words > (best?.Words ?? 0) && IsRead(phrase)) best = phrase;
            return best;
        }

        /// <summary>The finder itself decides whether a condition is one.</summary>
        private bool IsRead(Phrase phrase) => phrase.Condition is null || QuestionReader.TryRead(line.Vocabulary, phrase.Condition, out _, out _);

        private void Add(Phrase phrase, string? condition, ref int at)
        {
            at += phrase.Words;
            if (phrase.Sort is not null) order ??= phrase;
            if (condition is null) return;
            if (joins) groups[^1].Add(condition);
            else if (groups.TrueForAll(g => !g.Contains(condition))) groups.Add([condition]);
            joins = false;
        }

        /// <summary>Words that stood together stay together.</summary>
        private IEnumerable<string> Pieces()
        {
            for (var i = 0; i < left.Count;)
            {
                var end = i + 1;
                while (end < left.Count && left[end].At == left[end - 1].At + 1) end++;
                yield return string.Join(' ', left[i..end].Select(l => l.Word));
                i = end;
            }
        }
    }
}
