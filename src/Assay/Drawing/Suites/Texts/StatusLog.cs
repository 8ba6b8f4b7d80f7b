namespace Assay.Drawing.Suites.Texts;

internal sealed class StatusLog : ItemKind
{
    private static readonly string[] States = ["received", "packed", "shipped", "returned", "cancelled"];

    public override string Id => "log";

    public override string Tests => "The state of an order by a log that is not in order of time; harder with more lines.";

    public override Item Draw(Commission wanted)
    {
        var dice = wanted.Dice;
        var (orders, lines) = wanted.By((2, 5), (3, 10), (4, 18));
        var ids = dice.Some([.. Enumerable.Range(310, 80)], orders);
        var minutes = dice.Some([.. Enumerable.Range(360, 700)], lines);
        var log = minutes.Select((m, i) => (Minute: m, Order: ids[i % orders], State: dice.Pick(States))).ToArray();
        var asked = dice.Pick(ids);
        var last = log.Where(l => l.Order == asked).MaxBy(l => l.Minute).State;
        var text = string.Join('\n', log.Select(l => $"{l.Minute / 60:00}:{l.Minute % 60:00} order {l.Order} {l.State}"));
        return new(null, Ask.OneOf(dice, "state", $"The lines of this log of one day are not in order of time:\n\n{text}\n\nIn which state is order {asked} at the end of the day?", last, States));
    }
}
