using System.Text;
using Assay.Vision.Texts;

namespace Assay.Vision;

/// <summary>What is made equal in two texts before they are compared. Everything else, case and punctuation first of all, counts.</summary>
public sealed record TextNormal
{
    /// <summary>Letters and accents as one character (NFC, for Latin, Greek and Cyrillic), line ends as <c>\n</c>, blanks as <see cref="Blanks"/> says.</summary>
    public static TextNormal Standard { get; } = new();

    /// <summary>As <see cref="Standard"/>, but line ends stay: for showing texts side by side.</summary>
    public static TextNormal Lines { get; } = new() { Blanks = BlankRule.WithinLines };

    /// <summary>Nothing: the texts are compared as they are.</summary>
    public static TextNormal None { get; } = new() { Accents = false, Blanks = BlankRule.AsTheyAre };

    public bool Accents { get; init; } = true;

    public BlankRule Blanks { get; init; } = BlankRule.AsOneSpace;

    /// <summary>Upper and lower case are one. Off by default.</summary>
    public bool IgnoreCase { get; init; }

    /// <summary>Typographic quotes, dashes and the ellipsis as their ASCII forms. Off by default.</summary>
    public bool PlainPunctuation { get; init; }

    public string Apply(string text)
    {
        if (Accents) text = Texts.Accents.Compose(text);
        if (PlainPunctuation) text = Plain(text);
        if (IgnoreCase) text = text.ToLowerInvariant();
        return Blanks switch
        {
            BlankRule.AsTheyAre => text,
            BlankRule.WithinLines => string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(OneSpace)).Trim('\n'),
            _ => OneSpace(text),
        };
    }

    private static string OneSpace(string text)
    {
        var one = new StringBuilder(text.Length);
        var blank = false;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c)) blank = one.Length > 0;
            else
            {
                if (blank) one.Append(' ');
                blank = false;
                one.Append(c);
            }
        }
        return one.ToString();
    }

    private static string Plain(string text) => string.Concat(text.Select(c => c switch
    {
        '‘' or '’' or '‚' or '‛' or '′' => "'",
        '“' or '”' or '„' or '‟' or '″' or '«' or '»' => "\"",
        '‐' or '‑' or '‒' or '–' or '—' or '―' or '−' => "-",
        '…' => "...",
        _ => c.ToString(),
    }));
}

/// <summary>What becomes of blanks.</summary>
public enum BlankRule
{
    /// <summary>Any run of blanks and line ends is one space; none at either end.</summary>
    AsOneSpace = 0,

    /// <summary>Within a line as above; line ends stay, empty lines at either end do not.</summary>
    WithinLines = 1,

    AsTheyAre = 2,
}
