using System.Globalization;
using System.Text;
using System.Text.Json;
using Assay.Units;

namespace Assay.Adapters.Logs;

/// <summary>Texts that several formats have in common.</summary>
internal static class LogText
{
    /// <summary>Under one of the names that logs give it; else all samples are of one category.</summary>
    public static string Category(JsonElement metadata)
    {
        foreach (var key in (ReadOnlySpan<string>)["category", "subject"])
            if (metadata.Text(key) is { } text && Visible.Line(text, LogLimits.Category) is { Length: > 0 } category) return category;
        return LogBuilder.NoCategory;
    }

    /// <summary>A question with the answers to choose from, lettered.</summary>
    public static string WithOptions(string input, IReadOnlyList<string> options, string behind)
    {
        if (options.Count == 0) return input;
        var text = new StringBuilder(input).Append('\n');
        for (var i = 0; i < options.Count; i++) text.Append('\n').Append(Letter(i)).Append(behind).Append(' ').Append(options[i]);
        return text.ToString();
    }

    public static string Letter(int place) => place < 26 ? ((char)('A' + place)).ToString() : (place + 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>A prompt that is a text, or a list of messages under the names of their roles.</summary>
    public static string Prompt(JsonElement prompt)
    {
        if (prompt.ValueKind is not JsonValueKind.Array) return prompt.AsAnything ?? "";
        if (prompt.GetArrayLength() == 1 && prompt[0].Text("content") is { } only) return only;
        return string.Join("\n\n", prompt.EnumerateArray().Select(m => m.Get("content").Says ? $"{m.Text("role") ?? "message"}:\n{m.Get("content").AsAnything}" : m.AsAnything ?? ""));
    }

    public static string Count(long number, string thing) => $"{number.ToString("#,0", CultureInfo.InvariantCulture)} {thing}{(number == 1 ? "" : "s")}";
}
