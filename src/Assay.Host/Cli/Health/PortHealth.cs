using System.Net;
using System.Net.Sockets;

namespace Assay.Host.Cli.Health;

/// <summary>Whether the web app could listen where it would.</summary>
internal static class PortHealth
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <param name="urls">As for <c>assay serve</c>, parted by semicolons.</param>
    /// <param name="asked">Whether they were named: then it is a fault that one is taken, and else only worth knowing.</param>
    public static async Task<(IReadOnlyList<DoctorCheck> Checks, IReadOnlyList<string> Notes)> Of(string urls, bool asked)
    {
        var (checks, notes) = (new List<DoctorCheck>(), new List<string>());
        foreach (var url in urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            const string name = "web address";
            if (!Uri.TryCreate(url.Replace("//*", "//0.0.0.0", StringComparison.Ordinal).Replace("//+", "//0.0.0.0", StringComparison.Ordinal), UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
                checks.Add(new(name, false, $"'{url}' is not an address to listen on", $"Write it as {ServeCommand.DefaultUrl}."));
            else if (await Free(uri) is not { } fault) checks.Add(new(name, true, $"{url} is free"));
            else if (await IsAssay(uri)) checks.Add(new(name, true, $"{url}: assay serve answers there"));
            else if (asked) checks.Add(new(name, false, $"{url} cannot be listened on: {fault}", "Stop what uses it, or give assay serve another with --urls."));
            else notes.Add($"{url}, where assay serve would listen, is taken by another program ({fault}): give another with --urls.");
        }
        return (checks, notes);
    }

    /// <summary>Null where it is free, else why not.</summary>
    private static async Task<string?> Free(Uri uri)
    {
        try
        {
            var addresses = uri.Host == "localhost" ? [IPAddress.Loopback] : IPAddress.TryParse(uri.Host.Trim('[', ']'), out var address) ? [address] : await Dns.GetHostAddressesAsync(uri.Host);
            using var listener = new TcpListener(addresses[0], uri.Port);
            listener.Start();
            return null;
        }
        catch (SocketException e)
        {
            return e.Message;
        }
    }

    private static async Task<bool> IsAssay(Uri uri)
    {
        try
        {
            using var client = new HttpClient { Timeout = Patience };
            var text = await client.GetStringAsync(new Uri(uri, "/healthz"));
            return text.Contains("\"models\":", StringComparison.Ordinal) && text.Contains("\"status\":\"ok\"", StringComparison.Ordinal);
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }
}
