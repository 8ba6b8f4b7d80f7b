namespace Assay.Evaluation.Answers;

/// <summary>FNV-1a over UTF-16, 64 bits, stirred. To tell texts apart among a hundred thousand, not to withstand anybody.</summary>
internal static class TextHash
{
    public static ulong Of(string text, int salt)
    {
        var hash = 14695981039346656037UL ^ unchecked((ulong)salt * 0x9E3779B97F4A7C15UL);
        foreach (var c in text) hash = unchecked((hash ^ c) * 1099511628211UL);
        hash ^= hash >> 32;
        return unchecked(hash * 0x9E3779B97F4A7C15UL);
    }
}
