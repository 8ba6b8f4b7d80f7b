using System.Globalization;
using Assay.Units;

namespace Assay.Evaluation.Answers;

/// <summary>A number taken for the answer; equal by value, whatever unit stands beside it.</summary>
internal sealed record NumberAnswer(FoundNumber Number)
{
    public bool Equals(NumberAnswer? other) => other is not null && Number.Value == other.Number.Value;

    public override int GetHashCode() => Number.Value.GetHashCode();

    public override string ToString() => NumberReader.Words(Number);
}

/// <summary>Reads the one number that a passage gives as its answer.</summary>
/// <param name="wanted">The unit of the target; null where it has none.</param>
/// <param name="prompt">Numbers of the question that a reply repeats beside another are not its answer.</param>
internal sealed class NumberReader(MeasureUnit? wanted, string prompt)
{
    private static readonly string[] Nones = ["none", "nothing", "nil", "zero", "no", "not any"];

    private HashSet<decimal>? asked;

    public Said<NumberAnswer> Read(string passage, PassageKind kind)
    {
        var all = NumberScan.Of(passage);
        if (all.Count == 0)
            return kind is not PassageKind.Sentence && passage.Length < 20 && Nones.Contains(AnswerText.Normal(passage)) ? Said<NumberAnswer>.One(new(new FoundNumber(0, null, null, 0, passage.Length))) : Said<NumberAnswer>.Nothing;
        if (all is [{ Denied: false, Bound: false } only]) return IsItemMark(passage, only) ? Said<NumberAnswer>.Nothing : Said<NumberAnswer>.One(new(only));
        return Choose(passage, [.. all.Where(n => !n.Denied && !IsItemMark(passage, n))]);
    }

    private Said<NumberAnswer> Choose(string passage, List<FoundNumber> numbers)
    {
        if (numbers.Exists(n => !n.Ordinal)) numbers.RemoveAll(n => n.Ordinal);
        if (numbers.Exists(n => !n.IsWord)) numbers.RemoveAll(n => n.IsWord && n.Value == 1);
        for (var i = numbers.Count - 1; i > 0; i--)
            if (IsOutOf(passage, numbers[i - 1].End, numbers[i].Start)) numbers.RemoveAt(i);
        numbers = InUnit(numbers);
        if (numbers.Count == 0) return Said<NumberAnswer>.Nothing;
        var distinct = Distinct(numbers);
        if (distinct.Count > 1 && distinct.FindAll(n => !Asked().Contains(n.Value)) is { Count: 1 } fresh) distinct = fresh;
        if (distinct.Count > 1) return Said<NumberAnswer>.Unclear($"It names several numbers: {Units.Words.List([.. distinct.Take(4).Select(Words)])}{(distinct.Count > 4 ? ", and more" : "")}.");
        return distinct[0].Bound ? Said<NumberAnswer>.Unclear($"It gives a limit and no value: '{passage[Math.Max(0, distinct[0].Start - 12)..Math.Min(passage.Length, distinct[0].End + 9)].Trim()}'.") : Said<NumberAnswer>.One(new(distinct[0]));
    }

    /// <summary>Where the target has a unit, numbers in that unit go before numbers of its kind, these before bare ones.</summary>
    private List<FoundNumber> InUnit(List<FoundNumber> numbers)
    {
        if (wanted is null) return numbers;
        if (numbers.FindAll(n => n.Unit?.Name == wanted.Name) is { Count: > 0 } same) return same;
        if (numbers.FindAll(n => n.Unit?.Kind == wanted.Kind) is { Count: > 0 } kin) return kin;
        return numbers.FindAll(n => n.Unit is null) is { Count: > 0 } bare ? bare : numbers;
    }

    /// <summary>Each value once; what says the same in another unit, to one part in a hundred, is no other.</summary>
    private static List<FoundNumber> Distinct(List<FoundNumber> numbers)
    {
        List<FoundNumber> distinct = [];
        foreach (var number in numbers)
        {
            if (!distinct.Exists(d => d.Value == number.Value && (d.Unit is null || number.Unit is null || d.Unit == number.Unit) || IsRestated(d, number))) distinct.Add(number);
            if (distinct.Count > 20) break;
        }
        return distinct;
    }

    private static bool IsRestated(FoundNumber a, FoundNumber b)
    {
        if (a.Unit is null || b.Unit is null || a.Unit == b.Unit || a.Unit.Kind != b.Unit.Kind || Math.Abs(a.Value) > 1_000_000_000 || Math.Abs(b.Value) > 1_000_000_000) return false;
        var (x, y) = (a.Value * a.Unit.Factor, b.Value * b.Unit.Factor);
        return Math.Abs(x - y) <= 0.01m * Math.Max(Math.Abs(x), Math.Abs(y));
    }

    /// <summary>"4 of 6", "4 out of 6", "4 of the 6".</summary>
    private static bool IsOutOf(string passage, int end, int start) => start > end && start - end <= 12 && passage.AsSpan(end, start - end).Trim() is "of" or "out of" or "of the" or "out of the";

    /// <summary>"1." or "1)" at the head of a line with more lines around it.</summary>
    private static bool IsItemMark(string passage, FoundNumber number) =>
        number.End + 1 < passage.Length && passage[number.End] is '.' or ')' && passage[number.End + 1] == ' ' && (number.Start == 0 || passage[number.Start - 1] == '\n') && passage.Contains('\n', StringComparison.Ordinal);

    private HashSet<decimal> Asked() => asked ??= [.. NumberScan.Of(AnswerText.Plain(prompt)).Select(n => n.Value)];

    internal static string Words(FoundNumber number) =>
        number.Value.ToString("#,0.############", CultureInfo.InvariantCulture) is var value && number.Unit is { } unit ? unit.Name is "$" or "€" or "£" or "¥" ? unit.Name + value : $"{value} {unit.Name}" : number.Value.ToString("#,0.############", CultureInfo.InvariantCulture);
}
