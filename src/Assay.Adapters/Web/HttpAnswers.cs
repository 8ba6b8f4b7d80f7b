using System.Net;

namespace Assay.Adapters.Web;

/// <summary>What every fetch from outside does alike with an answer.</summary>
internal static class HttpAnswers
{
    /// <summary>Whether it sends on to another address, which is checked before it is followed.</summary>
    public static bool IsRedirect(this HttpStatusCode status) =>
        status is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;

    /// <summary>Reads a body, counting as it comes: what a server says of its length is not believed.</summary>
    /// <param name="stream">The body.</param>
    /// <param name="most">Bytes.</param>
    /// <param name="read">Told how many bytes are there, after each piece.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The bytes; null where there are more than <paramref name="most"/>.</returns>
    public static async Task<byte[]?> ReadAtMost(this Stream stream, long most, Action<long> read, CancellationToken cancellationToken)
    {
        using var all = new MemoryStream();
        var part = new byte[1 << 16];
        int count;
        while ((count = await stream.ReadAsync(part, cancellationToken)) > 0)
        {
            var there = all.Length + count;
            read(there);
            if (there > most) return null;
            all.Write(part, 0, count);
        }
        return all.ToArray();
    }
}
