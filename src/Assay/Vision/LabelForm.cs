namespace Assay.Vision;

/// <summary>
/// When two labels mean the same: lower case, words alone, no article, the last word in the singular, and one word for a few things that the
/// usual label sets (VOC, COCO) name differently. A kind and its kin (a woman, a person) are not the same.
/// </summary>
public static class LabelForm
{
    private static readonly Dictionary<string, string> Synonyms = new(StringComparer.Ordinal)
    {
        ["aeroplane"] = "airplane", ["plane"] = "airplane", ["motorbike"] = "motorcycle", ["bike"] = "bicycle", ["automobile"] = "car", ["sofa"] = "couch",
        ["diningtable"] = "dining table", ["pottedplant"] = "potted plant", ["tvmonitor"] = "tv", ["television"] = "tv", ["tv monitor"] = "tv",
        ["cellphone"] = "cell phone", ["mobile phone"] = "cell phone", ["smartphone"] = "cell phone", ["mobile"] = "cell phone", ["doughnut"] = "donut",
        ["hair dryer"] = "hair drier", ["hairdryer"] = "hair drier", ["traffic signal"] = "traffic light", ["people"] = "person", ["fridge"] = "refrigerator",
        ["men"] = "man", ["women"] = "woman", ["children"] = "child", ["mice"] = "mouse", ["knive"] = "knife", ["leave"] = "leaf", ["loave"] = "loaf", ["shelve"] = "shelf",
    };

    /// <summary>Words that end in s and are no plural.</summary>
    private static readonly HashSet<string> Singular = new(StringComparer.Ordinal) { "bus", "gas", "lens", "glasses", "scissors", "skis", "news", "atlas", "canvas", "iris", "cactus" };

    /// <summary>The form by which labels are compared. Empty for a label without letters or digits.</summary>
    public static string Of(string label)
    {
        var words = string.Concat(label.Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : c == '\'' ? '\0' : ' ')).Replace("\0", "", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words is ["a" or "an" or "the", _, ..]) words = words[1..];
        if (words.Length == 0) return "";
        words[^1] = One(words[^1]);
        var form = string.Join(' ', words);
        return Synonyms.GetValueOrDefault(form, form);
    }

    public static bool Same(string a, string b) => Of(a) == Of(b);

    private static string One(string word) => word switch
    {
        _ when word.Length < 4 || Singular.Contains(word) || word.EndsWith("ss", StringComparison.Ordinal) || !word.EndsWith('s') => word,
        _ when word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 4 => word[..^3] + "y",
        _ when word.EndsWith("sses", StringComparison.Ordinal) || word.EndsWith("ches", StringComparison.Ordinal) || word.EndsWith("shes", StringComparison.Ordinal) || word.EndsWith("xes", StringComparison.Ordinal) || word.EndsWith("buses", StringComparison.Ordinal) => word[..^2],
        _ => word[..^1],
    };
}
