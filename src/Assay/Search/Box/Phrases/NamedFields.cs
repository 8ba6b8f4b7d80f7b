namespace Assay.Search.Box.Phrases;

/// <summary>A field by one of the finder's own names, with its value: "gpqa-diamond over 70", "licence MIT", "released 2026". Without a sign a day is that day, a size or score the least.</summary>
internal sealed class NamedFields : IPhrase
{
    public Phrase? Read(ConditionLine line, int at)
    {
        for (var count = Math.Min(Vocabulary.LongestName, line.Count - at); count > 0; count--)
        {
            var name = Vocabulary.Plain(line.Join(at, count)!);
            if (Vocabulary.Shorthands.ContainsKey(name)) return new(count, name);
            if (line.Vocabulary.Find(name) is { } field && Valued(line, field, at, at + count) is { } phrase) return phrase;
        }
        return null;
    }

    private static Phrase? Valued(ConditionLine line, Field field, int start, int at)
    {
        var name = field.Name;
        if (field.Kind is FieldKind.YesNo) return line.Is(at, "yes", "no") ? new(at + 1 - start, $"{name} = {line[at]}") : new(at - start, name);
        var (sign, words) = line.Sign(at);
        if (line.Is(at, "of")) (sign, words) = line.Sign(at + 1) is (var after, var more) ? (after, more + 1) : (null, 1);
        var next = at + words;
        if (Question.Condition.States.Contains(line[next])) return new(next + 1 - start, $"{name} = {line[next]}");
        if (!field.IsOrdered)
            return sign is null or Operator.Equal && line.WordOf(field, next) is (not null and var word, var count) ? new(next + count - start, $"{name} = {Tokens.Quoted(word)}") : null;
        var value = line[next].TrimEnd('+');
        if (value.Length == 0 || !FieldValues.TryRead(field.Kind, value.ToUpperInvariant(), out _)) return null;
        if (line[next].EndsWith('+')) sign ??= Operator.AtLeast;
        next++;
        if (line.SignBehind(next) is (not null and var behind, var tail)) (sign, next) = (sign ?? behind, next + tail);
        return Usual(field, sign) is { } holds ? new(next - start, $"{name} {Operators.Sign(holds)} {value.ToUpperInvariant()}") : null;
    }

    private static Operator? Usual(Field field, Operator? sign) => sign ?? field.Kind switch
    {
        FieldKind.Date => Operator.Equal,
        FieldKind.Tokens or FieldKind.Score => Operator.AtLeast,
        // Whether that is the most or the least is not said.
        _ => null,
    };
}
