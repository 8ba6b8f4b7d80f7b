using Assay.Evaluation;
using Shouldly;
using Xunit;

namespace Assay.Tests.Evaluation;

/// <summary>Wrong replies that careless scorers take for right, and right ones that strict scorers must not lose.</summary>
public sealed class AttackTests
{
    private const string Fasteners = """{"choices":["screws","bolts","nuts"]}""";

    [Theory]
    [InlineData("not said or yes")]
    [InlineData("yes or not said")]
    [InlineData("no or yes")]
    public void A_choice_that_holds_a_not_denies_no_other(string reply) =>
        Scoring.Passes("choice", """{"choices":["yes","no","not said"]}""", "not said", reply).ShouldBe(false);

    [Theory]
    [InlineData("4", "14")]
    [InlineData("4", "40")]
    [InlineData("4", "4.5")]
    [InlineData("4", "-4")]
    [InlineData("4", "4 or 5")]
    [InlineData("4", "4-5")]
    [InlineData("4", "between 4 and 5")]
    [InlineData("4", "at least 4")]
    [InlineData("4", "more than 4")]
    [InlineData("4", "4+")]
    [InlineData("4", "not 4")]
    [InlineData("4", "I do not know")]
    [InlineData("4", "There are not 4 of them.")]
    [InlineData("4", "R4C4")]
    [InlineData("4", "Answer: 4\nAnswer: 5")]
    [InlineData("4", "Answer: 4. Wait, 5.")]
    [InlineData("4", "Answer: 4\n\nWait, actually it is 5.")]
    [InlineData("4", "**4**\n\nSo there are 5.")]
    [InlineData("4", "How many are there? Return 4?")]
    [InlineData("3.5", "350")]
    [InlineData("3.5", "35")]
    [InlineData("3.5", "13.5")]
    [InlineData("$2.30", "$12.30")]
    [InlineData("$2.30", "$2.3 or $3.2")]
    [InlineData("$2.30", "$2.30 or 12")]
    [InlineData("$2.30", "€2.30")]
    [InlineData("32,500 kg", "32,500 lb")]
    [InlineData("32,500 kg", "3,250 kg")]
    [InlineData("2023", "September 30, 2023")]
    [InlineData("1", "")]
    [InlineData("1", "  \n ")]
    [InlineData("1", "I can see the one on the left.")]
    [InlineData("100", "10:00")]
    [InlineData("8", "08/09/2020")]
    public void A_number_does_not_pass(string target, string reply) => Scoring.Passes("number", "{}", target, reply).ShouldBe(false);

    [Theory]
    [InlineData("1", "one")]
    [InlineData("1", "There is one dent in the image.")]
    [InlineData("4", "4")]
    [InlineData("4", "**4**")]
    [InlineData("4", "4.")]
    [InlineData("4", "4.0")]
    [InlineData("4", "There are 4 rows.")]
    [InlineData("4", "The answer is 4.")]
    [InlineData("4", "I count 2 left and 2 right.\n\nAnswer: 4")]
    [InlineData("4", "2 + 2 makes \\boxed{4}")]
    [InlineData("4", "{\"answer\": \"4\"}")]
    [InlineData("4", "```json\n{\"answer\": 4}\n```")]
    [InlineData("4", "<think>5? No.</think>4")]
    [InlineData("4", "4 of the 6 are red.")]
    [InlineData("4", "not 5 but 4")]
    [InlineData("4", "four")]
    [InlineData("0", "None.")]
    [InlineData("21", "twenty-one")]
    [InlineData("99", "ninety nine")]
    [InlineData("105", "a hundred and five")]
    [InlineData("1234", "1,234")]
    [InlineData("1234", "1.234")]
    [InlineData("1234", "1 234")]
    [InlineData("1234", "1'234")]
    [InlineData("1234567.5", "1.234.567,5")]
    [InlineData("1234567", "12,34,567")]
    [InlineData("3.5", "3,5")]
    [InlineData("3.5", "3½")]
    [InlineData("3.5", "3 1/2")]
    [InlineData("0.5", "1/2")]
    [InlineData("-5", "−5")]
    [InlineData("42", "４２")]
    [InlineData("42", "٤٢")]
    [InlineData("$2.30", "2.30")]
    [InlineData("$2.30", "Tax: $2.30")]
    [InlineData("$2.30", "230 cents")]
    [InlineData("5 cm", "50 mm")]
    [InlineData("5 cm", "The part is 5 cm (50 mm) wide.")]
    [InlineData("32,500 kg", "The max gross weight is 32,500 KG or 71,650 LB.")]
    [InlineData("32,500 kg", "32.5 t")]
    [InlineData("50%", "50 percent")]
    [InlineData("3000000", "3 million")]
    [InlineData("90", "There are 90 degrees.")]
    public void A_number_passes(string target, string reply) => Scoring.Passes("number", "{}", target, reply).ShouldBe(true);

