using System.Collections.Concurrent;
using Assay.Adapters.Images;
using Assay.Adapters.Storage.Turns;
using Assay.Calls;

namespace Assay.Host.Playground;

/// <summary>Images of turns in small, for lists: made when first asked for, and kept in memory. Thread-safe; two who ask at once may make the same twice.</summary>
public sealed class SmallPictures(TurnStore store, ImagePixels pictures)
{
    /// <summary>Pixels: lists show 80 of them, screens have up to three for one, and a narrow picture is cut.</summary>
    public const int LongSide = 240;

    /// <summary>Pictures of some 10 KB each.</summary>
    private const int MostKept = 400;

    private readonly ConcurrentDictionary<string, CallImage> made = new(StringComparer.Ordinal);

    /// <summary>Null where no turn has an image of this hash, for what is deleted is shown no more.</summary>
    /// <exception cref="ImageException">There is no library on this machine to make it with.</exception>
    public async Task<CallImage?> Of(string hash, CancellationToken cancellationToken)
    {
        if (!store.HasImage(hash)) return null;
        if (made.TryGetValue(hash, out var kept)) return kept;
        if (store.Image(hash) is not { } image) return null;
        var small = await pictures.Thumbnail(image, LongSide, cancellationToken);
        if (made.Count >= MostKept) made.Clear();
        return made[hash] = small;
    }
}
