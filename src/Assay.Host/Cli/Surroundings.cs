using System.Globalization;
using Assay.Adapters.Settings;
using Assay.Adapters.Sync;

namespace Assay.Host.Cli;

/// <summary>What a command knows of where it runs. Tests give their own.</summary>
public sealed record Surroundings
{
    /// <summary>Columns of a line where nothing tells.</summary>
    public const int DefaultWidth = 80;

    private const int Narrowest = 40;
    private const int Widest = 160;

    public required TextWriter Output { get; init; }
    public required TextWriter Error { get; init; }

    /// <summary>Columns of a line.</summary>
    public int Width { get; init; } = DefaultWidth;

    /// <summary>Whether the output is a terminal that wants colours.</summary>
    public bool Colours { get; init; }

    /// <summary>The curated catalogue; null for <c>$ASSAY_CATALOG</c>, else the one beside the program.</summary>
    public string? CatalogFolder { get; init; }

    /// <summary>The folder over the site's assets; null for the one beside the program.</summary>
    public string? ContentRoot { get; init; }

    /// <summary>Where settings are looked for after the data folder.</summary>
    public string WorkingFolder { get; init; } = Directory.GetCurrentDirectory();

    /// <summary>Settings of the environment.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = EnvironmentSettings.OfProcess();

    /// <summary>Whether standard error is a terminal, where a line can be written over.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>The value of a variable of the environment; null where it is not set.</summary>
    public Func<string, string?> Variable { get; init; } = Environment.GetEnvironmentVariable;

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Chance of the waits between tries.</summary>
    public Random Random { get; init; } = new();

    public FetchLimits FetchLimits { get; init; } = new();

    /// <summary>What calls models, and which there are; null for the providers of the catalogue and the engines of this machine.</summary>
    public (Playground.CallModel Call, Func<Assay.Catalog.CatalogSnapshot, IReadOnlyList<Playground.Candidate>> Candidates)? Models { get; init; }

    /// <summary>Where an image named <c>-</c> is read from.</summary>
    public Func<Stream> Input { get; init; } = Console.OpenStandardInput;

    public static Surroundings OfProcess(TextWriter output, TextWriter error) => new()
    {
        Output = output,
        Error = error,
        Width = Math.Clamp(ReadWidth(), Narrowest, Widest),
        ErrorIsTerminal = !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb",
        Colours = !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb",
    };

    private static int ReadWidth()
    {
        if (int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), NumberStyles.None, CultureInfo.InvariantCulture, out var columns) && columns > 0) return columns;
        if (Console.IsOutputRedirected) return DefaultWidth;
        try
        {
            return Console.WindowWidth is > 0 and var width ? width : DefaultWidth;
        }
        catch (IOException)
        {
            return DefaultWidth;
        }
    }
}
