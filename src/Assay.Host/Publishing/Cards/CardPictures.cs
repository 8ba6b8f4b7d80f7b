using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Assay.Adapters.Images;
using Assay.Catalog;
using Assay.Drawing.Published;
using Assay.Host.Calls;

namespace Assay.Host.Publishing.Cards;

/// <summary>
/// Cards as PNG, which is what most who show links take. Made when first asked for; kept with their catalogue, some at a time. Thread-safe; two who ask at once may
/// make the same twice.
/// </summary>
public sealed class CardPictures(LiveCalls calls)
{
    /// <summary>Pictures of some 50 KB each.</summary>
    private const int MostKept = 200;

    private readonly ConditionalWeakTable<CatalogSnapshot, ConcurrentDictionary<string, byte[]>> kept = [];
    private readonly SvgRaster raster = new(calls.Work);

    // Looked at once: heads of pages that are kept must not name now the one, now the other.
    private readonly Lazy<bool> canRaster = new(() => calls.Work.Library.Library is not null);

    /// <summary>Whether this machine has the library that makes PNG of them.</summary>
    public bool CanRaster => canRaster.Value;

    /// <summary>Of the cards that heads name: <c>.png</c>, or <c>.svg</c> where no PNG can be made.</summary>
    public string Ending => CanRaster ? ".png" : ".svg";

    /// <summary>The media type of those.</summary>
    public string Type => CanRaster ? "image/png" : "image/svg+xml";

    /// <param name="catalog">What the card was made of.</param>
    /// <param name="path">What tells the card from others of that catalogue.</param>
    /// <param name="card">Draws it.</param>
    /// <exception cref="ImageException">It cannot be made on this machine.</exception>
    public async Task<byte[]> Png(CatalogSnapshot catalog, string path, Card card, CancellationToken cancellationToken)
    {
        var made = kept.GetValue(catalog, static _ => new(StringComparer.Ordinal));
        if (made.TryGetValue(path, out var bytes)) return bytes;
        var picture = await raster.Render(CardDrawing.Svg(card), scale: 1, cancellationToken);
        if (made.Count >= MostKept) made.Clear();
        return made[path] = picture.Bytes.ToArray();
    }
}
