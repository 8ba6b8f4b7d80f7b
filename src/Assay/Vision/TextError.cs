using Assay.Units;
using Assay.Vision.Texts;

namespace Assay.Vision;

/// <summary>How far a text is from a reference: the fewest parts to insert, delete or replace, over the length of the reference.</summary>
public static class TextError
{
    /// <summary>Products of lengths above this are not compared; 60,000 by 60,000 parts lie below it.</summary>
    public const long MostCells = 4_000_000_000;

    /// <summary>Character error rate, over grapheme clusters: a letter with its accent is one, and so is an emoji.</summary>
    public static TextRate Characters(string reference, string text, TextNormal? normal = null)
    {
        var (a, b) = Normal(reference, text, normal);
        return Rate(TextParts.Characters(a, b), "character", reference);
    }

    /// <summary>Word error rate, over what stands between blanks. Of little use for scripts that put none.</summary>
    public static TextRate Words(string reference, string text, TextNormal? normal = null)
    {
        var (a, b) = Normal(reference, text, normal);
        return Rate(TextParts.Words(a, b), "word", reference);
    }

    private static (string, string) Normal(string reference, string text, TextNormal? normal) =>
        ((normal ?? TextNormal.Standard).Apply(reference), (normal ?? TextNormal.Standard).Apply(text));

    private static TextRate Rate(TextParts parts, string part, string reference)
    {
        var (a, b) = (parts.A.Ids, parts.B.Ids);
        if (a.Length == 0) return new TextRate.NotComputable($"The reference {(reference.Length == 0 ? "is empty" : $"has no {part}s once normalised")}: there is no length to divide by.");
        if ((long)a.Length * b.Length > MostCells) return new TextRate.NotComputable($"{Units.Words.Plural(a.Length, part)} against {Format.Exact(b.Length)} are too many to compare; cut the texts into pages.");
        return new TextRate.Computed(new EditRow(parts.Kinds).Last(a, b)[^1], a.Length);
    }
}

/// <summary>An error rate, or why there is none.</summary>
public abstract record TextRate
{
    private TextRate()
    {
    }

    /// <param name="Errors">Parts to insert, delete or replace; 0 and above.</param>
    /// <param name="Length">Parts of the reference, 1 and above.</param>
    public sealed record Computed(int Errors, int Length) : TextRate
    {
        /// <summary>0 and above; more than 1 where the text is much longer than the reference.</summary>
        public double Rate => (double)Errors / Length;
    }

    /// <param name="Why">A sentence.</param>
    public sealed record NotComputable(string Why) : TextRate;
}
