using System.CommandLine;
using Assay.Host.Catalog;

namespace Assay.Host.Cli;

/// <summary>The options that every command takes.</summary>
public static class GlobalOptions
{
    public static readonly Option<string?> Data = new("--data") { Description = "Data folder. Default: $ASSAY_DATA, else the platform's data folder.", Recursive = true, HelpName = "DIR" };
    public static readonly Option<string?> Store = new("--store") { Description = "Address of a PostgreSQL store. Not available in this version.", Recursive = true, HelpName = "URL" };
    public static readonly Option<bool> Json = new("--json") { Description = "Standard output is one JSON document and nothing else.", Recursive = true };
    public static readonly Option<string?> AsOf = new("--as-of") { Description = "The catalogue as it stood on a day, month or year: 2025-06-30.", Recursive = true, HelpName = "DATE" };
    public static readonly Option<bool> NoColor = new("--no-color") { Description = "No colours. Also: NO_COLOR, or output that is not a terminal.", Recursive = true };
    public static readonly Option<bool> Quiet = new("--quiet") { Description = "Only the answer: no notes, no progress.", Recursive = true };

    /// <summary>The data folder of a run.</summary>
    public static string DataFolder(ParseResult parse) => parse.GetValue(Data) ?? Workspace.DefaultDataFolder;

    public static IEnumerable<Option> All => [Data, Store, Json, AsOf, NoColor, Quiet];
}
