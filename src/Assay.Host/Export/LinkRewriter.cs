using System.Buffers;
using System.Net;
using System.Text;

namespace Assay.Host.Export;

/// <summary>
/// Makes the links of a page relative, so that its folder works under any path; a link to what is not written becomes words that say why. Works on the bytes
/// as they are: whatever a page writes, no link of its own is missed. Not thread-safe; used again for page after page.
/// </summary>
/// <param name="find">The file of an address; null where it is not written.</param>
/// <param name="site">Where the folder will be served, for links that must be whole; null where nobody said.</param>
public sealed class LinkRewriter(Func<string, string?> find, Uri? site)
{
    private const string LiveOnly = "Live only: run assay serve", NotInThisCopy = "This comparison is not in this copy: run assay serve for any";

    private readonly Dictionary<string, string?> found = new(StringComparer.Ordinal);

    /// <summary>An address may be in any of millions of pairs: what was looked up last is kept, not all.</summary>
    private const int MostKept = 50_000;

    /// <summary>What whole addresses of ours begin with while nobody has said where the folder will be served: no name that anything can have (RFC 2606).</summary>
    public const string Nowhere = "http://export.invalid";

    private readonly byte[] whole = Encoding.UTF8.GetBytes(site?.AbsoluteUri.TrimEnd('/') ?? Nowhere);

    /// <param name="page">UTF-8.</param>
    /// <param name="address">Of the page, path and query.</param>
    /// <param name="file">Its own file, or null where it may be shown at any address, so that its links have to be whole.</param>
    public void Write(ReadOnlySpan<byte> page, string address, string? file, PageStream output)
    {
        output.Clear();
        var root = file is null ? site!.AbsoluteUri : Root(file);
        var own = address.Split('?')[0];
        int done = 0, at = 0;
        while (page[at..].IndexOf("=\""u8) is var next and >= 0)
        {
            at += next + 2;
            if (at >= page.Length || !IsOurs(page[..(at - 2)], page[at..], out var isWhole)) continue;
            var end = at + page[at..].IndexOf((byte)'"');
            var tag = page[..at].LastIndexOf((byte)'<');
            var (link, hash) = Parts(page[(at + (isWhole ? whole.Length : 0))..end], own);
            isWhole = page[tag..].StartsWith("<meta "u8) || (page[tag..].StartsWith("<link "u8) && (isWhole || IsCanonical(page[tag..at])));
            if (Find(link) is { } target && !(isWhole && site is null))
            {
                output.Write(page[done..at]);
                Text(output, (isWhole ? site!.AbsoluteUri : root) + Escaped(target) + Version(link) + hash);
                done = at = end;
            }
            else
            {
                output.Write(page[done..tag]);
                done = at = Drop(page, tag, end, link, output);
            }
        }
        output.Write(page[done..]);
    }

    /// <summary>Whether an attribute's value is an address of the site: of its own path, or whole.</summary>
    private bool IsOurs(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value, out bool isWhole)
    {
        isWhole = value[0] is (byte)'h' && value.StartsWith(whole) && value.Length > whole.Length && value[whole.Length] is (byte)'/' or (byte)'"';
        if (isWhole) return IsLink(name) || name.EndsWith(" content"u8);
        return value[0] is (byte)'/' or (byte)'?' && IsLink(name) && !value.StartsWith("//"u8);
    }

    /// <summary>As <see cref="Write"/>, for feeds and lists of addresses: whole addresses of our pages end as their folders do.</summary>
    public void WriteWhole(ReadOnlySpan<byte> text, PageStream output)
    {
        output.Clear();
        ReadOnlySpan<byte> ends = "\"<>#\\ \n"u8;
        var done = 0;
        while (text[done..].IndexOf(whole) is var next and >= 0)
        {
            var at = done + next + whole.Length;
            output.Write(text[done..at]);
            var end = at + Math.Max(0, text[at..].IndexOfAny(ends));
            var address = WebUtility.HtmlDecode(Encoding.UTF8.GetString(text[at..end]));
            if (address.Length > 0 && Find(address) is { } file) Text(output, "/" + Escaped(file));
            else output.Write(text[at..end]);
            done = end;
        }
        output.Write(text[done..]);
    }

    private static bool IsLink(ReadOnlySpan<byte> before) =>
        before.EndsWith(" href"u8) || before.EndsWith(" src"u8) || before.EndsWith(" action"u8);

    private static bool IsCanonical(ReadOnlySpan<byte> tag) => tag.IndexOf("\"canonical\""u8) >= 0;

    /// <summary>An element without its link: a link becomes words, a reference of the head is left out.</summary>
    /// <returns>Where the rest of the page begins.</returns>
    private static int Drop(ReadOnlySpan<byte> page, int tag, int end, string link, PageStream output)
    {
        var close = end + page[end..].IndexOf((byte)'>') + 1;
        if (!page[tag..].StartsWith("<a "u8)) return close;
        var last = page[close..].IndexOf("</a>"u8);
        if (last < 0) return close;
        Text(output, $"<span class=\"live-only\" title=\"{(link.StartsWith("/compare/", StringComparison.Ordinal) ? NotInThisCopy : LiveOnly)}\">");
        output.Write(page.Slice(close, last));
        output.Write("</span>"u8);
        return close + last + "</a>".Length;
    }

    private string? Find(string link)
    {
        if (found.TryGetValue(link, out var known)) return known;
        if (found.Count >= MostKept) found.Clear();
        return found[link] = find(link);
    }

    private static (string Link, string Hash) Parts(ReadOnlySpan<byte> value, string own)
    {
        var text = Encoding.UTF8.GetString(value);
        if (text.Contains('&', StringComparison.Ordinal)) text = WebUtility.HtmlDecode(text);
        var hash = text.IndexOf('#', StringComparison.Ordinal) is var at and >= 0 ? at : text.Length;
        var link = text[..hash];
        return (link.StartsWith('?') ? own + link : link.Length == 0 ? "/" : link, WebUtility.HtmlEncode(text[hash..]));
    }

    /// <summary>An asset keeps what its address tells of its bytes, so that no browser goes on with an old one.</summary>
    private static string Version(string link) => link.IndexOf("?v=", StringComparison.Ordinal) is >= 0 and var at ? link[at..] : "";

    /// <summary>The way from a file to the top of the folder.</summary>
    private static string Root(string file) => file.AsSpan().Count('/') is 0 ? "./" : string.Concat(Enumerable.Repeat("../", file.AsSpan().Count('/')));

    /// <summary>As part of an address: a page by its folder.</summary>
    private static string Escaped(string file)
    {
        var path = file.EndsWith("index.html", StringComparison.Ordinal) ? file[..^"index.html".Length] : file;
        return path.AsSpan().IndexOfAnyExcept(Plain) < 0 ? path : string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
    }

    private static readonly SearchValues<char> Plain = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/:@+");

    private static void Text(PageStream output, string text)
    {
        Span<byte> bytes = stackalloc byte[512];
        output.Write(text.Length <= 128 ? bytes[..Encoding.UTF8.GetBytes(text, bytes)] : Encoding.UTF8.GetBytes(text));
    }
}
