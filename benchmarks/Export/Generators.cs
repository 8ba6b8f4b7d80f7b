using System.Text.Json;

namespace Assay.Bench.Export;

/// <summary>A static site generator with a template of ours, in benchmarks/generators.</summary>
/// <param name="Name">With its version, where its package fixes one.</param>
/// <param name="Package">Of npm; null for a program of the system.</param>
internal sealed record Generator(string Name, string Folder, string? Package, string Program, string[] Arguments)
{
    private string Work(string folder) => Path.Combine(folder, Folder);

    public string Output(string folder) => Path.Combine(Work(folder), "out");

    /// <summary>Null where it can be run.</summary>
    public string? Missing()
    {
        if (Package is null) return OnPath(Program) ? null : $"'{Program}' is not installed (Debian: apt-get install {Program})";
        if (!OnPath("npm")) return "npm is not installed";
        var installed = Installed();
        if (Directory.Exists(Path.Combine(installed, "node_modules"))) return null;
        Directory.CreateDirectory(installed);
        foreach (var file in new[] { "package.json", "package-lock.json" }) File.Copy(Path.Combine(Template(), file), Path.Combine(installed, file), overwrite: true);
        try
        {
            Measured.Of("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"], installed);
            return null;
        }
        catch (InvalidOperationException e)
        {
            return $"npm could not install it ({e.Message.Split('\n', StringSplitOptions.RemoveEmptyEntries)[0].Trim()})";
        }
    }

    /// <summary>Makes the pages.</summary>
    /// <param name="folder">A folder of the benchmark's own.</param>
    /// <param name="data">The comparisons as JSON.</param>
    public Measured Run(string folder, string data)
    {
        Copy(Template(), Work(folder));
        if (Package is not null) Directory.CreateSymbolicLink(Path.Combine(Work(folder), "node_modules"), Path.Combine(Installed(), "node_modules"));
        Place(data, Work(folder));
        return Measured.Of(Program == "hugo" ? "hugo" : "node", Arguments, Work(folder), new Dictionary<string, string> { ["ASTRO_TELEMETRY_DISABLED"] = "1", ["NODE_OPTIONS"] = "--max-old-space-size=6000" });
    }

    /// <summary>Hugo of this age makes a page of a file of content; the others read one list.</summary>
    private void Place(string data, string work)
    {
        if (Program != "hugo")
        {
            Directory.CreateDirectory(Path.Combine(work, "_data"));
            File.Copy(data, Path.Combine(work, "_data", "pairs.json"));
            return;
        }
        var content = Directory.CreateDirectory(Path.Combine(work, "content", "compare")).FullName;
        using var pairs = JsonDocument.Parse(File.ReadAllBytes(data));
        foreach (var pair in pairs.RootElement.EnumerateArray()) File.WriteAllText(Path.Combine(content, pair.GetProperty("slug").GetString() + ".html"), pair.GetRawText() + "\n");
    }

    private string Template() => Path.Combine(PagesBench.FindContentRoot()!, "..", "..", "benchmarks", "generators", Folder);
    private string Installed() => Path.GetFullPath(Path.Combine(PagesBench.FindContentRoot()!, "..", "..", "artifacts", "generators", Folder));

    private static bool OnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(p => File.Exists(Path.Combine(p, program)));

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}

internal static class Generators
{
    public static readonly IReadOnlyList<Generator> All =
    [
        new("Eleventy 3.1.2 (Nunjucks)", "eleventy", "@11ty/eleventy", "eleventy", ["node_modules/@11ty/eleventy/cmd.cjs", "--quiet"]),
        new("Astro 5.18.2", "astro", "astro", "astro", ["node_modules/astro/astro.js", "build", "--silent"]),
        new("Hugo", "hugo", null, "hugo", ["--quiet", "--destination", "out"]),
    ];
}
