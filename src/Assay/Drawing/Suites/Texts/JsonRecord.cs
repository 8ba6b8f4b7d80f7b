namespace Assay.Drawing.Suites.Texts;

internal sealed class JsonRecord : ItemKind
{
    public override string Id => "record";

    public override string Tests => "A sentence put into JSON with given keys and types; harder with more keys, a list and null for what is not said.";

    public override Item Draw(Commission wanted)
    {
        var dice = wanted.Dice;
        var (who, town, day, seats) = (dice.Pick(MadeUp.People), dice.Pick(MadeUp.Towns), MadeUp.Date(dice), dice.Between(2, 9));
        var extras = dice.Some((string[])["window", "table", "bicycle", "quiet"], 2);
        var text = $"{who} booked {seats} seats to {town} for {MadeUp.Long(day)}{wanted.By("", "", $" and asked for these extras: {extras[0]}, {extras[1]}")}.";
        var (keys, types, parts) = wanted.By(
            ("name, seats", "name is a text, seats a number", $$$"""{"name":{"const":"{{{who}}}"},"seats":{"const":{{{seats}}}}}"""),
            ("name, seats, to, date", "seats is a number, the others are texts, date in the form YYYY-MM-DD", $$$"""{"name":{"const":"{{{who}}}"},"seats":{"const":{{{seats}}}},"to":{"const":"{{{town}}}"},"date":{"const":"{{{MadeUp.Iso(day)}}}"}}"""),
            ("name, seats, to, date, extras, phone", "seats is a number, extras a list of texts in the order of the sentence, date in the form YYYY-MM-DD, and what is not said is null", $$$"""{"name":{"const":"{{{who}}}"},"seats":{"const":{{{seats}}}},"to":{"const":"{{{town}}}"},"date":{"const":"{{{MadeUp.Iso(day)}}}"},"extras":{"const":["{{{extras[0]}}}","{{{extras[1]}}}"]},"phone":{"type":"null"}}"""));
        var required = string.Join(',', keys.Split(", ").Select(k => $"\"{k}\""));
        return new(null, new Question("json", $"{text}\n\nWrite this as one JSON object with exactly the keys {keys}; {types}. Answer with the JSON only.", Scorer.JsonSchema, $$"""{"type":"object","properties":{{parts}},"required":[{{required}}],"additionalProperties":false}"""));
    }
}
