namespace Assay.Search.Box;

/// <summary>A name without what people write differently: case, and the signs between its words.</summary>
internal readonly record struct PlainName(string Spaced, string Joined)
{
    /// <summary>"GPT-4o mini" is " gpt 4o mini" and "gpt4omini". A blank goes first, so that a word's beginning is found as blank and word.</summary>
    public static PlainName Of(string name)
    {
        var words = Words(name);
        return new(words.Length == 0 ? "" : " " + string.Join(' ', words), string.Concat(words));
    }

    public static string[] Words(string name) => name.ToLowerInvariant().Split(Between, StringSplitOptions.RemoveEmptyEntries);

    private static readonly char[] Between = [' ', '\t', '\n', '\r', '\u00a0', '-', '_', '.', '/', ':', ',', ';', '(', ')', '\'', '"', '?', '!', '[', ']'];
}
