using Assay.Units;

namespace Assay.Host.Search;

/// <summary>A search as a short list to choose from while typing.</summary>
public static class Suggestions
{
    public const int Most = 10;
    private const int OfAKind = 6;

    public static SuggestionsView Of(SearchView search)
    {
        var all = new List<SuggestionView>();
        if (search.Comparison is { } comparison) all.AddRange(Sides(comparison, "comparison", "Comparison", search.Comparison.Sides));
        if (search.About is { } about) all.AddRange(Sides(about, "question", "Question", about.Sides));
        var read = search.ReadAs is null ? null : Question(search.ReadAs);
        // Conditions that were read whole go first; with pieces left over a name is likelier.
        if (read is not null && search.ReadAs!.NotUnderstood.Count == 0) all.Add(read);
        all.AddRange(search.Groups.SelectMany(g => g.Things.Take(OfAKind).Select(t => new SuggestionView(t.Kind, search.Near ? "Names like it" : g.Title, t.Title, t.Detail, t.Path))));
        if (read is not null && search.ReadAs!.NotUnderstood.Count > 0) all.Add(read);
        return new(search.Query, [.. all.Take(Most)]);
    }

    private static SuggestionView Question(ReadAsView read) => new(
        "question", "Question", "Read as: " + read.Text,
        $"{Words.Plural(read.Total, "model")}{(read.Might > 0 ? $", {Format.Exact(read.Might)} more might" : "")}{(read.NotUnderstood.Count > 0 ? $"; not understood: {string.Join(", ", read.NotUnderstood)}" : "")}", read.Path);

    /// <summary>Where it leads, or the choices of the first open side.</summary>
    private static IEnumerable<SuggestionView> Sides(SidesView asks, string kind, string group, IReadOnlyList<SearchSideView> sides)
    {
        if (asks.Path is not null) return [new(kind, group, asks.Title, "", asks.Path)];
        var place = sides.TakeWhile(s => s.Found is not null).Count();
        if (asks.Problem is not null || place == sides.Count) return [];
        return sides[place].Choices.Take(OfAKind).Select(choice => new SuggestionView(kind, group, string.Join(kind == "comparison" ? " vs " : "", sides.Select((s, i) => i == place ? choice.Title : s.Found?.Title ?? s.Text)), choice.Id, choice.Path));
    }
}
