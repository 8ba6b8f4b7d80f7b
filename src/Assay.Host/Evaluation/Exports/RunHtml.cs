using System.Globalization;
using System.Net;
using Assay.Adapters.Logs.Own;
using Assay.Calls;
using Assay.Evaluation;
using Assay.Host.Cli.Text;
using Assay.Units;

namespace Assay.Host.Evaluation.Exports;

/// <summary>A run as one page that stands alone: no scripts, nothing to fetch, images inside, fit to print. What models and suites wrote is text and nothing else.</summary>
internal static class RunHtml
{
    /// <summary>Bytes of images that are put into the page; those after it are named by their hash.</summary>
    public const long MostImageBytes = 30_000_000;

    private const string Style = """
        section { border-top: 1px solid #ddd; margin-top: 2rem; break-inside: avoid; } section h3 { margin: 1rem 0 .3rem; } section h4 { margin: .8rem 0 .2rem; font-weight: 600; }
        pre { white-space: pre-wrap; overflow-wrap: anywhere; background: rgba(128,128,128,.1); border-radius: 6px; padding: .6rem .8rem; margin: .3rem 0; font: 14px/1.45 ui-monospace, monospace; }
        img { max-width: 24rem; max-height: 18rem; border: 1px solid #ddd; background: #fff; } .state { font-weight: 600; } .passed { color: #0a6b2d; } .failed, .errored { color: #a3261b; } .graded { color: #8a5300; }
        @media (prefers-color-scheme: dark) { section { border-color: #3a3a3a; } .passed { color: #6fcf8e; } .failed, .errored { color: #f28b82; } .graded { color: #f0b95a; } }
        @media print { body { max-width: none; margin: 0; color: #000; background: #fff; font-size: 11pt; } pre { background: none; border: 1px solid #ccc; } table { display: table; } }
        """;

    public static void Write(Run run, Document summary, IEnumerable<SampleTrials> samples, ILookup<TrialKey, HumanLabel> labels, Func<SampleImage, CallImage?> image, Unlocal unlocal, TextWriter output)
    {
        output.Write(Html.Open(summary.Title, Style));
        output.Write(Html.Blocks(summary));
        output.Write("<h2>Every sample</h2>\n");
        var page = new Page(run, labels, image, unlocal, output);
        foreach (var sample in samples) page.Write(sample);
        output.Write(Html.Close);
    }

    private sealed class Page(Run run, ILookup<TrialKey, HumanLabel> labels, Func<SampleImage, CallImage?> image, Unlocal unlocal, TextWriter output)
    {
        private long imageBytes;

        public void Write(SampleTrials it)
        {
            var sample = it.Sample;
            output.Write($"<section>\n<h3>{Text(sample.Id)} <span class=\"quiet\">{Text(sample.Category)}</span></h3>\n");
            foreach (var one in sample.Images) Image(one);
            output.Write($"<pre>{Lines(sample.Input)}</pre>\n");
            if (sample.Target.Count > 0) output.Write($"<p>Wanted: {string.Join(" <span class=\"quiet\">or</span> ", sample.Target.Select(t => $"<code>{Text(Visible.Line(t, 2_000))}</code>"))}</p>\n");
            foreach (var trial in it.Trials) Trial(trial);
            output.Write("</section>\n");
        }

        private void Trial(PlannedTrial trial)
        {
            var times = run.Settings.Repetitions > 1 ? $", {trial.Key.Repetition + 1} of {run.Settings.Repetitions}" : "";
            output.Write($"<h4>{Text(run.Models[trial.Key.Model])}{times}: <span class=\"state {trial.State.Name()}\">{trial.State.Words()}{(trial.Trial?.Score is Score.Scored s && trial.State == TrialState.Graded ? " " + s.Value.ToString("0.###", CultureInfo.InvariantCulture) : "")}</span></h4>\n");
            if (trial.Reply is { } reply) output.Write(reply.Length == 0 ? "<p class=\"quiet\">No text.</p>\n" : $"<pre>{Lines(reply)}</pre>\n");
            if (trial.Why(unlocal) is { Length: > 0 } why) output.Write($"<p class=\"quiet\">{Text(Visible.Line(why, 2_000))}</p>\n");
            foreach (var label in labels[trial.Key]) output.Write($"<p class=\"quiet\">{Text(Visible.Line(label.Words(), 2_000))}</p>\n");
        }

        private void Image(SampleImage one)
        {
            if (image(one) is not { } sent) output.Write($"<p class=\"quiet\">An image that is not kept (SHA-256 {Text(one.Hash)}).</p>\n");
            else if ((imageBytes += sent.Bytes.Length) > MostImageBytes) output.Write($"<p class=\"quiet\">An image of {sent.Width} × {sent.Height} pixels, left out because the images before it fill {MostImageBytes / 1_000_000} MB (SHA-256 {Text(sent.Hash)}).</p>\n");
            else output.Write($"<p><img src=\"data:{Text(sent.MediaType)};base64,{Convert.ToBase64String(sent.Bytes.Span)}\" width=\"{sent.Width}\" height=\"{sent.Height}\" style=\"height:auto\" alt=\"Image of the sample\"></p>\n");
        }

        private static string Text(string text) => WebUtility.HtmlEncode(Visible.Of(text));

        private static string Lines(string text) => WebUtility.HtmlEncode(Document.Safe(text));
    }
}
