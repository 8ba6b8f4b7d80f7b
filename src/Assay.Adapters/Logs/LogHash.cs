using System.Security.Cryptography;
using System.Text;

namespace Assay.Adapters.Logs;

/// <summary>What tells that a log was read before.</summary>
internal static class LogHash
{
    /// <summary>Of one of several runs in one file.</summary>
    public static string Part(string file, string part) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{file} {part}")));
}
