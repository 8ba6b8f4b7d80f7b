using Assay.Host.Search;
using Assay.Search;
using Assay.Search.Box;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace Assay.Tests.Search.Box;

public sealed class BoxReaderTests
{
    private static readonly Boxed Box = new();

    [Theory]
    [InlineData("gpt-4o", "exact model openai/gpt-4o")]
    [InlineData("  GPT 4o ", "exact model openai/gpt-4o")]
    [InlineData("gpt4o", "exact model openai/gpt-4o")]
    [InlineData("openai/gpt-4o", "exact model openai/gpt-4o")]
    [InlineData("azure/gpt-4o", "exact model openai/gpt-4o")]
    [InlineData("gpt-4o-2024-08-06", "exact model openai/gpt-4o")]
    [InlineData("Claude Sonnet 4.5", "exact model anthropic/claude-sonnet-4-5")]
    [InlineData("google", "exact maker google")]
    [InlineData("openai", "exact maker openai + provider openai")]
    [InlineData("Amazon Bedrock", "exact provider amazon-bedrock")]
    [InlineData("GPQA diamond", "exact benchmark gpqa-diamond")]
    [InlineData("lifecycle", "exact page /lifecycle")]
    public void A_whole_name_of_anything_is_that_thing(string text, string said) => Box.Said(text).ShouldBe(said);

    [Theory]
    [InlineData("gpt-4", "names openai/gpt-4o, openai/gpt-4o-mini, openai/gpt-4-vision-preview")]
    [InlineData("sonnet", "names anthropic/claude-sonnet-4-5")]
    [InlineData("opus claude", "names anthropic/claude-opus-4-5")]
    [InlineData("emma 3", "names google/gemma-3-12b, google/gemma-3-12b-it")]
    [InlineData("gemni 2.5 pro", "near google/gemini-2.5-pro")]
    [InlineData("cluade sonnet 4.5", "near anthropic/claude-sonnet-4-5")]
    public void A_part_of_a_name_or_a_slip_finds_the_names(string text, string said) => Box.Said(text).ShouldStartWith(said);

    [Theory]
    [InlineData("gpt-4o vs claude-sonnet-4-5", "compare openai/gpt-4o | anthropic/claude-sonnet-4-5")]
    [InlineData("gpt-4o versus gemini 2.5 pro", "compare openai/gpt-4o | google/gemini-2.5-pro")]
    [InlineData("GPT-4o v. GPT-4o mini", "compare openai/gpt-4o | openai/gpt-4o-mini")]
    [InlineData("gpt-4o or gemini-2.5-pro?", "compare openai/gpt-4o | google/gemini-2.5-pro")]
    [InlineData("compare gpt-4o and claude opus 4.5", "compare openai/gpt-4o | anthropic/claude-opus-4-5")]
    [InlineData("compare gpt-4o, gpt-4o-mini and gemini-2.5-pro", "compare openai/gpt-4o | openai/gpt-4o-mini | google/gemini-2.5-pro")]
    [InlineData("difference between gpt-4o and gpt-4o-mini", "compare openai/gpt-4o | openai/gpt-4o-mini")]
    [InlineData("which is cheaper: gpt-4o or gpt-4o-mini", "compare openai/gpt-4o | openai/gpt-4o-mini")]
    [InlineData("gemma-3-12b-it-vs-gpt-4o", "compare google/gemma-3-12b-it | openai/gpt-4o")]
    [InlineData("gpt-4o vs claude", "compare openai/gpt-4o | claude? anthropic/claude-sonnet-4-5, anthropic/claude-opus-4-5")]
    [InlineData("gpt-4o vs", "compare openai/gpt-4o")]
    [InlineData("gpt-4o vs xyzzy", "compare openai/gpt-4o | xyzzy?")]
    public void Two_names_and_a_word_between_them_are_a_comparison(string text, string said) => Box.Said(text).ShouldBe(said);

