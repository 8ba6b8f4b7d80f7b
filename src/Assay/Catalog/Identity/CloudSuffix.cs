namespace Assay.Catalog.Identity;

/// <summary>Endings that a cloud's interface puts behind a name: <c>-v1:0</c>, <c>-1:0</c>, <c>:0:28k</c>, <c>[1m]</c>.</summary>
internal static class CloudSuffix
{
    public static string Strip(string name, Reading reading)
    {
        if (name.EndsWith("[1m]", StringComparison.Ordinal))
        {
            reading.Note(MatchKind.Context, "1m");
            name = name[..^4];
        }
        var colon = name.LastIndexOf(':');
        // A window behind the version of the interface.
        if (colon > 1 && name[colon - 1] == '0' && name[colon - 2] == ':' && colon + 1 < name.Length)
        {
            if (name[^1] == 'k') reading.Note(MatchKind.Context, name[(colon + 1)..]);
            name = name[..colon];
        }
        if (name.EndsWith("-1:0", StringComparison.Ordinal)) return name[..^4];
        if (name.EndsWith(":0", StringComparison.Ordinal)) return name[..^2];
        // v0:1 and v2:1 are versions with a fraction.
        if (name.Length > 3 && name[^2] == ':' && char.IsAsciiDigit(name[^1]) && char.IsAsciiDigit(name[^3]) && name[^4] == 'v') return $"{name[..^2]}.{name[^1]}";
        return name;
    }
}
