using System.Text.Json.Serialization;
using Assay.Host.Catalog;

namespace Assay.Host.Search;

/// <summary>What a line in the search box came to: for page, twin and suggestions.</summary>
public sealed record SearchView
{
    public required string AsOf { get; init; }

    /// <summary>As typed, without blanks around it; empty where nothing was.</summary>
    public required string Query { get; init; }

    /// <summary>Where the line leads, if it has one meaning; null where there is a choice.</summary>
    public required string? Path { get; init; }

    /// <summary>Conditions, as they were understood; null where none were read.</summary>
    public ReadAsView? ReadAs { get; init; }

    /// <summary>A comparison, with what each side may be; null where none is asked for.</summary>
    public SidesView? Comparison { get; init; }

    /// <summary>A question about changes, history or ends, with what its name may be; null where none is asked for.</summary>
    public SidesView? About { get; init; }

    /// <summary>Things by name, one group for each kind, the best first.</summary>
    public required IReadOnlyList<NamedGroupView> Groups { get; init; }

    /// <summary>No name has what was typed: the groups hold those most like it.</summary>
    public required bool Near { get; init; }

    [JsonIgnore] public bool IsEmpty => Groups.Count == 0 && ReadAs is null && Comparison is null && About is null;
}

/// <summary>Conditions in the finder's language.</summary>
/// <param name="Text">"vision, input price &lt; $1, cheapest bill first".</param>
/// <param name="NotUnderstood">Pieces for which nothing was guessed.</param>
/// <param name="Path">The list of models so asked.</param>
/// <param name="Total">Models that meet the conditions.</param>
/// <param name="Might">Models that might: nobody says.</param>
/// <param name="Models">The first of them.</param>
public sealed record ReadAsView(string Text, string Filter, string? Sort, string? Named, IReadOnlyList<string> NotUnderstood, string Path, int Total, int Might, IReadOnlyList<NamedView> Models);

/// <summary>A question that names things: two to six models side by side, or one whose changes are asked for.</summary>
/// <param name="Title">"Compare GPT-4o and claude".</param>
/// <param name="Path">Where it leads; null while a side is open.</param>
/// <param name="Problem">Why it leads nowhere, what is allowed and the fix; null where nothing is wrong.</param>
public sealed record SidesView(string Title, string? Path, string? Problem, IReadOnlyList<SearchSideView> Sides);

/// <param name="Text">As typed.</param>
/// <param name="Found">What it means; null where that is open.</param>
/// <param name="Choices">What it may mean; each leads on with the rest kept.</param>
public sealed record SearchSideView(string Text, NamedView? Found, IReadOnlyList<NamedView> Choices);

/// <param name="Kind"><c>model</c>, <c>maker</c>, <c>provider</c>, <c>benchmark</c> or <c>page</c>.</param>
/// <param name="Total">How many there are; those shown are the best.</param>
public sealed record NamedGroupView(string Kind, string Title, int Total, IReadOnlyList<NamedView> Things);

/// <param name="Detail">Under the name: an id, or how much there is behind it.</param>
public sealed record NamedView(string Kind, string Id, string Title, string Detail, string Path);

/// <summary>Suggestions while somebody types, best first; those of one group follow each other.</summary>
public sealed record SuggestionsView(string Query, IReadOnlyList<SuggestionView> Suggestions);

/// <param name="Kind"><c>comparison</c>, <c>question</c>, <c>model</c>, <c>maker</c>, <c>provider</c>, <c>benchmark</c> or <c>page</c>.</param>
/// <param name="Group">The heading of its group.</param>
public sealed record SuggestionView(string Kind, string Group, string Title, string Detail, string Path);
