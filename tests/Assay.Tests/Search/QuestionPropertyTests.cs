using Assay.Catalog;
using Assay.Search;
using Assay.Tests.Comparison;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;
using Property = Assay.Catalog.Property;

namespace Assay.Tests.Search;

/// <summary>What holds for every question and every catalogue.</summary>
public sealed class QuestionPropertyTests
{
    private static readonly Truth[] All = [Truth.Yes, Truth.No, Truth.Unknown];

    private static Gen<string> Conditions => Gen.OneOf(
        from f in Gen.Elements(Capability.All.Select(c => c.Name).Append("open source").Append("retired").Append("task_ocr").ToArray()) from v in Gen.Elements("", " yes", " = no", " unknown", " known", " disputed") select f + v,
        from f in Gen.Elements("context", "max output", "input", "output", "cost", "routes", "parameters", "released", "mmmu", "route_output", "batch input price") from s in Gen.Elements(">=", "<", "<=", ">", "=", "!=", "≥")
        from v in Gen.Elements("1", "8192", "128000", "2024") select f == "released" ? $"released {s} 2024-05" : $"{f} {s} {v}",
        Gen.Elements("open weights", "closed weights", "by alpha", "maker != beta", "takes images", "licence \"house terms\"", "commercial use = no", "not deprecated", "lifecycle = active", "tagged coding", "knowledge cutoff unknown"));

    private static Gen<string> Questions(int depth) => depth == 0 ? Conditions : Gen.OneOf(Conditions,
        from a in Questions(depth - 1) from b in Questions(depth - 1) from joint in Gen.Elements(", ", " and ", " or ") select $"({a}){joint}({b})",
        from a in Conditions from b in Questions(depth - 1) from joint in Gen.Elements(", ", " and ", " or ") select a + joint + b,
        from a in Questions(depth - 1) select $"not ({a})");

    private static Arbitrary<(Claim[] Claims, string First, string Second)> Cases => Arb.From(
        from claims in RandomCatalogs.Claims.Generator from first in Questions(3) from second in Questions(2) select (claims, first, second));

