using System.CommandLine;
using System.CommandLine.Parsing;
using Assay.Host.Catalog;
using Assay.Units;

namespace Assay.Host.Cli;

/// <summary>The options that every command takes.</summary>
public static class GlobalOptions
{
    public static readonly Option<string> Data = new("--data") { Description = "Data folder. Default: $ASSAY_DATA, else the platform's data folder.", Recursive = true, DefaultValueFactory = _ => Workspace.DefaultDataFolder };
    public static readonly Option<string?> Store = new("--store") { Description = "Address of a PostgreSQL store. Not available in this version.", Recursive = true };
    public static readonly Option<bool> Json = new("--json") { Description = "Standard output is one JSON document and nothing else.", Recursive = true };
    public static readonly Option<DateOnly?> AsOf = new("--as-of") { Description = "The catalogue as it stood on a day, month or year: 2025-06-30.", Recursive = true, CustomParser = ReadDay };
    public static readonly Option<bool> NoColor = new("--no-color") { Description = "No colours. Also: NO_COLOR, or output that is not a terminal.", Recursive = true };
    public static readonly Option<bool> Quiet = new("--quiet") { Description = "Only the answer: no notes, no progress.", Recursive = true };

    public static IEnumerable<Option> All => [Data, Store, Json, AsOf, NoColor, Quiet];

    private static DateOnly? ReadDay(ArgumentResult argument)
    {
        var text = argument.Tokens.Count > 0 ? argument.Tokens[0].Value : "";
        if (PartialDate.TryParse(text, out var date)) return date.Latest;
        argument.AddError($"'{text}' is not a date: write 2025-06-30, 2025-06 or 2025.");
        return null;
    }
}
