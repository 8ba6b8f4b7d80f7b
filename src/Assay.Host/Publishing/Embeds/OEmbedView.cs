using System.Text.Json.Serialization;

namespace Assay.Host.Publishing.Embeds;

/// <summary>An answer of oEmbed, of the type <c>rich</c>. Source: https://oembed.com.</summary>
public sealed record OEmbedView
{
    public string Version => "1.0";
    public string Type => "rich";
    public string ProviderName => "Assay";
    public required string ProviderUrl { get; init; }
    public required string Title { get; init; }

    /// <summary>Seconds.</summary>
    public required int CacheAge { get; init; }

    /// <summary>The card, where it keeps to the size that was asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? ThumbnailUrl { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public int? ThumbnailWidth { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public int? ThumbnailHeight { get; init; }
    public required int Width { get; init; }
    public required int Height { get; init; }
    public required string Html { get; init; }
}
