using Assay.Catalog;
using Assay.Units;

namespace Assay.Adapters.Importers.History;

/// <summary>
/// Turns the changes of one value into claims, each with the days on which models.dev said it: from one change to the next. The last value
/// ends on the day the history stands for, where the snapshot of that day takes over.
/// </summary>
internal sealed class SpanWriter
{
    private readonly ImportLog log;
    private readonly Listed? listed;
    private readonly DateOnly asOf;
    private readonly DateOnly begins;
    private readonly Dictionary<Subject, DateOnly> firstSeen = [];
    private readonly Dictionary<(string Commit, DateOnly Day), Source> sources = [];

    /// <param name="log">Takes the claims.</param>
    /// <param name="changes">All of them: what is seen changing was there.</param>
    /// <param name="listed">What is listed today; null: not known.</param>
    /// <param name="asOf">The day the history stands for.</param>
    public SpanWriter(ImportLog log, IReadOnlyList<Change> changes, Listed? listed, DateOnly asOf)
    {
        (this.log, this.listed, this.asOf) = (log, listed, asOf);
        foreach (var change in changes)
            if (!firstSeen.TryGetValue(change.Offer, out var day) || change.Day < day) firstSeen[change.Offer] = change.Day;
        begins = firstSeen.Count == 0 ? asOf : firstSeen.Values.Min();
    }

    /// <param name="unsorted">All changes of one value.</param>
    public void Write(IReadOnlyList<Change> unsorted)
    {
        var changes = Steps(unsorted);
        var (offer, property) = (changes[0].Offer, changes[0].Property);
        var open = changes[0].Old is { } first ? new Span(first, Since(offer, changes[0].Day), changes[0], StartKnown: false) : null;
        foreach (var change in changes)
        {
            if (open is not null && open.Value == change.Old && change.Old == change.New) continue;
            if (open is null || open.Value == change.Old) Close(offer, property, open, change.Day);
            else
            {
                log.Note("two changes that do not join: what held between them is not told", $"{offer.Id} {property} {change.Day:yyyy-MM-dd}");
                Close(offer, property, open, Earlier(open.From.AddDays(1), change.Day));
                if (change.Old is { } old && open.From < change.Day.AddDays(-1)) Close(offer, property, new(old, change.Day.AddDays(-1), change, StartKnown: false), change.Day);
            }
            open = change.New is { } value ? new(value, change.Day, change, StartKnown: true) : null;
        }
        if (open is null) return;
        var gone = listed?.Has(offer) == false;
        var told = gone ? "models.dev lists the entry no longer, and does not tell since when: taken for that one day" : $"no later change in the history up to {asOf:yyyy-MM-dd}{(listed is null ? ", which does not tell when entries are taken out" : "")}";
        Close(offer, property, open, gone ? open.From.AddDays(1) : asOf, told);
    }

    /// <summary>In order; what one commit does to one value, such as giving its key another name, is one step.</summary>
    private static List<Change> Steps(IReadOnlyList<Change> unsorted)
    {
        var steps = new List<Change>();
        foreach (var change in unsorted.OrderBy(c => c.Time))
        {
            if (steps is [.., var last] && last.Commit == change.Commit) steps[^1] = last with { Old = last.Old ?? change.Old, New = change.New ?? last.New };
            else steps.Add(change);
        }
        return steps;
    }

    /// <summary>
    /// Since when a value that was there before its first change is known to have been there. The history tells every change since it
    /// begins, so: since another value of the entry was seen to change, or since the model was released; else only the day before.
    /// </summary>
    private DateOnly Since(Subject offer, DateOnly changed)
    {
        var since = Earlier(firstSeen[offer], changed.AddDays(-1));
        return listed?.Released(offer) is { } released ? Earlier(since, released < begins ? begins : released) : since;
    }

    private void Close(Subject offer, Property property, Span? span, DateOnly to, string? end = null)
    {
        if (span is null || span.From >= to) return;
        var usd = property.Name.StartsWith("price.", StringComparison.Ordinal);
        var doubt = usd ? new ZeroPrices(offer.Id, [(PriceKind.Input, span.Value)]).Doubt(PriceKind.Input, span.Value) : null;
        var start = span.StartKnown ? null : end is null ? $"start not recorded: it held at least until it changed on {to:yyyy-MM-dd}" : "start not recorded";
        log.Claims.Add(new()
        {
            Subject = offer, Property = property, Value = new ClaimValue.Number(span.Value), Source = From(span, to), Unconfirmed = doubt is not null,
            Note = string.Join("; ", ((string?[])[start, end, doubt]).OfType<string>()) is { Length: > 0 } note ? note : null, From = span.From, To = to,
        });
    }

    /// <summary>The commit that shows the value, as of its day; where it shows the value being replaced, as of the day before.</summary>
    private Source From(Span span, DateOnly to)
    {
        var key = (span.Shown.Commit, Day: Earlier(span.Shown.Day, to.AddDays(-1)));
        if (!sources.TryGetValue(key, out var source))
            sources[key] = source = new() { Publisher = "models.dev", Url = $"https://github.com/anomalyco/models.dev/commit/{key.Commit}", Rank = SourceRank.Aggregator, AsOf = PartialDate.From(key.Day) };
        return source;
    }

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;

    /// <param name="Value">US dollars or tokens.</param>
    /// <param name="From">First day.</param>
    /// <param name="Shown">The change that set it, or the one that replaced it.</param>
    /// <param name="StartKnown">Whether the history shows it being set.</param>
    private sealed record Span(decimal Value, DateOnly From, Change Shown, bool StartKnown);
}