    [Theory]
    [InlineData("No", "I do not know")]
    [InlineData("No", "No defects means yes")]
    [InlineData("No", "Nobody can say.")]
    [InlineData("Yes", "Yes and no.")]
    [InlineData("Yes", "Yes or no.")]
    [InlineData("Yes", "yes/no")]
    [InlineData("Yes", "Is it? Yes or no?")]
    [InlineData("Yes", "No, it is not. Yesterday it was.")]
    public void Yes_or_no_does_not_pass(string target, string reply) => Scoring.Passes("choice", "{}", target, reply, "Is it?").ShouldBe(false);

    [Theory]
    [InlineData("No", "No")]
    [InlineData("No", "no.")]
    [InlineData("No", "No, the rim is whole.")]
    [InlineData("No", "No the box is open.")]
    [InlineData("No", "**No**")]
    [InlineData("Yes", "Yes, it is.")]
    [InlineData("Yes", "The rim is cracked. The answer is yes.")]
    [InlineData("Yes", "I looked at the rim.\n\nYes.")]
    [InlineData("Yes", "{\"answer\": true}")]
    public void Yes_or_no_passes(string target, string reply) => Scoring.Passes("choice", "{}", target, reply, "Is it?").ShouldBe(true);

    [Theory]
    [InlineData("Is the box sealed?", "The box is not sealed.", "No")]
    [InlineData("Look at the box. Is the box sealed? Answer yes or no.", "The box isn't sealed", "No")]
    [InlineData("Is the box sealed?", "It is not sealed.", "No")]
    [InlineData("Is the box sealed?", "Answer: the box is not sealed", "No")]
    [InlineData("Is the box sealed?", "So, the box is sealed.", "Yes")]
    [InlineData("Is the box sealed?", "**The box is sealed.**", "Yes")]
    [InlineData("Is there a crack in the rim?", "There is no crack in the rim.", "No")]
    [InlineData("Are there any cracks?", "There are no cracks.", "No")]
    [InlineData("Is there a crack in the rim?", "There is a crack in the rim.", "Yes")]
    [InlineData("Can the truck pass?", "The truck cannot pass.", "No")]
    [InlineData("Has the seal been broken?", "The seal has been broken.", "Yes")]
    public void A_sentence_that_says_or_denies_all_that_was_asked_answers_it(string question, string reply, string says)
    {
        Scoring.Passes("choice", "{}", says, reply, question).ShouldBe(true);
        Scoring.Passes("choice", "{}", says == "Yes" ? "No" : "Yes", reply, question).ShouldBe(false);
    }

