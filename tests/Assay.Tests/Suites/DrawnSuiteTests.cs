using System.Text.RegularExpressions;
using Assay.Adapters.Suites;
using Assay.Drawing;
using Assay.Drawing.Suites;
using Shouldly;
using Xunit;

namespace Assay.Tests.Suites;

public sealed class DrawnSuiteTests
{
    private const string CrossedBox = "M0 0H5V10H0ZM0 0L5 10M5 0L0 10";

    public static TheoryData<string> Ids => [.. SuiteRecipe.All.Select(r => r.Id)];

    internal static SuiteRecipe Recipe(string id) => SuiteRecipe.All.Single(r => r.Id == id);

    internal static DrawnSuite Usual(string id) => Recipe(id).Draw(SuiteRecipe.UsualSeed, Recipe(id).Items);

    private static string Answer(DrawnSample sample) => string.Join(", ", sample.Question.Target);

    private static string[] Drawings(DrawnSuite suite) => [.. suite.Items.Select(i => i.Item.Picture?.Svg() ?? "")];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_seed_gives_the_same_suite_each_time_and_another_seed_another(string id)
    {
        var (one, again, other) = (Usual(id), Usual(id), Recipe(id).Draw(2, Recipe(id).Items));
        DrawnSuiteFiles.Samples(again).ShouldBe(DrawnSuiteFiles.Samples(one));
        Drawings(again).ShouldBe(Drawings(one));
        DrawnSuiteFiles.Samples(other).ShouldNotBe(DrawnSuiteFiles.Samples(one));
        (one.Version, other.Version).ShouldBe(("1", $"1-seed2-items{Recipe(id).Items}"));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_larger_suite_begins_with_the_smaller_in_every_category(string id)
    {
        var (small, large) = (Usual(id), Recipe(id).Draw(SuiteRecipe.UsualSeed, 173));
        large.Samples.Count.ShouldBe(173);
        foreach (var category in Recipe(id).Categories)
        {
            var ids = small.Samples.Where(s => s.Category == category.Name).Select(s => (s.Id, s.Cluster, s.Question.Prompt, Answer(s))).ToArray();
            large.Samples.Where(s => s.Category == category.Name).Take(ids.Length).Select(s => (s.Id, s.Cluster, s.Question.Prompt, Answer(s))).ShouldBe(ids);
        }
    }

    [Theory]
    [InlineData("vision-basics", 100, 20)]
    [InlineData("text-basics", 60, 10)]
    public void Categories_are_of_one_size_with_every_difficulty_in_each(string id, int samples, int each)
    {
        var suite = Usual(id);
        suite.Samples.Count.ShouldBe(samples);
        suite.Samples.Select(s => s.Id).ShouldBeUnique();
        foreach (var category in suite.Samples.GroupBy(s => s.Category))
        {
            category.Count().ShouldBe(each, category.Key);
            foreach (var level in (Difficulty[])[Difficulty.Easy, Difficulty.Medium, Difficulty.Hard]) category.Count(s => s.Difficulty == level).ShouldBeGreaterThanOrEqualTo(each / 4, $"{category.Key} {level}");
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void No_constant_answer_gets_far(string id)
    {
        foreach (var suite in (DrawnSuite[])[Usual(id), Recipe(id).Draw(SuiteRecipe.UsualSeed, 400)])
            foreach (var category in suite.Samples.GroupBy(s => s.Category))
                category.CountBy(Answer).Max(a => a.Value).ShouldBeLessThanOrEqualTo(category.Count() * 6 / 10, category.Key);
    }

    [Fact]
    public void Answers_of_yes_and_no_are_balanced()
    {
        var answers = Recipe("vision-basics").Draw(SuiteRecipe.UsualSeed, 400).Samples.Select(Answer).Where(a => a is "yes" or "no").ToArray();
        answers.Length.ShouldBeGreaterThan(20);
        answers.Count(a => a == "yes").ShouldBeInRange(answers.Length * 4 / 10, answers.Length * 6 / 10);
        var usual = Usual("vision-basics").Samples.Select(Answer).ToArray();
        Math.Abs(usual.Count(a => a == "yes") - usual.Count(a => a == "no")).ShouldBeLessThanOrEqualTo(2);
    }

    [Fact]
    public void No_prompt_about_a_picture_and_no_name_of_a_file_gives_the_answer_away()
    {
        foreach (var sample in Usual("vision-basics").Samples)
        {
            var choices = sample.Question.Scorer?.Options.FirstOrDefault(o => o.Name == "choices").Value as IReadOnlyList<string>;
            foreach (var target in sample.Question.Target)
            {
                Path.GetFileNameWithoutExtension(sample.Image!).Split('-').ShouldNotContain(target.ToLowerInvariant());
                var said = Regex.IsMatch(sample.Question.Prompt, $@"(?<!\w){Regex.Escape(target)}(?!\w)", RegexOptions.IgnoreCase);
                if (choices is null && sample.Question.Target.Count == 1) said.ShouldBeFalse($"{sample.Id}: {sample.Question.Prompt} [{target}]");
                foreach (var choice in choices ?? []) Regex.IsMatch(sample.Question.Prompt, $@"\b{Regex.Escape(choice)}\b", RegexOptions.IgnoreCase).ShouldBeTrue($"{sample.Id} does not name the choice '{choice}'");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_answer_can_be_given_in_the_form_that_is_asked_for(string id)
    {
        foreach (var sample in Recipe(id).Draw(3, 240).Samples)
        {
            var (scorer, target) = (sample.Question.Scorer, sample.Question.Target);
            target.ShouldNotBeEmpty(sample.Id);
            target.ShouldAllBe(t => t.Length > 0 && t.Trim() == t);
            if (scorer?.Id == "set") target.ShouldBeUnique();
            else target.Count.ShouldBe(1, sample.Id);
            if (scorer?.Id == "choice") ((IReadOnlyList<string>)scorer.Options[0].Value).ShouldContain(target[0]);
            if (scorer?.Id == "number") decimal.TryParse(target[0], System.Globalization.CultureInfo.InvariantCulture, out _).ShouldBeTrue(sample.Id);
            if (scorer?.Id == "json-schema") System.Text.Json.JsonDocument.Parse(target[0]).RootElement.GetProperty("required").GetArrayLength().ShouldBeGreaterThan(1);
            if (scorer?.Id == "regex") _ = new Regex(target[0]);
            sample.Question.Prompt.ShouldNotContain("  ");
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Of_each_thing_on_a_picture_enough_is_seen(ulong seed)
    {
        var looked = 0;
        foreach (var item in Recipe("vision-basics").Draw(seed, 150).Items.Where(i => i.Item.Things.Count > 0))
        {
            var (things, picture) = (item.Item.Things, item.Item.Picture!);
            item.Item.LeastSeen.ShouldBeGreaterThan(0);
            for (var i = 0; i < things.Count; i++)
            {
                things[i].Seen(things.Skip(i + 1)).ShouldBeGreaterThanOrEqualTo(item.Item.LeastSeen, $"{item.Id}, thing {i + 1}");
                (things[i].Left >= 0 && things[i].Top >= 0 && things[i].Right <= picture.Width && things[i].Bottom <= picture.Height).ShouldBeTrue($"{item.Id}, thing {i + 1}, is cut off by the edge");
            }
            looked++;
        }
        looked.ShouldBeGreaterThan(40);
    }

    [Fact]
    public void Every_letter_on_a_picture_is_in_the_font() =>
        Recipe("vision-basics").Draw(5, 200).Items.Where(i => i.Item.Picture!.Svg().Contains(CrossedBox, StringComparison.Ordinal)).Select(i => i.Id).ShouldBeEmpty();

    [Fact]
    public void A_picture_with_several_questions_is_one_cluster()
    {
        var samples = Usual("vision-basics").Samples;
        samples.Where(s => s.Cluster is null).Select(s => s.Image).ShouldBeUnique();
        var shared = samples.Where(s => s.Cluster is not null).GroupBy(s => s.Cluster).ToArray();
        shared.Length.ShouldBeGreaterThan(4);
        foreach (var cluster in shared) cluster.Select(s => s.Image).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public void A_number_of_items_that_cannot_be_is_an_error_that_says_what_can() =>
        Should.Throw<ArgumentOutOfRangeException>(() => Recipe("vision-basics").Draw(1, 4)).Message.ShouldContain("5 to 10000");
}
