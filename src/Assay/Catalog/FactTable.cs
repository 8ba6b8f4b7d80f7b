using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Assay.Catalog;

/// <summary>
/// One yes-or-no fact for each row of a fixed list. Each is worked out when it is first asked for: most of the thousands of offers are never
/// asked for all of theirs. Thread-safe; two who ask at once work out the same.
/// </summary>
internal sealed class FactTable<TRow>(IReadOnlyList<TRow> rows, IReadOnlyDictionary<TRow, int> places, Func<TRow, Fact<bool>> resolve) : IReadOnlyDictionary<TRow, Fact<bool>> where TRow : class
{
    private readonly Fact<bool>?[] facts = new Fact<bool>?[rows.Count];

    public Fact<bool> this[TRow key] => At(places[key]);

    public IEnumerable<TRow> Keys => rows;
    public IEnumerable<Fact<bool>> Values => rows.Select((_, i) => At(i));
    public int Count => rows.Count;

    public bool ContainsKey(TRow key) => places.ContainsKey(key);

    public bool TryGetValue(TRow key, [MaybeNullWhen(false)] out Fact<bool> value)
    {
        value = places.TryGetValue(key, out var place) ? At(place) : null;
        return value is not null;
    }

    public IEnumerator<KeyValuePair<TRow, Fact<bool>>> GetEnumerator() => rows.Select((row, i) => KeyValuePair.Create(row, At(i))).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private Fact<bool> At(int place) => facts[place] ??= resolve(rows[place]);
}
