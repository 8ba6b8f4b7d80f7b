namespace Assay.Catalog.Identity;

/// <summary>
/// What offers of one line cost and when they came: the evidence by which a name that leaves the version out (<c>gemini-flash-latest</c>,
/// <c>mistral-small</c>) is resolved. It depends on the set of offers, never on their order.
/// </summary>
internal sealed class Lines
{
    /// <summary>Days for which a name that moves may stay with one model; a match that is older is a coincidence of prices.</summary>
    private const int LongestStay = 210;

    private readonly Dictionary<string, Dictionary<string, Entry>> lines = new(StringComparer.Ordinal);
    private readonly HashSet<string> finishedByMaker = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedSet<string>> providers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedSet<string>> makers = new(StringComparer.Ordinal);

    private readonly Dictionary<string, string> ownNames = new(StringComparer.Ordinal);

    private sealed class Entry
    {
        public List<DateOnly> Dates { get; } = [];
        public HashSet<long> Contexts { get; } = [];
        public HashSet<(decimal Input, decimal Output)> Prices { get; } = [];
        /// <summary>Whether a route to it may have this window: sources differ widely, and a much longer window is another model's.</summary>
        public bool Fits(long context) => Contexts.Count == 0 || context <= Contexts.Max() * 4;

        public DateOnly Median => Dates.Count == 0 ? DateOnly.MinValue : Dates[Dates.Count / 2];
    }

    public Lines(IEnumerable<(OfferDescription Offer, Reading Reading)> offers)
    {
        foreach (var (offer, reading) in offers)
        {
            if ((reading.StatedMaker ?? reading.Uploader) is { } stated && reading.Family is null)
            {
                if (!makers.TryGetValue(reading.Key, out var said)) makers[reading.Key] = said = new(StringComparer.Ordinal);
                said.Add(stated);
            }
            if (reading is { Family: null, StatedMaker: null, Uploader: null })
            {
                if (!providers.TryGetValue(reading.Key, out var serving)) providers[reading.Key] = serving = new(StringComparer.Ordinal);
                serving.Add(offer.Provider);
            }
            if (reading is { Release: null, Latest: false, Notes.Count: 0, TitleUsed: false, Route.Name: var name }) Name(offer, reading, name);
            if (reading.Family is not { } family || (reading.Latest && !IsVersioned(reading))) continue;
            var own = Makers.OfProvider(offer.Provider) == family.Organization;
            if (own && !reading.Preview) finishedByMaker.Add(reading.Key);
            if (!IsVersioned(reading) || reading.Notes.Exists(n => n.Kind is not MatchKind.Mode && n.Kind.Group() is MatchGroup.Variant) || reading.Strange.Count > 0) continue;
            if (!lines.TryGetValue(reading.Line, out var line)) lines[reading.Line] = line = new(StringComparer.Ordinal);
            if (!line.TryGetValue(reading.Key, out var entry)) line[reading.Key] = entry = new();
            if (offer.Released is { Day: not null } date) entry.Dates.Add(date.Earliest);
            if (offer.Context is { } context) entry.Contexts.Add(context);
            if (offer is { InputPrice: > 0, OutputPrice: { } output }) entry.Prices.Add((offer.InputPrice.Value, output));
        }
        foreach (var entry in lines.Values.SelectMany(l => l.Values)) entry.Dates.Sort();
    }

    public static bool IsVersioned(Reading reading) => reading.Versions.Count > 0 || reading.Edition is not null;

    /// <summary>What the maker itself calls the model on its own service, or null.</summary>
    public string? OwnName(string key) => ownNames.GetValueOrDefault(key);

    // A name without a known family is taken as anybody writes it: there is no other order for its words.
    private void Name(OfferDescription offer, Reading reading, string name)
    {
        var own = Makers.OfProvider(offer.Provider);
        var speaks = reading.Family is { } family ? own == family.Organization && name.StartsWith(family.Name, StringComparison.Ordinal) : own is null || own == reading.Maker || reading.Maker is null;
        // A name that leaves the version out is a nickname.
        speaks &= reading.Versions.TrueForAll(v => name.Contains(v, StringComparison.Ordinal) || name.Contains(v.Replace('.', '-'), StringComparison.Ordinal));
        if (speaks && (!ownNames.TryGetValue(reading.Key, out var other) || IsShorter(name, other))) ownNames[reading.Key] = name;
    }