    private static void ForAll(Action<Asked, string, string> holds, int tests = 150) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(tests).WithReplay(20260702, 7), Prop.ForAll(Cases, c => holds(new(Described(c.Claims)), c.First, c.Second)));

    /// <summary>Every word that the questions use is some model's, so that only what is known of the others differs.</summary>
    private static TestCatalog Described(Claim[] claims)
    {
        var catalog = RandomCatalogs.Of(claims);
        catalog.Model("delta/all").Is(Property.Licence, "House Terms").Set(Property.ModalitiesIn, "text", "image").Scored("mmmu", 50);
        return catalog;
    }

    [Fact]
    public void A_question_printed_and_read_again_is_the_same_question() => ForAll((asked, text, _) =>
    {
        var question = asked.Question(text);
        var again = asked.Question(question.ToString()!);
        again.ToString().ShouldBe(question.ToString());
        foreach (var candidate in asked.Candidates) again.Of(candidate).ShouldBe(question.Of(candidate), text);
    });

    [Fact]
    public void And_or_and_not_are_kleenes() => ForAll((asked, a, b) =>
    {
        var (first, second) = (asked.Question(a), asked.Question(b));
        foreach (var c in asked.Candidates)
        {
            asked.Question($"({a}), ({b})").Of(c).ShouldBe(Truths.And(first.Of(c), second.Of(c)));
            asked.Question($"({a}) and ({b})").Of(c).ShouldBe(Truths.And(first.Of(c), second.Of(c)));
            asked.Question($"({a}) or ({b})").Of(c).ShouldBe(Truths.Or(first.Of(c), second.Of(c)));
            asked.Question($"not ({a})").Of(c).ShouldBe(Truths.Not(first.Of(c)));
            asked.Question($"not (({a}), ({b}))").Of(c).ShouldBe(asked.Question($"not ({a}) or not ({b})").Of(c));
        }
    });

    [Fact]
    public void Every_model_meets_a_question_or_fails_it_or_might_meet_it_and_never_two_of_these() => ForAll((asked, text, _) =>
    {
        var (yes, no) = (Finder.Find(asked.Candidates, asked.Question(text)), Finder.Find(asked.Candidates, asked.Question($"not ({text})")));
        yes.Meet.Intersect(no.Meet).ShouldBeEmpty();
        yes.Might.ShouldBe(no.Might);
        (yes.Meet.Count + yes.Might.Count + no.Meet.Count).ShouldBe(asked.Candidates.Count);
    });

    [Fact]
    public void What_might_be_met_names_at_least_one_condition_that_nobody_answers() => ForAll((asked, text, _) =>
    {
        var question = asked.Question(text);
        foreach (var candidate in Finder.Find(asked.Candidates, question).Might)
        {
            var unknown = question.Unknowns(candidate).ToArray();
            unknown.ShouldNotBeEmpty();
            unknown.ShouldAllBe(u => u.Condition.Of(candidate) == Truth.Unknown && u.Why.Length > 0);
        }
    });

    [Fact]
    public void A_model_of_which_nothing_is_known_never_meets_a_condition_on_a_fact_nor_fails_one()
    {
        var asked = new Asked(Bare());
        var bare = asked.Candidates.Single();
        foreach (var field in asked.Vocabulary.Fields.Where(f => f.Name is not ("maker" or "provider" or "routes" or "providers" or "curated")))
        {
            var value = field.Kind switch { FieldKind.Date => "2025", FieldKind.YesNo => "yes", FieldKind.Words => null, _ => "1" };
            var condition = new Question.Condition(field, Operator.Equal, value ?? "word", field.IsOrdered && FieldValues.TryRead(field.Kind, value!, out var span) ? span : null);
            condition.Of(bare).ShouldBe(Truth.Unknown, field.Name);
            new Question.Not(condition).Of(bare).ShouldBe(Truth.Unknown, field.Name);
        }
    }

    private static TestCatalog Bare()
    {
        var catalog = new TestCatalog();
        catalog.Model("alpha/bare");
        return catalog;
    }

    [Fact]
    public void Sorting_puts_what_is_unknown_last_both_ways() => ForAll((asked, _, _) =>
    {
        foreach (var field in asked.Vocabulary.Fields.Where(f => f.IsOrdered))
            foreach (var down in (bool[])[false, true])
            {
                var spans = Finder.Sorted(asked.Candidates, field, down).Select(c => field.Read(c) as Reading.Span).ToArray();
                spans.SkipWhile(s => s is not null).ShouldAllBe(s => s == null);
                var known = spans.OfType<Reading.Span>().Select(s => s.Low).ToArray();
                known.ShouldBe(down ? [.. known.OrderDescending()] : [.. known.Order()]);
            }
    }, tests: 20);

    [Fact]
    public void The_logic_of_three_values_has_its_laws()
    {
        foreach (var a in All)
            foreach (var b in All)
            {
                Truths.And(a, b).ShouldBe(Truths.And(b, a));
                Truths.Or(a, b).ShouldBe(Truths.Not(Truths.And(Truths.Not(a), Truths.Not(b))));
                Truths.Not(Truths.Not(a)).ShouldBe(a);
                Truths.And(a, Truths.Or(a, b)).ShouldBe(a);
                foreach (var c in All) Truths.And(a, Truths.Or(b, c)).ShouldBe(Truths.Or(Truths.And(a, b), Truths.And(a, c)));
            }
    }

    [Fact]
    public void A_span_answers_for_every_value_in_it()
    {
        for (var low = 0; low < 4; low++)
            for (var high = low; high < 4; high++)
                for (var limit = 0; limit < 4; limit++)
                    foreach (var sign in Enum.GetValues<Operator>())
                    {
                        bool Holds(int v) => sign switch { Operator.AtLeast => v >= limit, Operator.Above => v > limit, Operator.AtMost => v <= limit, Operator.Below => v < limit, _ => v == limit };
                        var each = Enumerable.Range(low, high - low + 1).Select(Holds).ToArray();
                        new Reading.Span(low, high).Is(sign, Reading.Span.At(limit)).ShouldBe(each.All(x => x) ? Truth.Yes : each.Any(x => x) ? Truth.Unknown : Truth.No, $"{low}..{high} {sign} {limit}");
                    }
    }
}
