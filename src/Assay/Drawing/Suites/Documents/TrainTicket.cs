namespace Assay.Drawing.Suites.Documents;

/// <summary>A ticket with two trains, of which one field is asked or worked out.</summary>
internal sealed class TrainTicket : ItemKind
{
    public override string Id => "ticket";

    public override string Tests => "A field of a train ticket, or how many minutes a train takes; harder with a change of trains, turned paper and smudges.";

    public override Item Draw(Commission wanted)
    {
        var dice = wanted.Dice;
        var trains = wanted.By(1, 2, 3);
        var towns = dice.Some(MadeUp.Towns, trains + 1);
        var legs = new List<(int Leaves, int Arrives, int Coach, string Seat)>();
        var clock = dice.Between(360, 720);
        for (var i = 0; i < trains; i++)
        {
            var takes = dice.Between(38, 172);
            legs.Add((clock, clock + takes, dice.Between(1, 14), $"{dice.Between(11, 98)}{dice.Pick((string[])["A", "B", "C", "D"])}"));
            clock += takes + dice.Between(9, 34);
        }
        var picture = Paper.Sheet(wanted, 740, 190 + trains * 110, s =>
        {
            s.Box(36, 26, 664, 54, new("#1f5a63")).Text(62, 63, "TRAIN TICKET", 20, "#ffffff", 0.17).Text(676, 62, MadeUp.Long(MadeUp.Date(dice)), 15, "#ffffff", place: TextPlace.End);
            for (var i = 0; i < trains; i++)
            {
                var (leaves, arrives, coach, seat) = legs[i];
                Field(s, 62, i, "From", towns[i]);
                Field(s, 216, i, "To", towns[i + 1]);
                Field(s, 366, i, "Departs", Clock(leaves));
                Field(s, 464, i, "Arrives", Clock(arrives));
                Field(s, 560, i, "Coach", $"{coach}");
                Field(s, 634, i, "Seat", seat);
            }
        });
        var which = dice.Below(trains);
        var leg = trains == 1 ? "the train" : $"the train from {towns[which]} to {towns[which + 1]}";
        var (left, came, wagon, place) = legs[which];
        return new(picture,
            Ask.Number(dice, "minutes", $"How many minutes does {leg} take according to the ticket?", came - left),
            dice.Coin() ? Ask.Word(dice, "seat", $"Which seat is booked in {leg}?", "the seat as printed", place) : Ask.Number(dice, "coach", $"In which coach is the seat in {leg}?", wagon));
    }

    private static void Field(Sketch sketch, double x, int row, string label, string value) =>
        sketch.Text(x, 120 + row * 110, label, 10, "#5b6168").Text(x, 152 + row * 110, value, 15, Palette.Ink, 0.14).Line(x, 166 + row * 110, x + 50, 166 + row * 110, new(Stroke: "#c9c6bd", Pen: 1.5));

    private static string Clock(int minutes) => $"{minutes / 60 % 24:00}:{minutes % 60:00}";
}
