namespace Assay.Drawing.Suites.Documents;

/// <summary>A short notice to be written down letter by letter.</summary>
internal sealed class Notice : ItemKind
{
    private static readonly string[]
        What = ["The lift is out of order", "The east gate is closed", "Hot water is turned off", "The library opens late", "Bicycles must be moved", "The pool is being cleaned"],
        Why = ["for repairs", "for a safety check", "because of frost", "for stocktaking", "after the storm"],
        Then = ["Please use the stairs.", "Ask at the front desk.", "We are sorry for this.", "Call 555-0142 for help.", "Thank you for waiting."];

    public override string Id => "notice";

    public override string Tests => "Writing down a notice letter by letter (1 wrong character in 50 passes); harder with more lines, smaller letters, turned paper and smudges.";

    public override Item Draw(Commission wanted)
    {
        var dice = wanted.Dice;
        var (from, to) = (MadeUp.Date(dice), dice.Between(7, 21));
        string[] lines = [dice.Pick(What), $"until {MadeUp.Long(from)}, {to}:{dice.Pick((string[])["00", "15", "30", "45"])}", dice.Pick(Why) + ".", dice.Pick(Then), $"Room {dice.Between(11, 89)}{dice.Pick((string[])["A", "B", "K", "R"])}, {dice.Pick(MadeUp.People)}"];
        lines = lines[..wanted.By(3, 4, 5)];
        var size = wanted.By(20.0, 16.0, 11.0);
        var picture = Paper.Sheet(wanted, 640, 190 + (int)(lines.Length * size * 2.3), s =>
        {
            for (var i = 0; i < lines.Length; i++) s.Text(80, 96 + i * size * 2.3, lines[i], size, wanted.By(Palette.Ink, Palette.Ink, "#5a5d63"));
        });
        return new(picture, new Question("text", $"{dice.Pick((string[])["Write down the text of this notice.", "Transcribe what is written on the sheet."])} Keep its lines, letters and signs as they are, and add nothing.", Scorer.Transcript(0.02), string.Join('\n', lines)));
    }
}
