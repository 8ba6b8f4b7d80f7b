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

    public Claim Say(Subject subject, Property property, ClaimValue value, string? quoted = null, string? note = null, bool unconfirmed = false, bool forced = false, Held? held = null)
    {
        var claim = new Claim
        {
            Subject = subject, Property = property, Value = value, Source = source, Quoted = quoted, Note = note, Unconfirmed = unconfirmed, Forced = forced, From = held?.From ?? from, To = held?.To,
        };
        Claims.Add(claim);
        return claim;
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
    public void Note(string text, string example)
    {
        ref var note = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(notes, text, out var there);
        note = there ? (note.Count + 1, note.First) : (1, example);
    }
}
