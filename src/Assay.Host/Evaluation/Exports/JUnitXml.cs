using System.Globalization;
using System.Text;
using System.Xml;
using Assay.Adapters.Logs.Own;
using Assay.Evaluation;
using Assay.Units;

namespace Assay.Host.Evaluation.Exports;

/// <summary>
/// A run as JUnit's XML (https://github.com/testmoapp/junitxml): a suite for each model, a case for each trial. A wrong answer is a failure; a call without an answer an
/// error; what was not asked, declined or not scored is skipped. None of the three is ever told as another.
/// </summary>
internal static class JUnitXml
{
    private const int LongestReply = 4_000;

    public static void Write(Run run, IReadOnlyList<TrialResult> results, Func<int, IEnumerable<SampleTrials>> samples, Unlocal unlocal, Stream output)
    {
        using var xml = XmlWriter.Create(output, new() { Encoding = new UTF8Encoding(false), Indent = true, CheckCharacters = false });
        xml.WriteStartDocument();
        xml.WriteStartElement("testsuites");
        Attribute(xml, "name", run.Suite.Title);
        for (var model = 0; model < run.Models.Count; model++) Model(xml, run, model, [.. results.Where(r => r.Key.Model == model)], samples(model), unlocal);
        xml.WriteEndElement();
    }

    private static void Model(XmlWriter xml, Run run, int model, TrialResult[] results, IEnumerable<SampleTrials> samples, Unlocal unlocal)
    {
        var all = run.Samples * run.Settings.Repetitions;
        int Count(params ReadOnlySpan<TrialState> states)
        {
            var count = 0;
            foreach (var result in results)
                if (states.Contains(result.State)) count++;
            return count;
        }
        xml.WriteStartElement("testsuite");
        Attribute(xml, "name", run.Models[model]);
        Attribute(xml, "tests", all);
        Attribute(xml, "failures", Count(TrialState.Failed));
        Attribute(xml, "errors", Count(TrialState.Errored, TrialState.Interrupted));
        Attribute(xml, "skipped", all - results.Length + Count(TrialState.Refused, TrialState.Unscored));
        Attribute(xml, "timestamp", run.Created.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture));
        foreach (var sample in samples)
            foreach (var trial in sample.Trials) Case(xml, run, sample.Sample, trial, unlocal);
        xml.WriteEndElement();
    }

    private static void Case(XmlWriter xml, Run run, Sample sample, PlannedTrial trial, Unlocal unlocal)
    {
        xml.WriteStartElement("testcase");
        Attribute(xml, "classname", $"{run.Suite.Id}.{sample.Category}");
        Attribute(xml, "name", run.Settings.Repetitions > 1 ? $"{sample.Id} #{trial.Key.Repetition + 1}" : sample.Id);
        if (trial.Answered is { } answered) Attribute(xml, "time", answered.Duration.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture));
        var element = trial.State switch
        {
            TrialState.Failed => "failure",
            TrialState.Errored or TrialState.Interrupted => "error",
            TrialState.Refused or TrialState.Unscored or TrialState.NotRun => "skipped",
            _ => null,
        };
        if (element is not null)
        {
            xml.WriteStartElement(element);
            Attribute(xml, "message", trial.Why(unlocal));
            if (element != "skipped") Attribute(xml, "type", trial.State.Name());
            if (trial.State == TrialState.Failed) xml.WriteString(Plain($"Wanted: {string.Join(" | ", sample.Target)}\nReply: {Cut(trial.Reply ?? "")}"));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static string Cut(string reply) => reply.Length <= LongestReply ? reply : reply[..LongestReply] + " …";

    private static void Attribute(XmlWriter xml, string name, int value) => xml.WriteAttributeString(name, value.ToString(CultureInfo.InvariantCulture));

    private static void Attribute(XmlWriter xml, string name, string value) => xml.WriteAttributeString(name, Visible.Of(value));

    /// <summary>XML has no way to write most control characters at all.</summary>
    private static string Plain(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(Visible.Of));
}
