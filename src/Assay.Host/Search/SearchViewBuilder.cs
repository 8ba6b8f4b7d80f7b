using Assay.Host.Catalog;
using Assay.Search.Box;
using Assay.Units;

namespace Assay.Host.Search;

/// <summary>Builds what a line in the search box comes to. A function of catalogue, day and line.</summary>
public static class SearchViewBuilder
{
    private const int ShownOfAKind = 8;
    private const int ModelsShown = 10;

    /// <returns>Null with a sentence that names the fault, what is allowed and the fix.</returns>
    public static SearchView? Build(AskedDay asked, string? text, out string? problem)
    {
        var index = ModelIndex.Of(asked.Catalog);
        var reading = BoxReader.Read(index.Vocabulary, index.Names, asked.Day, text, out problem);
        if (problem is not null) return null;
        var day = asked.Day.ToString("yyyy-MM-dd");
        if (reading is null) return new() { AsOf = day, Query = "", Path = null, Groups = [], Near = false };
        var view = new SearchView
        {
            AsOf = day, Query = reading.Text, Near = reading.Near, Path = null,
            Groups = [.. reading.Names.GroupBy(n => n.Thing.Kind).Select(g => new NamedGroupView(KindOf(g.Key), Heading(g.Key), g.Count(), [.. g.Take(ShownOfAKind).Select(n => Of(n.Thing, asked))]))],
        };
        // One thing of exactly this name, or a question with one answer.
        if (reading.Exact is [var one]) return view with { Path = PathOf(one, asked) };
        return reading.Meaning switch
        {
            Meaning.Comparison comparison => SearchSides.Comparison(comparison, asked) is var sides ? view with { Comparison = sides, Path = sides.Path } : view,
            Meaning.Changes or Meaning.History or Meaning.Ends => SearchSides.About(reading.Meaning, asked) is var about ? view with { About = about, Path = about.Path } : view,
            Meaning.Conditions conditions => view with { ReadAs = ReadAs(conditions.Reading, asked) },
            _ => view,
        };
    }

    private static ReadAsView ReadAs(ConditionReading reading, AskedDay asked)
    {
        var query = new ModelListQuery { Filter = reading.Filter.Length == 0 ? null : reading.Filter, Sort = reading.Sort, Search = reading.Named, PageSize = ModelsShown };
        var list = ModelSearch.Find(asked.Catalog, query, out var problems) ?? throw new InvalidOperationException($"What was read as conditions must be some: {string.Join(' ', problems)}");
        return new(reading.InWords, reading.Filter, reading.Sort, reading.Named, reading.NotUnderstood, asked.Link("/models" + query.ToQueryString()), list.Total, list.MightTotal,
            [.. list.Models.Select(m => new NamedView("model", m.Id, m.Name, Detail(m), asked.Link("/models/" + m.Id)))]);
    }

    /// <summary>What most want to know of a model found by conditions.</summary>
    private static string Detail(ModelListItem model) => string.Join(" · ",
        new[]
        {
            model.Id, model.UsdPerMonth is { } usd ? $"{Format.Usd(usd)} a month at {model.Provider}" : null, model.ContextWindow is { } context ? $"{Format.Count(context)} context" : null,
            model.Released is { } released ? $"released {released}" : null,
        }.OfType<string>());

    public static NamedView Of(NamedThing thing, AskedDay asked) => new(KindOf(thing.Kind), thing.Id, thing.Title, DetailOf(thing), PathOf(thing, asked));

    public static string KindOf(NamedKind kind) => kind.ToString().ToLowerInvariant();

    public static string Heading(NamedKind kind) => kind switch { NamedKind.Model => "Models", NamedKind.Maker => "Makers", NamedKind.Provider => "Providers", NamedKind.Benchmark => "Benchmarks", _ => "Pages" };

    public static string PathOf(NamedThing thing, AskedDay asked) => asked.Link(thing.Kind switch
    {
        NamedKind.Model => "/models/" + thing.Id,
        NamedKind.Maker => "/models" + new ModelListQuery { Filter = $"maker = {Quoted(thing.Id)}" }.ToQueryString(),
        NamedKind.Provider => "/providers/" + Uri.EscapeDataString(thing.Id),
        NamedKind.Benchmark => "/benchmarks/" + Uri.EscapeDataString(thing.Id),
        _ => thing.Id,
    });

    private static string Quoted(string id) => id.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or '.')) ? $"\"{id}\"" : id;

    private static string DetailOf(NamedThing thing) => thing.Kind switch
    {
        NamedKind.Model => thing.Id,
        NamedKind.Maker => $"maker of {Words.Plural(thing.Weight, "model")}",
        NamedKind.Provider => $"provider of {Words.Plural(thing.Weight, "offer")}",
        NamedKind.Benchmark => $"benchmark, {Words.Plural(thing.Weight, "result")}",
        _ => thing.Id,
    };
}
