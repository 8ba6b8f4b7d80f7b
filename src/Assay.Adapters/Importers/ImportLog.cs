using System.Text.Json;
using Assay.Catalog;
using Assay.Units;

namespace Assay.Adapters.Importers;

/// <summary>Collects what an importer makes of a whole-file source: claims of that one source, refusals, and counted notes.</summary>
internal sealed class ImportLog(Source source, DateOnly from)
{
    private const int LongestQuote = 400;
    private const int LongestPlace = 400;
    private const int LongestValue = 80;

    private readonly Dictionary<string, (int Count, string First)> notes = new(StringComparer.Ordinal);

    private readonly Dictionary<string, ClaimValue.Set> sets = new(StringComparer.Ordinal);

    private readonly HashSet<string> introduced = new(StringComparer.Ordinal);

    public List<Claim> Claims { get; } = [];

    public List<Refusal> Refusals { get; } = [];

    public IReadOnlyList<ImportNote> Notes =>
        [.. notes.Select(n => new ImportNote(n.Key, n.Value.Count, n.Value.First)).OrderByDescending(n => n.Count).ThenBy(n => n.Text, StringComparer.Ordinal)];

    /// <summary>A benchmark has the first name that is met.</summary>
    public void Introduce(string benchmark, string name)
    {
        if (introduced.Add(benchmark)) Say(Subject.Benchmark(benchmark), Property.DisplayName, new ClaimValue.Words(name));
    }

    /// <summary>An empty one of the same source and day.</summary>
    public ImportLog Beside() => new(source, from);

    public Claim Say(Subject subject, Property property, ClaimValue value, string? quoted = null, string? note = null, bool unconfirmed = false, bool forced = false, Held? held = null)
    {
        var claim = new Claim
        {
            Subject = subject, Property = property, Value = value, Source = source, Quoted = quoted is null ? null : Visible.Line(quoted, LongestQuote), Note = note is null ? null : Visible.Line(note, ImportLimits.Text), Unconfirmed = unconfirmed, Forced = forced, From = held?.From ?? from, To = held?.To,
        };
        Claims.Add(claim);
        return claim;
    }

    /// <summary>
    /// Adds what another entry of the same source says of things that have been spoken of before: what is new is taken, what is the same is
    /// told once, and what differs is refused, for one source has one voice.
    /// </summary>
    public void Merge(ImportLog later)
    {
        var said = Claims.ToLookup(c => (c.Subject, c.Property), c => c.Value);
        foreach (var claim in later.Claims)
        {
            if (said[(claim.Subject, claim.Property)].FirstOrDefault() is not { } first) Claims.Add(claim);
            else if (first.Text == claim.Value.Text) Note("two entries of the source say the same of one offer: told once", claim.Subject.Id);
            else Refuse(claim.Subject.ToString(), $"{claim.Subject.Id}: {claim.Property}", claim.Quoted ?? claim.Value.Text, "a second entry of the source says otherwise; the first one counts", first.Text);
        }
        Refusals.AddRange(later.Refusals);
        foreach (var (text, (count, first)) in later.notes) Note(text, first, count);
    }

    /// <summary>One object for equal lists: thousands of entries share a few dozen.</summary>
    public ClaimValue.Set Shared(List<string> items)
    {
        ref var set = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(sets, string.Join(',', items), out _);
        return set ??= new(items);
    }

    /// <exception cref="ImportException">More is refused than a file of the format can hold.</exception>
    public void Refuse(string what, string where, string value, string reason, string allowed)
    {
        if (Refusals.Count == ImportLimits.Refusals) throw TooMuch($"values are refused, the last one at {where}: {reason}");
        Refusals.Add(new(Visible.Line(what, LongestPlace), Visible.Line(where, LongestPlace), Visible.Line(value, LongestValue), Visible.Line(reason, LongestPlace), Visible.Line(allowed, LongestPlace)));
    }

    /// <summary>Tells every key of a file that stood in its object before.</summary>
    /// <param name="file">Of the source.</param>
    /// <param name="root">How its paths begin.</param>
    public void RefuseDoubled(JsonFile file, string root)
    {
        foreach (var (path, value) in file.Doubled) Refuse("key", root + path, value, "the key is doubled; the first one counts", "each key once");
    }

    /// <summary>Reads an entry. One of which no claim comes is refused: nothing of a source is lost in silence.</summary>
    public void Entry(string what, string path, JsonElement entry, string allowed, Action read)
    {
        var before = Claims.Count;
        read();
        if (Claims.Count == before) Refuse(what, path, entry.GetRawText(), "an entry that says nothing", allowed);
    }

    private ImportException TooMuch(string what) => new($"{source.Publisher}: more than {ImportLimits.Refusals:#,0} {what}. This is no file of the format: fetch it again.");

    /// <summary>The same text is one note with a count.</summary>
    public void Note(string text, string example, int count = 1)
    {
        ref var note = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(notes, Visible.Line(text, LongestPlace), out var there);
        note = there ? (note.Count + count, note.First) : (count, Visible.Line(example, LongestPlace));
        if (notes.Count > ImportLimits.Refusals) throw TooMuch($"kinds of things are not read, the last one: {text}");
    }
}
