namespace Assay.Search;

/// <summary>
/// Reads a question: conditions parted by commas or <c>and</c>, with <c>or</c>, <c>not</c> and brackets. A comma parts most loosely, then
/// <c>or</c>, then <c>and</c>. docs/finder.md has the grammar.
/// </summary>
public sealed class QuestionReader
{
    private const int LongestText = 2000;
    private const int DeepestBrackets = 20;

    /// <summary>What a condition ends before.</summary>
    private static readonly string[] Ends = [",", ")", "and", "or", "not"];


    private readonly Vocabulary vocabulary;
    private readonly List<Token> tokens;
    private int at;
    private int depth;

    private QuestionReader(Vocabulary vocabulary, string text) => (this.vocabulary, tokens) = (vocabulary, Tokens.Of(text));

    private sealed class Misread(string message) : Exception(message);

    /// <summary>Reads a question; nothing asks nothing. On a fault, <paramref name="problem"/> names the condition, what is allowed and an example.</summary>
    public static bool TryRead(Vocabulary vocabulary, string? text, out Question question, out string? problem)
    {
        (question, problem) = (Question.Anything, null);
        if (string.IsNullOrWhiteSpace(text)) return true;
        if (text.Length > LongestText)
        {
            problem = $"The question has {text.Length} characters: write at most {LongestText}.";
            return false;
        }
        var reader = new QuestionReader(vocabulary, text);
        try
        {
            question = reader.Whole();
            if (reader.More) throw new Misread($"'{reader.Next.Text}' closes a bracket that was not opened: leave it out.");
            return true;
        }
        catch (Misread fault)
        {
            (question, problem) = (Question.Anything, fault.Message);
            return false;
        }
    }

    private bool More => at < tokens.Count;
    private Token Next => tokens[at];
    private bool IsNext(string text) => More && Next.Is(text);

    private bool Take(string text)
    {
        if (!IsNext(text)) return false;
        at++;
        return true;
    }

    private Question Whole()
    {
        var parts = new List<Question>();
        do
        {
            while (Take(",")) { }
            if (More && !IsNext(")")) parts.Add(Either());
        }
        while (IsNext(","));
        return Question.AllOf(parts);
    }

    private Question Either()
    {
        var parts = new List<Question> { Both() };
        while (Take("or")) parts.Add(Both());
        return Question.AnyOf(parts);
    }

    private Question Both()
    {
        var parts = new List<Question> { One() };
        while (More && !IsNext(",") && !IsNext(")") && !IsNext("or"))
        {
            Take("and");
            parts.Add(One());
        }
        return Question.AllOf(parts);
    }

    private Question One()
    {
        if (!More || IsNext(",") || IsNext(")") || IsNext("or") || IsNext("and")) throw new Misread($"A condition is missing {(More ? $"before '{Next.Text}'" : "at the end")}: write one, for example vision, or leave out what joins it.");
        if (Take("not") || Take("no") || Take("without"))
        {
            Deepen();
            var part = One();
            depth--;
            return new Question.Not(part);
        }
        if (!Take("(")) return Condition();
        Deepen();
        var inner = Whole();
        depth--;
        if (!Take(")")) throw new Misread("A bracket is not closed: write ) at its end.");
        return inner;
    }

    private void Deepen()
    {
        if (++depth > DeepestBrackets) throw new Misread($"Brackets and 'not' are nested more than {DeepestBrackets} deep: write the question flatter.");
    }

    private Question Condition()
    {
        var (field, given) = Named();
        if (given is not null) return new Question.Condition(field, Operator.Equal, given, null);
        var negated = Take("!=") || Take("≠") || Take("<>");
        var sign = Operator.Equal;
        var signed = negated || TakeSign(out sign);
        if (field.Kind is FieldKind.YesNo && !signed && (!More || !IsYesNo(Next))) return new Question.Condition(field, Operator.Equal, "yes", null);
        if (!More || (!signed && Ends.Contains(Next.Text, StringComparer.OrdinalIgnoreCase)))
        {
            // A field of its own name and no value: whether anything is known of it.
            if (!signed) return new Question.Condition(field, Operator.Equal, "known", null);
            throw new Misread($"'{field.Name}' is asked without a value: write, for example, {Example(field)}.");
        }
        var condition = Valued(field, sign, signed, tokens[at++].Text);
        return negated ? new Question.Not(condition) : condition;
    }