    private static bool IsShorter(string one, string other) => one.Length != other.Length ? one.Length < other.Length : string.CompareOrdinal(one, other) < 0;

    public bool IsFinished(string key) => finishedByMaker.Contains(key);

    /// <summary>
    /// Who is stated as the maker of a name by those who state one; the first in the alphabet where they differ. Where nobody does and several
    /// serve the name, it is one model if it is a telling name: of several words, one with a digit.
    /// </summary>
    public string? MakerOf(string key)
    {
        if (makers.TryGetValue(key, out var said)) return said.Min;
        if (!providers.TryGetValue(key, out var serving) || serving.Count == 1 || !key.Contains('-', StringComparison.Ordinal) || !key.Any(char.IsAsciiDigit)) return null;
        return serving.FirstOrDefault(p => key.Contains(p, StringComparison.Ordinal)) ?? serving.Min;
    }

    /// <summary>The model of the line that has the offer's price and is the newest of its time; null where nothing decides.</summary>
    public string? Resolve(OfferDescription offer, Reading reading, bool newest)
    {
        var anyLine = Moving.MustBeResolved(reading);
        var line = anyLine ? lines.Where(l => l.Key.StartsWith(reading.Family!.Name + '|', StringComparison.Ordinal)).SelectMany(l => l.Value) : lines.GetValueOrDefault(reading.Line);
        if (line is null) return null;
        List<KeyValuePair<string, Entry>> fitting = [.. offer.Context is { } window ? line.Where(c => c.Value.Fits(window)) : line];
        var candidates = fitting;
        if (offer is { InputPrice: { } input and > 0, OutputPrice: { } output }) candidates = fitting.FindAll(c => c.Value.Prices.Any(p => Near(p.Input, input) && Near(p.Output, output)));
        else if (!newest || offer.Released is not null) return ByDate(fitting, offer, anyLine);
        if (candidates.Count == 0) return ByDate(fitting, offer, anyLine);
        // Of models at one price the window tells which.
        if (offer.Context is { } context && candidates.FindAll(c => c.Value.Contexts.Any(x => Near(x, context))) is { Count: > 0 } exact) candidates = exact;
        if (anyLine) candidates = Shortest(candidates);
        if (offer.Released is not { } released) return Newest(candidates);
        // Names move for a while after a model came, never before.
        var inTime = candidates.FindAll(c => c.Value.Median <= released.Latest.AddDays(7));
        if (inTime.Count == 0 && anyLine && Makers.OfProvider(offer.Provider) != reading.Maker) return null;
        return Newest(inTime.Count == 0 ? candidates : inTime.FindAll(c => c.Value.Median == DateOnly.MinValue || c.Value.Median >= released.Earliest.AddDays(-LongestStay)));
    }

    // A date alone decides only near the day a model came.
    private static string? ByDate(List<KeyValuePair<string, Entry>> line, OfferDescription offer, bool anyLine)
    {
        if (offer.Released is not { Month: not null } released) return null;
        List<KeyValuePair<string, Entry>> near = [.. line.Where(c => c.Value.Median <= released.Latest.AddDays(7) && c.Value.Median >= released.Earliest.AddDays(-60))];
        return Newest(anyLine ? Shortest(near) : near);
    }

    // Of all the models of a maker the plain one is meant by a plain name.
    private static List<KeyValuePair<string, Entry>> Shortest(List<KeyValuePair<string, Entry>> candidates) => candidates.FindAll(c => c.Key.Length == candidates.Min(x => x.Key.Length));

    private static string? Newest(IReadOnlyList<KeyValuePair<string, Entry>> candidates) =>
        candidates.OrderByDescending(c => c.Value.Median).ThenByDescending(c => c.Key, StringComparer.Ordinal).Select(c => c.Key).FirstOrDefault();

    private static bool Near(decimal one, decimal other) => Math.Abs(one - other) <= 0.02m * Math.Max(one, other);
}
