using Assay.Tests.Web;

namespace Assay.Browser.Tests.Access;

/// <summary>Asks a page in the browser what probe.js can tell of it.</summary>
internal static class Probe
{
    private static readonly string Script = File.ReadAllText(Path.Combine(Folders.Repository, "tests", "Assay.Browser.Tests", "Access", "probe.js"));

    /// <summary>The faults that one of its questions finds.</summary>
    public static async Task<string[]> Ask(this Window window, string question)
    {
        await window.Ready();
        return await window.Page.EvaluateAsync<string[]>($"() => [...new Set(probe.{question}())].slice(0, 12)");
    }

    public static async Task Ready(this Window window)
    {
        if (!await window.Page.EvaluateAsync<bool>("'probe' in window")) await window.Page.EvaluateAsync(Script);
    }
}