    /// <summary>The longest name at this place, of a field or a shorthand.</summary>
    private (Field Field, string? Value) Named()
    {
        for (var count = Math.Min(Vocabulary.LongestName, tokens.Count - at); count > 0; count--)
        {
            if (tokens.GetRange(at, count).Exists(t => t.Quoted)) continue;
            var name = Vocabulary.Plain(string.Join(' ', tokens.Skip(at).Take(count).Select(t => t.Text)));
            var shorthand = Vocabulary.Shorthands.TryGetValue(name, out var means);
            if ((shorthand ? vocabulary.Find(means.Field) : vocabulary.Find(name)) is not { } field) continue;
            at += count;
            return (field, shorthand ? means.Value : null);
        }
        throw new Misread(NoField());
    }

    private string NoField()
    {
        var end = at + 1;
        while (end < tokens.Count && end < at + 4 && tokens[end].Text is not ("," or "(" or ")") && !Operators.TryRead(tokens[end].Text, out _) && !IsYesNo(tokens[end])) end++;
        var typed = string.Join(' ', tokens[at..end].Select(t => t.Text));
        var near = vocabulary.NearestFields(typed) is { Count: > 0 } whole ? whole : vocabulary.NearestFields(Next.Text);
        var hint = near.Count > 0 ? $"the nearest are {string.Join(", ", near)}" : "there are, for example, vision, context window, output price, weights, maker, released, cost";
        return $"'{typed}' is not a field to ask about: {hint}. Write, for example, vision, context >= 200K, output <= $1. A value of several words goes in quotes.";
    }

    private bool TakeSign(out Operator sign)
    {
        sign = Operator.Equal;
        for (var count = Math.Min(2, tokens.Count - at); count > 0; count--)
        {
            if (tokens.GetRange(at, count).Exists(t => t.Quoted) || !Operators.TryRead(string.Join(' ', tokens.Skip(at).Take(count).Select(t => t.Text)), out sign)) continue;
            at += count;
            return true;
        }
        return false;
    }

    private static bool IsYesNo(Token token) => token.Is("yes") || token.Is("no") || IsState(token.Text);

    private static bool IsState(string text) => Question.Condition.States.Contains(text, StringComparer.OrdinalIgnoreCase);

    private Question.Condition Valued(Field field, Operator sign, bool signed, string value)
    {
        if (IsState(value) && sign is Operator.Equal) return new(field, Operator.Equal, value.ToLowerInvariant(), null);
        if (field.IsOrdered)
        {
            if (!signed) throw new Misread($"'{field.Name} {value}' lacks a sign: write {field.Name} >= {value} or {field.Name} <= {value}.");
            return FieldValues.TryRead(field.Kind, value, out var span) ? new(field, sign, value, span)
                : throw new Misread($"'{value}' is not a value of '{field.Name}': write {FieldValues.Example(field.Kind)}, for example {Example(field)}.");
        }
        if (sign is not Operator.Equal) throw new Misread($"'{field.Name}' has no order, so '{Operators.Sign(sign)}' says nothing of it: write, for example, {Example(field)}.");
        if (field.Kind is FieldKind.YesNo)
            return value.ToLowerInvariant() is "yes" or "no" ? new(field, sign, value.ToLowerInvariant(), null)
                : throw new Misread($"'{value}' is not a value of '{field.Name}': write yes, no, known, unknown or disputed.");
        return vocabulary.Word(field, value) is { } word ? new(field, sign, word, null)
            : throw new Misread($"'{value}' is a {field.Name} that no model here has: {Near(vocabulary.NearestWords(field, value))}. A value of several words goes in quotes.");
    }

    private static string Near((IReadOnlyList<string> Words, bool AreNear) found) =>
        found.Words.Count == 0 ? "there is none" : $"{(found.AreNear ? "the nearest are" : "there are, for example,")} {string.Join(", ", found.Words.Select(Tokens.Quoted))}";

    private string Example(Field field) => field.Kind switch
    {
        FieldKind.Date => $"{field.Name} >= 2025-06",
        FieldKind.Usd => $"{field.Name} <= $1",
        FieldKind.Tokens => $"{field.Name} >= 200K",
        FieldKind.Parameters => $"{field.Name} <= 30B",
        FieldKind.Gigabytes => $"{field.Name} <= 24",
        FieldKind.Score => $"{field.Name} >= 70",
        FieldKind.Count => $"{field.Name} >= 3",
        FieldKind.YesNo => field.Name,
        _ => $"{field.Name} = {Tokens.Quoted(vocabulary.NearestWords(field, "").Words is [var first, ..] ? first : "…")}",
    };
}
