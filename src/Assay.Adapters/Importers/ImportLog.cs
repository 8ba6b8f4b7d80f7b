using Assay.Catalog;

namespace Assay.Adapters.Importers;

/// <summary>Collects what an importer makes of a whole-file source: claims of that one source, refusals, and counted notes.</summary>
internal sealed class ImportLog(Source source, DateOnly from)
{
    private readonly Dictionary<string, (int Count, string First)> notes = new(StringComparer.Ordinal);

    private readonly Dictionary<string, ClaimValue.Set> sets = new(StringComparer.Ordinal);

    public List<Claim> Claims { get; } = [];

    public List<Refusal> Refusals { get; } = [];

    public IReadOnlyList<ImportNote> Notes =>
        [.. notes.Select(n => new ImportNote(n.Key, n.Value.Count, n.Value.First)).OrderByDescending(n => n.Count).ThenBy(n => n.Text, StringComparer.Ordinal)];

    /// <summary>An empty one of the same source and day.</summary>
    public ImportLog Beside() => new(source, from);

    public Claim Say(Subject subject, Property property, ClaimValue value, string? quoted = null, string? note = null, bool unconfirmed = false, bool forced = false, Held? held = null)
    {
        var claim = new Claim
        {
            Subject = subject, Property = property, Value = value, Source = source, Quoted = quoted, Note = note, Unconfirmed = unconfirmed, Forced = forced, From = held?.From ?? from, To = held?.To,
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
            else Refuse(claim.Subject.ToString(), claim.Property.Name, claim.Quoted ?? claim.Value.Text, "a second entry of the source says otherwise; the first one counts", first.Text);
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

    public void Refuse(string what, string where, string value, string reason, string allowed) =>
        Refusals.Add(new(what, where, value.Length > 80 ? value[..77] + "…" : value, reason, allowed));

    /// <summary>The same text is one note with a count.</summary>
    public void Note(string text, string example, int count = 1)
    {
        ref var note = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(notes, text, out var there);
        note = there ? (note.Count + count, note.First) : (count, example);
    }
}
