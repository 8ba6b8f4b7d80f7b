namespace Assay.Tests.Importers.Mutations;

/// <summary>Damages a line or two of YAML.</summary>
internal static class YamlMutation
{
    private static readonly string[] Values =
    [
        "&a x", "*a", "!!binary x", "!<tag:x> y", "'open", "\"open", "\"\\x\"", "\"\\ud800\"", "\"\\u001b]0;x\"", "\"\\u202e\"", "\"\\0\"", "[a, b", "{a: b", "{a: b}", "[]", "{}", "|", ">-", "- x", "? x", "%YAML 9", "@x", "`x", "~", "null",
        "-1", "1e308", "1e-400", ".nan", ".inf", "0x10", "0o7", "99999999999999999999999999999", "79228162514264337593543950335T", "0.00000000000000000000000000000001", "2025-13-40", "0001-01-01", "9999-12-31", "1970",
        "javascript:alert(1)", "https://", "not_applicable", "{ value: not_applicable, unconfirmed: maybe }", "{ value: 1, from: 2030-01-01, to: 2020-01-01 }", Hostile.Script, new('x', 3_000),
    ];

    public static (string Told, string Text) Of(string text, Chance chance)
    {
        var lines = text.Split('\n').ToList();
        var at = chance.Below(lines.Count);
        var line = lines[at];
        var kind = chance.Below(60);
        switch (kind < 4 ? kind : 4 + (kind % 8))
        {
            case 0: return ("lists in lists, 100,000 deep", text + "\ndeep: " + new string('[', 100_000));
            case 1: return ("maps in maps, 100,000 deep", text + "\ndeep: " + string.Concat(Enumerable.Repeat("{a: ", 100_000)));
            case 2: return ("2 MB of a name", text + "\nfamily: " + new string('x', 2_000_000));
            case 3: return ("100,000 keys", text + "\n" + string.Concat(Enumerable.Range(0, 60_000).Select(i => $"k{i}: 1\n")));
            case 4:
                lines.RemoveAt(at);
                return ($"line {at + 1} taken out: {line}", string.Join('\n', lines));
            case 5:
                lines.Insert(at, line);
                return ($"line {at + 1} twice: {line}", string.Join('\n', lines));
            case 6:
                lines[at] = (chance.One(2) ? " " : "\t") + line;
                return ($"line {at + 1} moved in", string.Join('\n', lines));
            case 7:
                lines.Insert(at, chance.Of(["---", "...", "unknown: 1", "\t", "%", "- ", "? a", ": b", "\0", "\u202e: x", "sources: []", "name: [a]"]));
                return ($"'{lines[at]}' before line {at + 1}", string.Join('\n', lines));
            case 8:
                var key = chance.Of(Hostile.Texts);
                lines[at] = line.IndexOf(':', StringComparison.Ordinal) is > 0 and var end ? $"{line[..(line.Length - line.TrimStart().Length)]}{key}{line[end..]}" : key;
                return ($"the key of line {at + 1} is now '{key}'", string.Join('\n', lines));
            default:
                var value = chance.Of(Values);
                lines[at] = line.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon ? line[..(colon + 2)] + value : line + value;
                return ($"line {at + 1} '{line}' is now '{(lines[at].Length > 120 ? lines[at][..120] : lines[at])}'", string.Join('\n', lines));
        }
    }
}
