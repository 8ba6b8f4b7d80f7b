using System.Text.Json.Serialization;

namespace Assay.Host.Publishing.Schema;

/// <summary>A thing in the words of schema.org: only what the page itself says, never a rating or a licence that nobody gave. Source: https://schema.org.</summary>
[JsonDerivedType(typeof(FaqPage))]
[JsonDerivedType(typeof(BreadcrumbList))]
[JsonDerivedType(typeof(Dataset))]
[JsonDerivedType(typeof(WebSite))]
public abstract record SchemaThing
{
    private protected SchemaThing(string type) => Type = type;

    [JsonPropertyName("@type"), JsonPropertyOrder(-1)] public string Type { get; }
}

/// <summary>All that a page says of itself, as one document.</summary>
public sealed record SchemaGraph(IReadOnlyList<SchemaThing> Things)
{
    [JsonPropertyName("@context"), JsonPropertyOrder(-1)] public string Context => "https://schema.org";

    [JsonPropertyName("@graph")] public IReadOnlyList<SchemaThing> Things { get; } = Things;
}

/// <summary>Questions with the answers of the page.</summary>
public sealed record FaqPage(IReadOnlyList<Question> MainEntity) : SchemaThing("FAQPage");

public sealed record Question(string Name, Answer AcceptedAnswer) : SchemaThing("Question");

public sealed record Answer(string Text) : SchemaThing("Answer");

/// <summary>The way to the page from the start.</summary>
public sealed record BreadcrumbList(IReadOnlyList<Crumb> ItemListElement) : SchemaThing("BreadcrumbList");

/// <param name="Position">From 1.</param>
/// <param name="Item">The whole address.</param>
public sealed record Crumb(int Position, string Name, string Item) : SchemaThing("ListItem");

/// <summary>The claims of a page.</summary>
public sealed record Dataset() : SchemaThing("Dataset")
{
    public required string Name { get; init; }

    /// <summary>50 characters and above: shorter ones are refused by those who read it.</summary>
    public required string Description { get; init; }
    public required string Url { get; init; }

    /// <summary>The day the claims are as of.</summary>
    public required string DateModified { get; init; }
    public required IReadOnlyList<DataDownload> Distribution { get; init; }

    /// <summary>The sources of the claims; null where the page lists none.</summary>
    public IReadOnlyList<CreativeWork>? IsBasedOn { get; init; }

    /// <summary>The models it speaks of.</summary>
    public IReadOnlyList<SoftwareApplication>? About { get; init; }
}

public sealed record DataDownload(string EncodingFormat, string ContentUrl) : SchemaThing("DataDownload");

public sealed record CreativeWork(string Name, string Url) : SchemaThing("CreativeWork");

/// <summary>A model: its name, id and maker, and the day it was released where that is known.</summary>
public sealed record SoftwareApplication(string Name, string Identifier, Organization Creator, string? DatePublished) : SchemaThing("SoftwareApplication");

public sealed record Organization(string Name) : SchemaThing("Organization");

public sealed record WebSite(string Name, string Url, string Description, SearchAction PotentialAction) : SchemaThing("WebSite");

public sealed record SearchAction(EntryPoint Target) : SchemaThing("SearchAction")
{
    [JsonPropertyName("query-input")] public string QueryInput => "required name=search_term_string";
}

public sealed record EntryPoint(string UrlTemplate) : SchemaThing("EntryPoint");
