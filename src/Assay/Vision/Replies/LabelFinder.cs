using System.Text.RegularExpressions;
using Assay.Units;

namespace Assay.Vision.Replies;

/// <summary>Finds labels in a reply, with scores where they stand beside them.</summary>
internal static partial class LabelFinder
{
    private const int LongestLabel = 100;
    private const int Most = 1000;

    private static readonly string[] Containers = ["labels", "classes", "predictions", "results", "classification", "classifications", "categories", "tags", "objects", "top", "topk", "top5", "answer", "output", "response", "items", "list"];

    public static LabelReading Read(string reply)
    {
        if (string.IsNullOrWhiteSpace(reply)) return new LabelReading.Unreadable("The reply is empty.");
        if (reply.Length > BoxReader.LongestReply) return new LabelReading.Unreadable($"The reply has {Format.Exact(reply.Length)} characters; labels are read from at most {Format.Exact(BoxReader.LongestReply)}.");
        var answer = ReplyText.Answer(reply);
        var values = ReplyText.Values(answer).Where(v => v.Alone || v.Value is LooseValue.Map).ToArray();
        var fenced = values.Where(v => v.Fenced).ToArray();
        List<(string Label, LooseValue? Score)> labels = [];
        foreach (var value in fenced.Length > 0 ? fenced : values) Walk(value.Value, labels);
        var cut = values.Any(v => !v.Value.Whole);
        if (labels.Count > 0) return Ranked(labels, cut);
        if (values.Any(v => v.Value is LooseValue.List { Items.Count: 0, Whole: true } || (v.Value is LooseValue.Map map && map.Members.Any(m => m.Value is LooseValue.List { Items.Count: 0, Whole: true })))) return new LabelReading.NothingFound();
        if (cut) return new LabelReading.Unreadable("The reply ends before its first label is complete.");
        labels = Lines(answer);
        return labels.Count > 0 ? Ranked(labels, false) : new LabelReading.Unreadable("The reply holds no list of labels: neither JSON, nor lines of a few words.");
    }

    private static LabelReading.Ranked Ranked(List<(string Label, LooseValue? Score)> labels, bool cut)
    {
        List<string> notes = [];
        if (cut) notes.Add("The reply ends in the middle: labels that were complete are kept.");
        var scores = ReplyScores.Read([.. labels.Select(l => l.Score)], notes);
        (string Label, double? Score)[] all = [.. labels.Select((l, i) => (l.Label, scores[i])).DistinctBy(l => LabelForm.Of(l.Label) is { Length: > 0 } form ? form : l.Label)];
        if (all.Length < labels.Count) notes.Add($"{Words.Plural(labels.Count - all.Length, "label stands", "labels stand")} there more than once and {(labels.Count - all.Length == 1 ? "is" : "are")} taken once, at the first place.");
        if (all.Length > Most) notes.Add($"Only the first {Format.Exact(Most)} labels are read.");
        all = all[..Math.Min(all.Length, Most)];
        if (all.All(l => l.Score is not null) && all.Zip(all.Skip(1)).Any(p => p.First.Score < p.Second.Score))
        {
            notes.Add("The reply is not in the order of its scores; the scores decide.");
            all = [.. all.OrderByDescending(l => l.Score)];
        }
        return new([.. all.Select((l, i) => new RankedLabel(i + 1, l.Label, l.Score))]) { Notes = notes };
    }

    private static void Walk(LooseValue value, List<(string, LooseValue?)> labels)
    {
        if (value is LooseValue.List list) WalkList(list, labels);
        else if (value is LooseValue.Map map) WalkMap(map, labels);
    }

    private static void WalkList(LooseValue.List list, List<(string, LooseValue?)> labels)
    {
        // A pair of a text and a number is a label and its score; a list of texts is labels.
        if (list.Items is [LooseValue.Text { Whole: true } label, LooseValue.Number score] && list.Whole)
        {
            Add(label.Value, score, labels);
            return;
        }
        foreach (var item in list.Items)
        {
            if (item is LooseValue.Text { Whole: true } text) AddWritten(text.Value, labels);
            else Walk(item, labels);
        }
    }

