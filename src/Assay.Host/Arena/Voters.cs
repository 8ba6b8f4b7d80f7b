using System.Security.Cryptography;
using System.Text;

namespace Assay.Host.Arena;

/// <summary>
/// Who votes: a browser, by a random cookie that tells nothing. The store and exports have only its hash, so that nobody who reads them can vote in another's name.
/// </summary>
public sealed class Voters(RandomNumberGenerator random)
{
    public const string Cookie = "assay_voter";

    private const int Bytes = 16;

    /// <summary>The voter that a request names; null where it names none.</summary>
    public static string? Of(HttpRequest request) =>
        request.Cookies[Cookie] is { Length: 2 * Bytes } value && value.All(char.IsAsciiHexDigitLower) ? Name(value) : null;

    /// <summary>The voter of a request; one that names none gets a cookie with the answer.</summary>
    public string Sure(HttpContext context)
    {
        if (Of(context.Request) is { } known) return known;
        if (context.Items[typeof(Voters)] is string made) return made;
        var chance = new byte[Bytes];
        random.GetBytes(chance);
        var value = Convert.ToHexStringLower(chance);
        context.Response.Cookies.Append(Cookie, value, new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, Path = "/", MaxAge = TimeSpan.FromDays(365), IsEssential = true });
        context.Items[typeof(Voters)] = made = Name(value);
        return made;
    }

    private static string Name(string cookie) => "voter-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(cookie)))[..24];
}
