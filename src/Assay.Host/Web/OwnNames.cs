namespace Assay.Host.Web;

/// <summary>
/// The names by which this site answers. A site that listens on this machine alone answers only to names of this machine, so that no page of another
/// site can reach it under a name of its own that was made to point here (DNS rebinding).
/// </summary>
public static class OwnNames
{
    /// <summary>The setting of ASP.NET Core that host filtering reads.</summary>
    public const string Setting = "AllowedHosts";

    /// <summary>The value for <see cref="Setting"/>; null where the site listens to others too, whose names for it nobody here knows.</summary>
    /// <param name="urls">Addresses to listen on, parted by semicolons.</param>
    public static string? For(string urls) =>
        urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).All(u => Uri.TryCreate(u, UriKind.Absolute, out var address) && address.IsLoopback) ? "localhost;127.0.0.1;[::1]" : null;

    /// <summary>What the user set stands.</summary>
    public static void Guard(ConfigurationManager configuration, string urls)
    {
        if (configuration[Setting] is null or "" or "*") configuration[Setting] = For(urls) ?? configuration[Setting];
    }
}
