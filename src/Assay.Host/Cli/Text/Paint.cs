namespace Assay.Host.Cli.Text;

/// <summary>Colours of a terminal, or none.</summary>
public sealed class Paint(bool colours)
{
    public string Of(Tone tone, string text)
    {
        if (!colours || text.Length == 0) return text;
        var code = tone switch
        {
            Tone.Strong => "1",
            Tone.Quiet or Tone.Unknown => "2",
            Tone.Yes => "32",
            Tone.No => "31",
            Tone.Disputed => "33",
            _ => null,
        };
        return code is null ? text : $"\u001b[{code}m{text}\u001b[0m";
    }
}
