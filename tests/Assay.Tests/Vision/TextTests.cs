using System.Text;
using Assay.Vision;
using Shouldly;
using Xunit;

namespace Assay.Tests.Vision;

public sealed class TextTests
{
    private static int Errors(TextRate rate) => rate.ShouldBeOfType<TextRate.Computed>().Errors;

    [Theory]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("Saturday", "Sunday", 3)]
    [InlineData("abc", "", 3)]
    [InlineData("abc", "abc", 0)]
    [InlineData("rosettacode", "raisethysword", 8)]
    public void Levenshtein_of_known_pairs(string a, string b, int distance) => Errors(TextError.Characters(a, b)).ShouldBe(distance);

    [Fact]
    public void Rates_are_over_the_length_of_the_reference()
    {
        TextError.Characters("total 12", "total 72").ShouldBeOfType<TextRate.Computed>().Rate.ShouldBe(0.125);
        TextError.Words("the quick brown fox", "the quick fox jumps").ShouldBe(new TextRate.Computed(2, 4));
        TextError.Characters("a", "abcd").ShouldBeOfType<TextRate.Computed>().Rate.ShouldBe(3);
    }

    [Fact]
    public void Without_a_reference_there_is_no_rate()
    {
        TextError.Characters("", "abc").ShouldBeOfType<TextRate.NotComputable>().Why.ShouldBe("The reference is empty: there is no length to divide by.");
        TextError.Words(" \n ", "abc").ShouldBeOfType<TextRate.NotComputable>().Why.ShouldBe("The reference has no words once normalised: there is no length to divide by.");
    }

    [Fact]
    public void A_character_is_what_a_reader_counts_as_one()
    {
        Errors(TextError.Characters("👨‍👩‍👧 x", "x x")).ShouldBe(1);
        TextError.Characters("e\u0323e", "ab", TextNormal.None).ShouldBe(new TextRate.Computed(2, 2));
    }

    [Fact]
    public void Normalisation_is_what_it_says_and_can_be_turned_off()
    {
        Errors(TextError.Characters("Cafe\u0301  am\r\nMarkt ", "Café am Markt")).ShouldBe(0);
        Errors(TextError.Characters("Cafe\u0301", "Café", TextNormal.None)).ShouldBe(1);
        Errors(TextError.Characters("a  b", "a b", TextNormal.None)).ShouldBe(1);
        Errors(TextError.Characters("Total", "TOTAL")).ShouldBe(4);
        Errors(TextError.Characters("Total", "TOTAL", TextNormal.Standard with { IgnoreCase = true })).ShouldBe(0);
        Errors(TextError.Characters("“a” – b", "\"a\" - b", TextNormal.Standard with { PlainPunctuation = true })).ShouldBe(0);
        TextNormal.Lines.Apply("\n a  b \r\n\r\nc\n").ShouldBe("a b\n\nc");
        TextNormal.Standard.Apply("Việt й").ShouldBe("Việt й");
    }

    [Fact]
    public void Distance_agrees_with_the_table_and_is_a_metric()
    {
        var random = new Random(5);
        for (var i = 0; i < 400; i++)
        {
            var (a, b, c) = (Any(random), Any(random), Any(random));
            var ab = Distance(a, b);
            ab.ShouldBe(Table(a, b), $"{a} | {b}");
            ab.ShouldBe(Distance(b, a));
            Distance(a, c).ShouldBeLessThanOrEqualTo(ab + Distance(b, c));
            Distance(a, a).ShouldBe(0);
        }

        static int Distance(string a, string b) => a.Length == 0 ? b.Length : Errors(TextError.Characters(a, b, TextNormal.None));
    }

    [Fact]
    public void Segments_joined_are_the_texts()
    {
        var random = new Random(6);
        for (var i = 0; i < 400; i++)
        {
            var (a, b) = (Any(random), Any(random));
            var diff = TextDiff.Of(a, b, TextNormal.None);
            Side(diff, DiffKind.OnlyA).ShouldBe(a);
            Side(diff, DiffKind.OnlyB).ShouldBe(b);
            diff.Segments.ShouldAllBe(s => s.Text.Length > 0);
            if (a == b && a.Length > 0) diff.Segments.Single().Kind.ShouldBe(DiffKind.Same);
        }
    }

    [Fact]
    public void Segments_can_be_read()
    {
        TextDiff.Of("Total: $12.50 due", "Total: $72.50 due").Segments.ShouldBe([new(DiffKind.Same, "Total: $"), new(DiffKind.OnlyA, "1"), new(DiffKind.OnlyB, "7"), new(DiffKind.Same, "2.50 due")]);
        TextDiff.Of("one\ntwo", "one\n2").Segments.ShouldBe([new(DiffKind.Same, "one\n"), new(DiffKind.OnlyA, "two"), new(DiffKind.OnlyB, "2")]);
        // Texts that share a letter here and there are not torn into letters.
        TextDiff.Of("completely", "different").Segments.Count.ShouldBeLessThanOrEqualTo(3);
        TextDiff.Of("", "").Segments.ShouldBeEmpty();
        TextDiff.Of("", "a").Segments.ShouldBe([new(DiffKind.OnlyB, "a")]);
    }

    [Fact]
    public void Long_texts_are_compared_in_memory_of_their_length()
    {
        var random = new Random(8);
        var a = new string([.. Enumerable.Range(0, 20_000).Select(_ => (char)('a' + random.Next(26)))]);
        var b = new string([.. Enumerable.Range(0, 20_000).Select(_ => (char)('a' + random.Next(26)))]);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var diff = TextDiff.Of(a, b);
        Errors(TextError.Characters(a, b)).ShouldBeInRange(10_000, 20_000);
        // A table of the two would take 400 million cells.
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(60_000_000);
        diff.By.ShouldBe(DiffUnit.Characters);
        Side(diff, DiffKind.OnlyA).ShouldBe(a);
    }

    [Fact]
    public void Texts_too_long_for_characters_are_compared_by_words()
    {
        var words = string.Join(' ', Enumerable.Range(0, 12_000).Select(i => $"word{i * 7919 % 10_007}"));
        var diff = TextDiff.Of("x " + words + " end", words + " fin");
        diff.By.ShouldBe(DiffUnit.Words);
        Side(diff, DiffKind.OnlyB).ShouldBe(words + " fin");
        TextError.Characters(new string('a', 70_000), new string('b', 70_000)).ShouldBeOfType<TextRate.NotComputable>().Why.ShouldContain("70,000 characters against 70,000");
    }

    [Theory]
    [InlineData("A B\nC", "A B\nC")]
    [InlineData("```text\nA B\nC\n```", "A B\nC")]
    [InlineData("<think>A?</think>\n```\nA\n```\n", "A")]
    [InlineData("```\nA\n```\nand\n```\nB\n```", "```\nA\n```\nand\n```\nB\n```")]
    [InlineData("``````", "``````")]
    [InlineData("  ", "")]
    public void A_text_that_was_read_stands_without_its_fence(string reply, string text) => TextReading.Read(reply).ShouldBe(text);

    private static string Side(TextDiff diff, DiffKind side) => string.Concat(diff.Segments.Where(s => s.Kind == DiffKind.Same || s.Kind == side).Select(s => s.Text));

    private static string Any(Random random)
    {
        var text = new StringBuilder();
        var length = random.Next(0, random.Next(2) == 0 ? 12 : 200);
        for (var i = 0; i < length; i++) text.Append("abc d"[random.Next(5)]);
        return text.ToString();
    }

    private static int Table(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++) (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)));
        }
        return row[^1];
    }
}