    [Theory]
    [InlineData("Is the box open?", "The box is not sealed.")]
    [InlineData("Is the box not sealed?", "The box is not sealed.")]
    [InlineData("Isn't the box sealed?", "The box is not sealed.")]
    [InlineData("Is the box sealed or open?", "The box is not sealed.")]
    [InlineData("Is the box sealed and dry?", "It is not dry.")]
    [InlineData("Is the box fully sealed?", "It is sealed.")]
    [InlineData("Is the box fully sealed?", "The box is sealed.")]
    [InlineData("Is the box sealed?", "The box is not fully sealed.")]
    [InlineData("Is the box sealed?", "The lid is not sealed.")]
    [InlineData("Is the box sealed?", "The box is not not sealed.")]
    [InlineData("Is the box sealed?", "The box is not sealed. That is false.")]
    [InlineData("Is the box sealed?", "The box is sealed. The box is not sealed.")]
    [InlineData("Is the box sealed?", "The box is not sealed, as far as the left one goes.")]
    [InlineData("Is the box sealed?", "I cannot tell whether the box is sealed.")]
    [InlineData("Is the box sealed?", "If the box is not sealed")]
    [InlineData("Is the box sealed?", "the box is not sealed?")]
    [InlineData("Is the box sealed?", "Is the box not sealed")]
    [InlineData("Is the box sealed?", "Nobody says the box is not sealed.")]
    [InlineData("Is the box sealed? Is the lid on?", "The box is not sealed.")]
    [InlineData("Does the box have holes?", "The box does not have holes.")]
    [InlineData("Is the plate free of cracks?", "There are no cracks.")]
    [InlineData("Is it?", "There is none.")]
    public void A_sentence_that_says_something_else_is_neither_yes_nor_no(string question, string reply)
    {
        Scoring.Passes("choice", "{}", "Yes", reply, question).ShouldBe(false);
        Scoring.Passes("choice", "{}", "No", reply, question).ShouldBe(false);
    }

    [Theory]
    [InlineData("The box isn't sealed.", "not sealed")]
    [InlineData("The box is not sealed.", "not sealed")]
    [InlineData("sealed", "sealed")]
    [InlineData("It isn't not sealed.", null)]
    [InlineData("It cannot be that it isn't sealed.", null)]
    [InlineData("It isn't fully sealed.", null)]
    [InlineData("It was never sealed.", null)]
    [InlineData("Sealed, not open.", "sealed")]
    public void Of_X_and_not_X_a_plain_denial_takes_the_other(string reply, string? says)
    {
        foreach (var target in (string[])["sealed", "not sealed"])
            Scoring.Passes("choice", """{"choices":["sealed","not sealed"]}""", target, reply, "Which?").ShouldBe(target == says, reply);
        Scoring.Passes("choice", """{"choices":["sealed","open"]}""", "open", "The box isn't sealed.", "Which?").ShouldBe(false, "other choices are not opposites");
    }

    [Theory]
    [InlineData("screws, not bolts")]
    [InlineData("screws rather than bolts")]
    [InlineData("It holds screws, bolts and nuts.")]
    [InlineData("screws or bolts")]
    [InlineData("These aren't bolts.")]
    [InlineData("neither nuts nor bolts")]
    [InlineData("boltsy")]
    public void A_choice_does_not_pass(string reply) => Scoring.Passes("choice", Fasteners, "bolts", reply).ShouldBe(false);

    [Theory]
    [InlineData("bolts")]
    [InlineData("Bolts.")]
    [InlineData("The container contains bolts.")]
    [InlineData("bolts, not screws")]
    [InlineData("The container contains **bolts**. Screws are pointed, and nuts have a hole.")]
    [InlineData("They are not screws or nuts but bolts.")]
    public void A_choice_passes(string reply) => Scoring.Passes("choice", Fasteners, "bolts", reply).ShouldBe(true);

    [Theory]
    [InlineData("B", true)]
    [InlineData("(B)", true)]
    [InlineData("B) Paris", true)]
    [InlineData("**B**", true)]
    [InlineData("The answer is B.", true)]
    [InlineData("Option B is right.", true)]
    [InlineData("A dog.", false)]
    [InlineData("A", false)]
    [InlineData("A or B", false)]
    [InlineData("Because of it", false)]
    public void A_letter_is_a_choice_only_where_it_stands_as_one(string reply, bool passes) =>
        Scoring.Passes("choice", """{"choices":["A","B","C","D"]}""", "B", reply).ShouldBe(passes);

