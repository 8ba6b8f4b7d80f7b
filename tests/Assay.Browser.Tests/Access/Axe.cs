using Deque.AxeCore.Commons;

namespace Assay.Browser.Tests.Access;

/// <summary>The rules of axe, put into a page once and asked as often as wanted. Frames are pages of their own, and checked as such.</summary>
internal static class Axe
{
    /// <summary>Those of WCAG 2.2 A and AA, and what is good practice.</summary>
    public static readonly string[] All = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>What the rules with these tags find; <c>color-contrast</c> and others that are rules and no tags are asked alone.</summary>
    public static async Task<string[]> Axe_finds(this Window window, params string[] what)
    {
        if (!await window.Page.EvaluateAsync<bool>("'axe' in window")) await window.Page.EvaluateAsync(Script);
        return await window.Page.EvaluateAsync<string[]>(
            """
            async (what) => {
              const only = { type: what.some((w) => w.startsWith("wcag")) ? "tag" : "rule", values: what };
              const found = await axe.run(document, { runOnly: only, rules: only.type === "tag" ? { "target-size": { enabled: true } } : {}, iframes: false, resultTypes: ["violations"] });
              if (found.passes.length + found.inapplicable.length === 0) return ["axe has looked at nothing"];
              return found.violations.map((v) => `${v.id} (${v.impact}): ${v.help} ${v.nodes.slice(0, 4).map((n) => n.html.slice(0, 300) + " " + n.any.map((a) => a.message).join(" ")).join(" | ")}`);
            }
            """, what);
    }
}
