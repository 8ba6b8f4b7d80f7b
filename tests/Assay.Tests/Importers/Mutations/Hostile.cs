using System.Text.Json;

namespace Assay.Tests.Importers.Mutations;

/// <summary>Texts and tokens that have broken readers before.</summary>
internal static class Hostile
{
    public const string Script = "<script>alert(1)</script>";
    public const string Image = "\"><img src=x onerror=alert(1)>";
    public const string Turned = "safe\u202egnp.exe";
    public const string Terminal = "x\u001b]0;owned\u0007\u001b[2J\u009b31m";
    public const string Formula = "=cmd|' /C calc'!A0";

    public static readonly string[] Texts =
    [
        Script, Image, Turned, Terminal, Formula, "javascript:alert(1)", "a\0b", "a\u001fb", "\u2066x\u2069", "\ufeff", "#", "a#b", " x ", "/", "//", "a/", "..", "../../etc/passwd", "%00", "-", ":free",
        "\n", "a\r\nb", "٣", "１２", "NaN", "1e308", "0x10", "-1", "yes", "Null", new('x', 299), new('x', 400), new('y', 3_000), "0001-01-01", "9999-12-31", "2025-02-30", "2025-13", "20250101",
        "2025-06-11T16:51:05+99:00", "huggingface_", "text-completion-", "a-999999999999999999k", "a-gt-99999k", "(a+)+$", "(?=a)", "[", "(.{0,50}a.{0,50}){0,5}$", "★", "🦜‍👓",
    ];

    /// <summary>JSON as printed: some of it is none.</summary>
    public static readonly string[] Tokens =
    [
        "null", "true", "false", "0", "-0", "-1", "-0.5", "0.1", "1e308", "-1e308", "1e-400", "1e400", "7.9e28", "1.5e-2147483648", "1.5e2147483647", "9223372036854775807", "99999999999999999999999999999",
        "0.1000000000000000000000000000000000001", "123456789.5", "1000000001", "100001", "10000001", "NaN", "Infinity", "-Infinity", "01", "+1", ".5", "1.", "0x10", "undefined", "\"", "'x'", "{}", "[]",
        "[[[[[]]]]]", "[null]", "[{}]", "{\"a\":1}", "{\"\":{}}", "\"\"", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\uZZZZ\"", "\"\\x\"", "[\"text\",\"text\"]", "[\"image\",7,\"smell\"]",
        $"{new string('[', 80)}{new string(']', 80)}", "0." + new string('0', 500) + "1", "1." + new string('0', 5_000),
        .. Texts.Select(t => JsonSerializer.Serialize(t)),
    ];

    public static string Deep(int levels, string open, string close) => string.Concat(Enumerable.Repeat(open, levels)) + "1" + string.Concat(Enumerable.Repeat(close, levels));
}