    [Theory]
    [InlineData("right", "right side up", false)]
    [InlineData("upside down", "The item is upside down.", true)]
    public void The_longest_choice_is_read(string target, string reply, bool passes) =>
        Scoring.Passes("choice", """{"choices":["right side up","upside down","right"]}""", target, reply).ShouldBe(passes);

    [Theory]
    [InlineData("bolts", "screws, not bolts")]
    [InlineData("bolts", "It is not bolts.")]
    [InlineData("bolts", "screws and bolts")]
    [InlineData("bolts", "What does the box hold, screws or bolts?")]
    [InlineData("D33", "D331")]
    [InlineData("D33", "AD33")]
    [InlineData("Fiji", "The brands are Fiji, Dasani and Sprite.")]
    [InlineData("2*3", "23")]
    [InlineData("5²", "52")]
    [InlineData("red", "The red one is a car.")]
    public void A_text_does_not_pass(string target, string reply) => Scoring.Passes("text", "{}", target, reply, "What does the box hold, screws or bolts?").ShouldBe(false);

    [Theory]
    [InlineData("bolts", "Bolts.")]
    [InlineData("bolts", "  \"bolts\" ")]
    [InlineData("bolts", "The box holds bolts.")]
    [InlineData("the Moon", "Moon")]
    [InlineData("D33", "The answer is **D33**.")]
    [InlineData("JBHU282862", "JBHU 282862")]
    [InlineData("November 21 2017", "November 21, 2017")]
    [InlineData("Midnights album", "*Midnights* album")]
    [InlineData("Swift's", "Swift’s")]
    [InlineData("café", "cafe\u0301")]
    [InlineData("fish", "ﬁsh")]
    [InlineData("a|b", "b")]
    public void A_text_passes(string target, string reply) => Scoring.Passes("text", "{}", target, reply, "What does the box hold, screws or bolts?").ShouldBe(true);

    [Theory]
    [InlineData("D33", "D33", true)]
    [InlineData("D33", " D33\n", true)]
    [InlineData("D33", "Answer: D33", true)]
    [InlineData("D33", "```\nD33\n```", true)]
    [InlineData("D33", "d33", false)]
    [InlineData("D33", "D33.", false)]
    [InlineData("D33", "The dock is D33", false)]
    [InlineData("a\nb", "a\r\nb", true)]
    public void Exact_is_exact(string target, string reply, bool passes) => Scoring.Passes("exact", "{}", target, reply).ShouldBe(passes);

    [Theory]
    [InlineData("""{"tolerance":0.5}""", "3.5", "3.9", true)]
    [InlineData("""{"tolerance":0.5}""", "3.5", "4.1", false)]
    [InlineData("""{"relative_tolerance":0.1}""", "100", "110", true)]
    [InlineData("""{"relative_tolerance":0.1}""", "100", "111", false)]
    [InlineData("""{"unit":"mm"}""", "50", "5 cm", true)]
    [InlineData("""{"unit":"mm"}""", "50", "50 kg", false)]
    public void Tolerance_and_unit_are_the_suites(string options, string target, string reply, bool passes) => Scoring.Passes("number", options, target, reply).ShouldBe(passes);

    [Fact]
    public void A_scale_that_the_question_names_may_be_repeated() =>
        Scoring.Passes("number", "{}", "2,428", "It was 2,428 million.", "What is the EBITDA (in millions)?").ShouldBe(true);

    [Fact]
    public void Numbers_of_the_question_are_not_the_answer() =>
        Scoring.Passes("number", "{}", "7", "Of the 12 plates in row 3 there are 7 empty.", "How many of the 12 plates in row 3 are empty?").ShouldBe(true);

    [Fact]
    public void Two_answers_are_named_in_the_reason() =>
        Scoring.Of("number", "{}", "4", "4 or 5").ShouldBeOfType<Score.Scored>().Why.ShouldContain("4 and 5");
}
