using System.CommandLine;
using Assay.Host.Comparison;

namespace Assay.Host.Cli;

/// <summary>The options that say what is sent in a month.</summary>
internal sealed class TrafficOptions
{
    private readonly Option<string?> Input = new("--input-tokens") { Description = "Input tokens a month: 800M, 1.5B or digits. Default: 800M.", HelpName = "N" };
    private readonly Option<string?> Output = new("--output-tokens") { Description = "Output tokens a month. Default: 250M.", HelpName = "N" };
    private readonly Option<string?> Requests = new("--requests") { Description = "Requests a month. Default: 1M.", HelpName = "N" };
    private readonly Option<string?> Cached = new("--cached") { Description = "Share of input read from a prompt cache: 0.3 or 30%. Default: 0.", HelpName = "SHARE" };
    private readonly Option<string?> Batch = new("--batch") { Description = "Share of all tokens sent as batches. Default: 0.", HelpName = "SHARE" };
    private readonly Option<string?> Images = new("--images-per-request") { Description = "Images in a request. Default: 0.", HelpName = "N" };

    public TrafficOptions(Command command)
    {
        foreach (var option in (Option[])[Input, Output, Requests, Cached, Batch, Images]) command.Options.Add(option);
    }

    public ComparisonQuery Read(ParseResult parse) => new()
    {
        Input = parse.GetValue(Input), Output = parse.GetValue(Output), Requests = parse.GetValue(Requests),
        Cached = parse.GetValue(Cached), Batch = parse.GetValue(Batch), Images = parse.GetValue(Images),
    };
}

/// <summary>The option that says how an answer is written.</summary>
internal sealed class FormatOption(params string[] formats)
{
    private readonly string formats = string.Join(", ", formats);

    public Option<string?> Option { get; } = new("--format") { Description = $"One of {string.Join(", ", formats)}. Default: table; --json is --format json.", HelpName = "FORMAT", CompletionSources = { formats } };

    /// <exception cref="CliException">Not a format, or another than --json asks for.</exception>
    public string Read(ParseResult parse, bool json)
    {
        if (parse.GetValue(Option) is not { } asked) return json ? "json" : "table";
        if (!formats.Split(", ").Contains(asked, StringComparer.Ordinal)) throw new CliException(ExitCode.BadInput, $"--format '{asked}' is not a format: choose one of {formats}.");
        return !json || asked == "json" ? asked : throw new CliException(ExitCode.Usage, $"--json and --format {asked} contradict each other: leave one out.");
    }
}