    private static void WalkMap(LooseValue.Map map, List<(string, LooseValue?)> labels)
    {
        var score = map.Get(BoxFinder.ScoreKeys);
        foreach (var key in BoxFinder.LabelKeys)
        {
            if (map.Get(key) is not LooseValue.Text { Whole: true } label) continue;
            // Cut off, it may lack its score.
            if (map.Whole || score is { Whole: true }) Add(label.Value, score, labels);
            return;
        }
        if (map.Get("labels", "classes", "categories") is LooseValue.List names && map.Get("scores", "probabilities", "confidences") is LooseValue.List scores && names.Items.Count > 0 && names.Items.All(n => n is LooseValue.Text))
        {
            for (var i = 0; i < names.Items.Count; i++) Add(((LooseValue.Text)names.Items[i]).Value, i < scores.Items.Count ? scores.Items[i] : null, labels);
            return;
        }
        var inner = map.Members.Where(m => m.Value is LooseValue.List or LooseValue.Map).ToArray();
        if (inner.Length > 0)
        {
            var known = inner.Where(m => Containers.Contains(LooseValue.NormalKey(m.Key))).ToArray();
            foreach (var member in known.Length > 0 ? known : inner) Walk(member.Value, labels);
            return;
        }
        foreach (var (key, value) in map.Members)
        {
            if (value is LooseValue.Number { Whole: true } || (value is LooseValue.Text { Whole: true } percent && BoxForms.Number(new LooseValue.Text(percent.Value.Trim().TrimEnd('%'), true)) is not null)) Add(key, value, labels);
        }
    }

    /// <summary>Lines or a row of commas, each a few words with or without a score; none where the reply is prose.</summary>
    private static List<(string, LooseValue?)> Lines(string answer)
    {
        List<(string, LooseValue?)> labels = [];
        var lines = answer.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0 && !l.StartsWith("```", StringComparison.Ordinal)).Take(Most + 1).ToArray();
        // "Here are the labels:" introduces the list and is none of it.
        if (lines.Length > 1 && lines[0].EndsWith(':')) lines = lines[1..];
        // Without marks a comma may as well part a sentence as a list: only rows of short pieces are labels.
        if (lines.Length == 1) lines = [.. lines[0].TrimEnd('.').Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        foreach (var line in lines)
        {
            var marked = Mark().IsMatch(line);
            var words = ReplyText.Label(line);
            var isLabel = words.Length > 0 && Count(Scored().Replace(words, "")) <= (marked ? 8 : 5) && !words.Contains(". ", StringComparison.Ordinal) && (marked || !words.EndsWith('.') && !words.EndsWith('?') && !words.EndsWith('!'));
            if (isLabel) AddWritten(words, labels);
            else if (!marked) return [];
        }
        return labels;
    }

    private static int Count(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;

    /// <summary>"dog: 92%", "dog (0.92)", "dog - 0.92" and "dog" alike.</summary>
    private static void AddWritten(string written, List<(string, LooseValue?)> labels)
    {
        if (written.Length > 2 * LongestLabel) return;
        var scored = Scored().Match(written);
        if (scored.Success) Add(written[..scored.Index], new LooseValue.Text(scored.Groups["score"].Value.Replace(" ", "", StringComparison.Ordinal), true), labels);
        else Add(written, null, labels);
    }

    private static void Add(string label, LooseValue? score, List<(string, LooseValue?)> labels)
    {
        label = label.Trim().Trim('*', '_', '`', '"').Trim();
        if (label.Length is > 0 and <= LongestLabel && label.Any(char.IsLetterOrDigit)) labels.Add((label, score));
    }

    // A bare 0 or 1 after a hyphen belongs to the name: "type-1".
    [GeneratedRegex(@"[\s*]{0,4}([:=(][\s*]{0,4}(?<score>\d{1,3}(\.\d{1,12})?\s?%|[01]?\.\d{1,12}|[01])|[–—-][\s*]{0,4}(?<score>\d{1,3}(\.\d{1,12})?\s?%|[01]?\.\d{1,12}))[)*\s]{0,4}$", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Scored();

    [GeneratedRegex(@"^([-*•+]|\d{1,3}[.)])\s", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Mark();
}
