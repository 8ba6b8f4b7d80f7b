using Assay.Host.Publishing.Schema;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Assay.Host.Publishing;

/// <summary>What the head of a page says to browsers, search engines, readers of feeds and those who show links. Every page sets one.</summary>
/// <param name="Title">Without the site's name.</param>
public sealed record PageHead(string Title)
{
    /// <summary>The longest title that result lists show whole.</summary>
    public const int ShownOfTitle = 60;

    /// <summary>About the longest description that result lists show whole.</summary>
    public const int ShownOfDescription = 160;

    /// <summary>The longest words for a picture that those who show links take.</summary>
    public const int LongestAlt = 420;

    private const string SiteName = " · Assay", Key = nameof(PageHead);

    /// <summary>From facts and findings alone; null where there is nothing to say.</summary>
    public string? Description { get; init; }

    /// <summary>The path the page is known by, without traffic and filters; null for a page that no one is to be sent to.</summary>
    public string? Canonical { get; init; }

    /// <summary>Path and query of the JSON twin.</summary>
    public string? Json { get; init; }

    /// <summary>The query of the feeds of what the page shows; empty for all changes.</summary>
    public string FeedQuery { get; init; } = "";

    /// <summary>What the narrower feed is of: "Gemma 3 12B"; null where there is no narrower one.</summary>
    public string? FeedOf { get; init; }

    /// <summary>Something of this site's user (turns, battles, runs), or a page that is not there: no search engine is to list it.</summary>
    public bool Private { get; init; }

    /// <summary>The page in the words of schema.org.</summary>
    public IReadOnlyList<SchemaThing> Data { get; init; } = [];

    /// <summary>What stands where the page is linked to; null: the site's own.</summary>
    public CardLink? Card { get; init; }

    /// <summary>Whether others may put a cut of it on their pages, by oEmbed.</summary>
    public bool Embeddable { get; init; }

    /// <summary>With the site's name where there is room.</summary>
    public string FullTitle => Title.Length + SiteName.Length <= ShownOfTitle && !Title.StartsWith("Assay", StringComparison.Ordinal) ? Title + SiteName : Title;

    /// <summary>Gives the page this head.</summary>
    public void On(ViewDataDictionary page) => page[Key] = this;

    /// <exception cref="InvalidOperationException">A page forgot its head.</exception>
    public static PageHead Of(ViewDataDictionary page) => page[Key] as PageHead ?? throw new InvalidOperationException("The page has no PageHead: give it one with PageHead.On(ViewData).");
}

/// <summary>A picture for those who show links.</summary>
/// <param name="Path">Without its ending, from the first slash.</param>
/// <param name="Alt">What it shows, in words.</param>
public sealed record CardLink(string Path, string Alt);
