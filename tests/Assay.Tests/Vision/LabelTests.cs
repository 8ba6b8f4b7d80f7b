using Assay.Calls;
using Assay.Vision;
using Shouldly;
using Xunit;

namespace Assay.Tests.Vision;

public sealed class LabelTests
{
    private static string Ranked(string reply) =>
        string.Join(" | ", LabelReading.Read(reply).ShouldBeOfType<LabelReading.Ranked>(reply).Labels.Select(l => $"{l.Rank} {l.Label}{(l.Score is { } score ? FormattableString.Invariant($" {score:0.###}") : "")}"));

    [Theory]
    [InlineData("""[{"label":"golden retriever","score":0.82},{"label":"tennis ball","score":0.1}]""", "1 golden retriever 0.82 | 2 tennis ball 0.1")]
    [InlineData("""{"labels":["dog","ball"],"scores":[0.9,0.1]}""", "1 dog 0.9 | 2 ball 0.1")]
    [InlineData("""["dog", "ball"]""", "1 dog | 2 ball")]
    [InlineData("""[["dog", 0.9], ["ball", 0.1]]""", "1 dog 0.9 | 2 ball 0.1")]
    [InlineData("""{"dog": 0.9, "ball": "10%"}""", "1 dog 0.9 | 2 ball 0.1")]
    [InlineData("""{"predictions":[{"class":"dog","confidence":"90%"}]}""", "1 dog 0.9")]
    [InlineData("```json\n{\"label\": \"dog\", \"confidence\": 97}\n```", "1 dog 0.97")]
    [InlineData("1. Golden retriever (0.92)\n2. Tennis ball (0.05)", "1 Golden retriever 0.92 | 2 Tennis ball 0.05")]
    [InlineData("Here are the labels:\n- **dog**: 92%\n- **ball**: 5 %", "1 dog 0.92 | 2 ball 0.05")]
    [InlineData("dog, cat, red car", "1 dog | 2 cat | 3 red car")]
    [InlineData("Dog.", "1 Dog")]
    [InlineData("* type-1\n* covid-19", "1 type-1 | 2 covid-19")]
    [InlineData("""[{"label":"dog","score":0.9},{"label":"cat","sc""", "1 dog 0.9")]
    [InlineData("""[{"label":"cat","score":0.2},{"label":"dog","score":0.7},{"label":"Dogs","score":0.1}]""", "1 dog 0.7 | 2 cat 0.2")]
    public void Labels_in_the_forms_models_write_them(string reply, string expected) => Ranked(reply).ShouldBe(expected);

    [Fact]
    public void What_was_changed_is_said()
    {
        LabelReading.Read("""[{"label":"cat","score":0.2},{"label":"dog","score":0.7},{"label":"Dogs","score":0.1}]""").ShouldBeOfType<LabelReading.Ranked>().Notes.ShouldBe(
            ["1 label stands there more than once and is taken once, at the first place.", "The reply is not in the order of its scores; the scores decide."]);
        LabelReading.Read("""["dog", "ca""").ShouldBeOfType<LabelReading.Ranked>().Notes.ShouldBe(["The reply ends in the middle: labels that were complete are kept."]);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""{"labels": []}""")]
    public void An_empty_list_is_nothing_found(string reply) => LabelReading.Read(reply).ShouldBeOfType<LabelReading.NothingFound>();

    [Theory]
    [InlineData("", "The reply is empty.")]
    [InlineData("This image shows a golden retriever that runs after a ball on a lawn in the evening.", "The reply holds no list of labels: neither JSON, nor lines of a few words.")]
    [InlineData("""[{"label":"do""", "The reply ends before its first label is complete.")]
    public void Prose_is_no_label(string reply, string why) => LabelReading.Read(reply).ShouldBeOfType<LabelReading.Unreadable>().Why.ShouldBe(why);

    [Theory]
    [InlineData("Traffic-Lights", "traffic light")]
    [InlineData("a dog", "dog")]
    [InlineData("tvmonitor", "tv")]
    [InlineData("bus", "bus")]
    [InlineData("buses", "bus")]
    [InlineData("berries", "berry")]
    [InlineData("knives", "knife")]
    [InlineData("glass", "glass")]
    [InlineData("wine glasses", "wine glasses")]
    [InlineData("driver's seat", "drivers seat")]
    [InlineData("!?", "")]
    public void Labels_have_a_normal_form(string label, string form) => LabelForm.Of(label).ShouldBe(form);

    [Fact]
    public void A_kind_and_its_kin_are_not_the_same() => LabelForm.Same("woman", "person").ShouldBeFalse();

    [Theory]
    [InlineData("google/gemini-2.5-pro", null, "Find every object in this image. Answer with JSON alone: [{\"label\": \"…\", \"box_2d\": [ymin, xmin, ymax, xmax]}], each number from 0 to 1000. An empty list where there is none.")]
    [InlineData("x/qwen2.5-vl-7b", "dog,\n cat", "Find every one of these in this image: dog, cat. Answer with JSON alone: [{\"label\": \"…\", \"bbox_2d\": [xmin, ymin, xmax, ymax]}], in pixels of the image. An empty list where there is none.")]
    [InlineData("openai/gpt-5", " ", "Find every object in this image. Answer with JSON alone: [{\"label\": \"…\", \"box\": [xmin, ymin, xmax, ymax]}], each number a fraction from 0 to 1 of the image's width or height. An empty list where there is none.")]
    [InlineData("hf/google/paligemma-3b", "dog, cat", "detect dog ; cat")]
    [InlineData("local/efficientdet-lite0", "dog", "")]
    public void Detection_is_asked_for_as_the_family_writes_it(string reference, string? words, string prompt) => TaskPrompts.For(ModelTask.Detect, Models.Of(reference), words).ShouldBe(prompt);

    [Fact]
    public void Tasks_that_only_a_user_can_word_have_no_prompt()
    {
        var model = new ModelRef("openai", "gpt-5");
        TaskPrompts.For(ModelTask.Ask, model).ShouldBeNull();
        TaskPrompts.For(ModelTask.Chat, model).ShouldBeNull();
        foreach (var task in new[] { ModelTask.Caption, ModelTask.Classify, ModelTask.Ocr }) TaskPrompts.For(task, model, "the sign")!.ShouldContain("the sign");
    }
}
