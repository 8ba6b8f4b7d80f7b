using System.Collections.Concurrent;
using Assay.Host.Catalog;
using Assay.Host.Export;
using Microsoft.AspNetCore.Http.Features;

namespace Assay.Host.Web;

/// <summary>
/// Answers of the catalogue that were asked for lately, as they went out: compressed once, not for every reader. They go with their catalogue, and the ones not
/// asked for go first. Thread-safe.
/// </summary>
/// <param name="live">Answers made under another of its identities are not given.</param>
/// <param name="most">Bytes kept, about.</param>
public sealed class KeptPages(LiveCatalog live, long most = KeptPages.Most)
{
    /// <summary>Some two thousand comparisons of two models.</summary>
    private const long Most = 32_000_000;

    private volatile Shelf shelf = new((-1, default));

    /// <summary>All that an answer of the catalogue depends on: pages name their own address, and bytes differ by encoding.</summary>
    private readonly record struct Key(string Scheme, HostString Host, string? Base, string? Path, string? Query, string Encodings);

    /// <summary>Bytes asked for lately, and those before them: what is asked for again moves over, what is not goes when the newer half is full.</summary>
    private sealed class Shelf((long, DateTimeOffset) identity)
    {
        public (long, DateTimeOffset) Identity { get; } = identity;
        public ConcurrentDictionary<Key, KeptPage> Newer = new();
        public ConcurrentDictionary<Key, KeptPage> Older = new();
        public long Weight;
    }

    /// <summary>Stands before everything (<see cref="KeptPagesFirst"/>): who asks for what is kept gets it.</summary>
    public Task Find(HttpContext context, RequestDelegate next) =>
        CanBeKept(context.Request) && Kept(context.Request) is { } kept ? kept.WriteAsync(context.Response) : next(context);

    /// <summary>Stands where the route is known and nothing is compressed yet: keeps what goes out.</summary>
    public async Task Keep(HttpContext context, RequestDelegate next)
    {
        if (!CanBeKept(context.Request) || CatalogTag.OfTheCatalogue(context) is not { Streams: false })
        {
            await next(context);
            return;
        }
        // Taken before anything is worked out: what is made of a later catalogue lands on a shelf that nobody looks at any more.
        var current = Current();
        var outward = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var written = new MemoryStream();
        var held = new StreamResponseBodyFeature(written);
        context.Features.Set<IHttpResponseBodyFeature>(held);
        try
        {
            await next(context);
            await held.CompleteAsync();
        }
        finally
        {
            context.Features.Set(outward);
        }
        if (written.Length == 0) return;
        var bytes = written.ToArray();
        context.Response.ContentLength = bytes.Length;
        await context.Response.BodyWriter.WriteAsync(bytes, context.RequestAborted);
        // Headers are whole once the first byte is out.
        if (context.Response is { StatusCode: StatusCodes.Status200OK, Headers: { ETag.Count: > 0, SetCookie.Count: 0 } headers }) Put(current, KeyOf(context.Request), new(bytes, headers));
    }

    /// <summary>A copy of the site asks for each page once, and gets another one than a visitor.</summary>
    private static bool CanBeKept(HttpRequest request) => HttpMethods.IsGet(request.Method) && request.Headers.IfNoneMatch.Count == 0 && Exported.Of(request.HttpContext) is null;

    private KeptPage? Kept(HttpRequest request)
    {
        var (current, key) = (Current(), KeyOf(request));
        if (current.Newer.TryGetValue(key, out var kept)) return kept;
        if (current.Older.TryRemove(key, out kept)) Put(current, key, kept);
        return kept;
    }

    private void Put(Shelf on, Key key, KeptPage page)
    {
        // One huge answer must not push out a thousand others.
        if (page.Weight > most / 16 || !on.Newer.TryAdd(key, page) || Interlocked.Add(ref on.Weight, page.Weight) <= most / 2) return;
        lock (on)
        {
            if (on.Weight <= most / 2) return;
            (on.Older, on.Newer, on.Weight) = (on.Newer, new(), 0);
        }
    }

    private Shelf Current()
    {
        var (now, there) = (live.Identity, shelf);
        return there.Identity == now ? there : shelf = new(now);
    }

    private static Key KeyOf(HttpRequest request) =>
        new(request.Scheme, request.Host, request.PathBase.Value, request.Path.Value, request.QueryString.Value, request.Headers.AcceptEncoding.ToString());
}