    [Theory]
    [InlineData("what is being retired", "ends of all")]
    [InlineData("which models are going to be shut down?", "ends of all")]
    [InlineData("upcoming deprecations", "ends of all")]
    [InlineData("retiring soon", "ends of all")]
    [InlineData("when is gpt-4o retired?", "ends of openai/gpt-4o")]
    [InlineData("is gpt-4o being deprecated", "ends of openai/gpt-4o")]
    [InlineData("what changed", "changes of all")]
    [InlineData("what's new this week", "changes of all, since 7d")]
    [InlineData("what changed for gpt-4o", "changes of openai/gpt-4o")]
    [InlineData("what changed at azure since 2026-06", "changes of azure, since 2026-06")]
    [InlineData("price changes", "changes of all, kind price")]
    [InlineData("price changes of gpt-4o in the last 30 days", "changes of openai/gpt-4o, kind price, since 30d")]
    [InlineData("gpt-4o changes", "changes of openai/gpt-4o")]
    [InlineData("what changed for claude", "changes of claude? anthropic/claude-sonnet-4-5, anthropic/claude-opus-4-5")]
    [InlineData("price history of gpt-4o", "history of openai/gpt-4o")]
    [InlineData("gpt-4o price history", "history of openai/gpt-4o")]
    public void Questions_about_changes_and_ends_are_read(string text, string said) => Box.Said(text).ShouldBe(said);

    [Theory]
    [InlineData("vision models under $1 with 200k context", "vision, input price < $1, context window >= 200K")]
    [InlineData("cheapest open weights with tools", "weights = open, function calling | sort cost")]
    [InlineData("context >= 200K", "context window >= 200K")]
    [InlineData("models by google released 2026", "maker = google, released = 2026")]
    [InlineData("vision, context >= 200K, output <= $1, not retired", "vision, context window >= 200K, output price <= $1, not retired")]
    [InlineData("google models with vision", "maker = google, vision")]
    [InlineData("models from Google released after June 2025", "maker = google, released > 2025-06")]
    [InlineData("released this year", "released = 2026")]
    [InlineData("newest models on amazon bedrock", "provider = amazon-bedrock | sort -released")]
    [InlineData("at least 1m context", "context window >= 1M")]
    [InlineData("1M+ token context", "context window >= 1M")]
    [InlineData("context of 200k or more", "context window >= 200K")]
    [InlineData("under 30b parameters", "parameters < 30B")]
    [InlineData("less than 30B", "parameters < 30B")]
    [InlineData("at most $500 a month", "cost <= $500")]
    [InlineData("output under 5 dollars per million tokens", "output price < $5")]
    [InlineData("under $1/M input and under $5 output", "input price < $1, output price < $5")]
    [InlineData("up to 50 cents", "input price <= $0.5")]
    [InlineData("open source without reasoning", "open source, not reasoning")]
    [InlineData("vision or audio in, under $2", "vision or audio in, input price < $2")]
    [InlineData("image generation", "outputs = image")]
    [InlineData("cheapest gemini", "sort cost | named gemini")]
    [InlineData("best on gpqa-diamond", "gpqa-diamond = known | sort -gpqa-diamond")]
    [InlineData("gpqa-diamond over 50", "gpqa-diamond > 50")]
    [InlineData("free models for coding", "free tier, tag = Coding")]
    [InlineData("licence apache-2.0", "licence = Apache-2.0")]
    [InlineData("structured output, prompt caching, not retired", "structured outputs, prompt caching, not retired")]
    [InlineData("largest context", "sort -context_window")]
    public void Plain_words_become_the_finders_conditions(string text, string said) => Box.Said(text).ShouldBe(said);

    [Theory]
    [InlineData("good vision models", "vision | left good")]
    [InlineData("vision models that are lovely under $1", "vision, input price < $1 | left lovely")]
    [InlineData("cheap vision", "vision | left cheap")]
    [InlineData("vision $1", "vision | left $1")]
    [InlineData("best vision model", "vision | left best")]
    [InlineData("reasoning by nobody known", "reasoning | left by nobody known")]
    public void What_is_not_certain_is_named_and_never_guessed(string text, string said) => Box.Said(text).ShouldBe(said);

    [Fact]
    public void A_line_that_is_too_long_is_refused_with_the_limit()
    {
        Box.Read(new string('a', BoxReader.LongestText + 1), out var problem).ShouldBeNull();
        problem.ShouldBe("The search has 301 characters: write at most 300. Longer conditions go into the list of models, which takes 2,000.");
        Box.Read(new string('a', BoxReader.LongestText), out problem).ShouldNotBeNull();
        problem.ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData(null)]
    public void Nothing_typed_is_nothing_asked(string? text)
    {
        Box.Read(text, out var problem).ShouldBeNull();
        problem.ShouldBeNull();
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("' or 1=1 --")]
    [InlineData("vs vs vs")]
    [InlineData(" or or or ")]
    [InlineData("compare and and")]
    [InlineData("((((((((((((((((((((((((((((((((((((")]
    [InlineData("not not not not not not not not not not not not not not not not not not not not not not not vision")]
    [InlineData("$$$$ >= >= 1e999 0x10 ∞ 99999999999999999999999999999k context")]
    [InlineData("released 9999-99 since 0000 in 0001 last month")]
    [InlineData("\u202egnp.exe \0\u0001 \ud800")]
    [InlineData("\"unclosed quotation, vision")]
    [InlineData("when is is is is is is is retired retired retired end end end")]
    [InlineData("what changed for for for for at at since since 2026 2026")]
    [InlineData(",,,,;;;;----____....")]
    public void Hostile_lines_are_read_like_any_other(string text) => Holds(text);

