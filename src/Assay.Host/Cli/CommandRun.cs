using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Assay.Adapters.Settings;
using Assay.Catalog;
using Assay.Host.Catalog;
using Assay.Host.Cli.Text;
using Assay.Host.Comparison;

namespace Assay.Host.Cli;

/// <summary>One run of a command: its options, its catalogue, and the way out for its answer.</summary>
internal sealed class CommandRun(ParseResult parse, Surroundings surroundings)
{
    public Surroundings Surroundings => surroundings;
    public string DataFolder => GlobalOptions.DataFolder(parse);
    public SettingsLocation Settings => new(DataFolder, surroundings.WorkingFolder, surroundings.Variables);
    public bool Json => parse.GetValue(GlobalOptions.Json);
    public bool Quiet => parse.GetValue(GlobalOptions.Quiet);

    /// <summary>The day asked for.</summary>
    public AskedDay Asked(LiveCatalog live)
    {
        var asked = AskedDay.Read(parse.GetValue(GlobalOptions.AsOf), live);
        return asked.Problem is null ? asked : throw new CliException(ExitCode.BadInput, $"--as-of: {asked.Problem}");
    }

    public LiveCatalog OpenCatalog() => new(new Workspace(DataFolder, surroundings.CatalogFolder, surroundings.Time), surroundings.Time);

    /// <summary>The catalogue and its past on the day asked for.</summary>
    public AskedDay Asked() => Asked(OpenCatalog());

    /// <summary>The catalogue on the day asked for.</summary>
    public CatalogSnapshot Catalog() => Asked().Catalog;

    public void Write(Document document) =>
        Write(PlainText.Write(document, surroundings.Width, surroundings.Colours && !parse.GetValue(GlobalOptions.NoColor)));

    public void WriteJson<T>(T value, JsonTypeInfo<T> type) => Write(JsonSerializer.Serialize(value, type) + "\n");

    public void Write(string text)
    {
        surroundings.Output.Write(text);
        surroundings.Output.Flush();
    }

    /// <exception cref="CliException">No model, or several, have the name; the message has the nearest.</exception>
    public static Model Find(AskedDay asked, string name) => asked.Catalog.Find(name) switch
    {
        NameLookup.Found found => found.Model,
        NameLookup.NotFound when asked.IsPast && asked.Live.Current.Find(name) is NameLookup.Found => throw new CliException(ExitCode.BadInput, ComparisonQuery.NotKnownBy(name, asked.Text!)),
        var other => throw new CliException(ExitCode.BadInput, NameText.Sentence(name, other)),
    };
}
