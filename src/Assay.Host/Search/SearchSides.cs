using Assay.Comparison;
using Assay.Host.Catalog;
using Assay.Host.Catalog.History;
using Assay.Host.Pages.Compare;
using Assay.Search.Box;
using Assay.Units;

namespace Assay.Host.Search;

/// <summary>Questions that name things: where they lead, or what each name may be, with the rest of the question kept.</summary>
internal static class SearchSides
{
    public static SidesView Comparison(Meaning.Comparison asks, AskedDay asked)
    {
        var sides = asks.Sides;
        var title = $"Compare {Words.List([.. sides.Select(s => s.Found?.Title ?? $"‘{s.Text}’")])}";
        var problem = sides.Count < Comparer.Fewest ? $"Only '{sides[0].Text}' is named: name at least {Comparer.Fewest} models, as 'gpt-4o vs claude-sonnet-4-5'."
            : sides.Count > Comparer.Most ? $"{sides.Count} models are named: compare at most {Comparer.Most} at a time."
            : sides.GroupBy(s => s.Found).FirstOrDefault(g => g.Key is not null && g.Count() > 1) is { } twice ? $"'{twice.Key!.Title}' is named twice: name another model to compare it with."
            : sides.FirstOrDefault(s => s.Found is null && s.Choices.Count == 0) is { } unknown ? $"No model is called '{unknown.Text}', and none has a name like it: write a part of its name." : null;
        var found = sides.Select(s => s.Found?.Model).ToArray();
        var path = problem is null && Array.TrueForAll(found, m => m is not null) ? asked.Link(PairModel.PathOf(found!)) : null;
        return new(title, path, problem, [.. sides.Select((s, i) => new SearchSideView(s.Text, s.Found is null ? null : SearchViewBuilder.Of(s.Found, asked), [.. s.Choices.Select(c => Chosen(sides, i, c, asked))]))]);
    }

    /// <summary>The comparison itself where this was the last open side, else the search with this side settled.</summary>
    private static NamedView Chosen(IReadOnlyList<NamedSide> sides, int place, NamedThing choice, AskedDay asked)
    {
        var models = sides.Select((s, i) => i == place ? choice.Model : s.Found?.Model).ToArray();
        var path = models.Length is >= Comparer.Fewest and <= Comparer.Most && Array.TrueForAll(models, m => m is not null) && models.Distinct().Count() == models.Length
            ? PairModel.PathOf(models!)
            : "/search?q=" + Uri.EscapeDataString(string.Join(" vs ", models.Select((m, i) => m?.Slug ?? sides[i].Text)));
        return SearchViewBuilder.Of(choice, asked) with { Path = asked.Link(path) };
    }

    public static SidesView About(Meaning asks, AskedDay asked)
    {
        var (side, what, path) = asks switch
        {
            Meaning.Changes c => (c.Of, "What changed", (Func<NamedThing?, string>)(t => "/changes" + new ChangeQuery
            {
                // Of one model all that is known; of everything the usual period.
                Since = c.Since ?? (t is null ? null : "2000"), Kind = c.Kind, Model = t is { Kind: NamedKind.Model } ? t.Id : null, Provider = t is { Kind: NamedKind.Provider } ? t.Id : null,
            }.ToQueryString())),
            Meaning.History h => (h.Of, "History", t => $"/models/{t!.Id}#history"),
            Meaning.Ends e => (e.Of, "What ends", t => t is null ? "/lifecycle" : "/lifecycle?model=" + Uri.EscapeDataString(t.Id)),
            _ => throw new InvalidOperationException("Other questions name no one thing."),
        };
        if (side is null) return new(what, asked.Link(path(null)), null, []);
        var open = side.Found is null && side.Choices.Count == 0 ? $"Nothing is called '{side.Text}', and nothing has a name like it: write a part of its name." : null;
        return new(
            $"{what}: {side.Found?.Title ?? $"‘{side.Text}’"}", side.Found is null ? null : asked.Link(path(side.Found)), open,
            [new(side.Text, side.Found is null ? null : SearchViewBuilder.Of(side.Found, asked), [.. side.Choices.Select(c => SearchViewBuilder.Of(c, asked) with { Path = asked.Link(path(c)) })])]);
    }
}
