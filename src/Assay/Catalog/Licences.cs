namespace Assay.Catalog;

/// <summary>Which licences the Open Source Initiative has approved, of those that model weights come under. Source: opensource.org/licenses.</summary>
public static class Licences
{
    private static readonly HashSet<string> Approved = new(StringComparer.OrdinalIgnoreCase)
    {
        "Apache-2.0", "MIT", "BSD-2-Clause", "BSD-3-Clause", "MPL-2.0", "ISC", "GPL-2.0-only", "GPL-3.0-only", "GPL-3.0-or-later",
        "AGPL-3.0-only", "AGPL-3.0-or-later", "LGPL-3.0-only", "Artistic-2.0", "EPL-2.0", "Unlicense", "Zlib", "BSL-1.0", "ECL-2.0",
    };

    /// <summary>True only for an approved licence named by its SPDX identifier: "open source" may be said then and only then.</summary>
    public static bool IsOpenSource(string licence) => Approved.Contains(licence);
}
