namespace Assay.Host.Cli.Text;

/// <summary>What a piece of text is, for the formats that have colours or classes. Never the only carrier of a meaning.</summary>
public enum Tone
{
    Plain = 0,
    Strong,
    Quiet,
    Yes,
    No,
    Unknown,
    Disputed,
}

/// <summary>Text of one tone.</summary>
public sealed record Phrase(string Text, Tone Tone = Tone.Plain)
{
    public static implicit operator Phrase(string text) => new(text);

    public static Phrase FromString(string text) => new(text);
}
