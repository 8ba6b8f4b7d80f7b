using System.Collections.Concurrent;
using Assay.Catalog;
using Assay.Comparison;
using Assay.Search.Fields;

namespace Assay.Search;

/// <summary>Every field that can be asked about in a catalogue, and the words that its models have there. Thread-safe.</summary>
public sealed class Vocabulary
{
    /// <summary>The most words a name of a field or a shorthand has.</summary>
    internal const int LongestName = 6;

    private readonly CatalogSnapshot catalog;
    private readonly Dictionary<string, Field> byName = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, string>> words = new(StringComparer.Ordinal);

    public Vocabulary(CatalogSnapshot catalog)
    {
        this.catalog = catalog;
        Fields = [.. Fixed, .. BenchmarkFields.Of(catalog).Where(b => Fixed.All(f => f.Name != b.Name))];
        // A field's own name goes before another's alias, and an earlier field before a later one.
        foreach (var field in Fields) byName.TryAdd(Plain(field.Name), field);
        foreach (var field in Fields)
            foreach (var alias in field.Aliases) byName.TryAdd(Plain(alias), field);
    }

    /// <summary>The fields of every catalogue: all but the benchmarks.</summary>
    public static IReadOnlyList<Field> Fixed { get; } = [.. SpecFields.All, .. ServiceFields.All, .. CapabilityFields.All, .. PriceFields.All];

    /// <summary>What is asked so often that it has a name of its own.</summary>
    public static IReadOnlyDictionary<string, (string Field, string Value)> Shorthands { get; } = new Dictionary<string, (string, string)>(StringComparer.Ordinal)
    {
        ["open weights"] = ("weights", "open"), ["closed weights"] = ("weights", "closed"), ["active"] = ("lifecycle", "active"),
    };

    public IReadOnlyList<Field> Fields { get; }

    /// <summary>The field of a name or alias; blanks, hyphens, underscores and case make no difference.</summary>
    public Field? Find(string name) => byName.GetValueOrDefault(Plain(name));

    /// <summary>The word in the catalogue's spelling: an id for a maker's name, "image" for images. Null where no model has it.</summary>
    public string? Word(Field field, string text) => WordsOf(field).GetValueOrDefault(Plain(text)) ?? (text.EndsWith('s') ? WordsOf(field).GetValueOrDefault(Plain(text[..^1])) : null);

    /// <summary>Names of fields that are near to one that means nothing, best first.</summary>
    public IReadOnlyList<string> NearestFields(string name) => Nearest(name, Fields.Select(f => f.Name).Concat(Shorthands.Keys), Fields.SelectMany(f => f.Aliases.Select(a => (a, f.Name))));

    /// <summary>Words of a field that are near to one that no model has, best first; else some that models have.</summary>
    public (IReadOnlyList<string> Words, bool AreNear) NearestWords(Field field, string text)
    {
        var known = WordsOf(field);
        var near = Nearest(text, known.Values.Distinct(), known.Select(k => (k.Key, k.Value)));
        return near.Count > 0 ? (near, true) : ([.. known.Values.Distinct().Take(6)], false);
    }

    private static IReadOnlyList<string> Nearest(string text, IEnumerable<string> names, IEnumerable<(string Also, string Name)> aliases)
    {
        var wanted = Plain(text);
        return [.. names.Select(n => (Also: n, Name: n)).Concat(aliases)
            .Select(x => (x.Name, Distance: Distance(wanted, Plain(x.Also))))
            .Where(x => x.Distance <= Math.Max(1, wanted.Length / 3))
            .OrderBy(x => x.Distance).ThenBy(x => x.Name, StringComparer.Ordinal).Select(x => x.Name).Distinct().Take(4)];
    }

    /// <summary>Letters that differ; a name that begins with what was typed is near, however much longer it is.</summary>
    private static int Distance(string wanted, string name) =>
        wanted.Length > 2 && (name.StartsWith(wanted, StringComparison.Ordinal) || name.EndsWith(wanted, StringComparison.Ordinal)) ? 1 : NearestNames.Distance(wanted, name);

    private IReadOnlyDictionary<string, string> WordsOf(Field field) => words.GetOrAdd(field.Name, _ =>
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var word in field.Words) all.TryAdd(Plain(word), word);
        foreach (var model in catalog.Models)
            if (field.Read(new(model, catalog.AsOf, TrafficProfile.Default)) is Reading.Words said)
                foreach (var word in said.Values) all.TryAdd(Plain(word), word);
        if (field.Name == "maker") foreach (var model in catalog.Models) all.TryAdd(Plain(model.Organization.Name), model.Organization.Id);
        if (field.Name == "provider")
            foreach (var provider in catalog.Providers.Values) { all.TryAdd(Plain(provider.Id), provider.Id); all.TryAdd(Plain(provider.Name), provider.Id); }
        return all;
    });

    internal static string Plain(string name) => name.Replace('_', ' ').Replace('-', ' ').Trim().ToLowerInvariant();
}