    [Fact]
    public void No_line_is_too_odd_to_be_read()
    {
        var words = Gen.Elements(Words);
        var lines = from n in Gen.Choose(1, 14) from list in words.ListOf(n) from joint in Gen.Elements(" ", "  ", ", ", "-") select string.Join(joint, list);
        Prop.ForAll(Arb.From(lines), Holds).Check(Config.QuickThrowOnFailure.WithMaxTest(600));
        Prop.ForAll<string>(text => Holds(text)).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    private static readonly string[] Words =
        ["gpt-4o", "claude", "vs", "or", "and", "not", "no", "vision", "under", "over", "at", "least", "most", "$1", "1", "$", "200k", "context", "of", "input", "output", "price", "by", "google", "on", "azure", "released", "2026", "june", "since", "cheapest",
         "newest", "best", "gpqa-diamond", "for", "coding", "what", "changed", "being", "retired", "(", ")", ",", ">=", "<", "!=", "=", "30b", "parameters", "free", "open", "weights", "source", "month", "per", "a", "unknown", "disputed", "more", "\"", "licence", "±", "é"];

    /// <summary>Never throws; conditions parse in the finder and print the same; nothing is both understood and left over.</summary>
    private static void Holds(string? text)
    {
        var reading = Box.Read(text, out var problem);
        if (reading is null) return;
        problem.ShouldBeNull();
        if (reading.Meaning is not Meaning.Conditions { Reading: var read }) return;
        QuestionReader.TryRead(Box.Vocabulary, read.Filter, out var question, out var fault).ShouldBeTrue($"{text}: {fault}");
        question.ToString().ShouldBe(read.Filter);
        (read.Filter.Length > 0 || read.Sort is not null).ShouldBeTrue(text);
        if (read.Sort is not null) Box.Vocabulary.Find(read.Sort.TrimStart('-')).ShouldNotBeNull(read.Sort).IsOrdered.ShouldBeTrue(read.Sort);
        (read.Named is not null && read.NotUnderstood.Count > 0).ShouldBeFalse(text);
    }

    [Fact]
    public void Every_example_of_the_page_is_understood_whole()
    {
        foreach (var example in SearchExamples.All)
        {
            var reading = Box.Read(example, out _).ShouldNotBeNull();
            reading.Meaning.ShouldNotBeNull(example);
            if (reading.Meaning is Meaning.Conditions conditions) conditions.Reading.NotUnderstood.ShouldBeEmpty(example);
        }
    }

    [Fact]
    public void Of_two_models_of_one_name_the_described_one_is_meant_and_of_two_described_ones_neither()
    {
        var catalog = new TestCatalog();
        catalog.Provider("a", "A");
        catalog.Model("x/owl", "Owl");
        catalog.Say(Assay.Catalog.Subject.Offer("a/y--owl"), Assay.Catalog.Property.Serves, new Assay.Catalog.ClaimValue.Words("y/owl"), TestCatalog.From("Price list", Assay.Catalog.SourceRank.Aggregator));
        new Boxed(catalog).Said("owl").ShouldBe("exact model x/owl");
        catalog.Model("z/owl", "Owl");
        new Boxed(catalog).Said("owl").ShouldBe("exact model x/owl + model z/owl + model y/owl");
    }

    [Fact]
    public void Described_models_and_those_with_more_routes_go_first()
    {
        var catalog = new TestCatalog();
        catalog.Provider("a", "A").Provider("b", "B");
        catalog.Model("x/owl-one", "Owl One").Offer("a/owl-one", 1, 1);
        catalog.Model("x/owl-two", "Owl Two").Offer("a/owl-two", 1, 1).Offer("b/owl-two", 1, 1);
        catalog.Model("x/brown-owl", "Brown Owl").Offer("a/brown-owl", 1, 1).Offer("b/brown-owl", 1, 1);
        new Boxed(catalog).Said("owl").ShouldBe("names x/owl-two, x/owl-one, x/brown-owl");
    }
}
