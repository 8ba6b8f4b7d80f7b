using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
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
    public bool Json => parse.GetValue(GlobalOptions.Json);
    public bool Quiet => parse.GetValue(GlobalOptions.Quiet);

    /// <summary>The day asked for; null for today.</summary>
    public DateOnly? Day
    {
        get
        {
            var (day, problem) = new ComparisonQuery { AsOf = parse.GetValue(GlobalOptions.AsOf) }.ReadDay();
            return problem is null ? day : throw new CliException(ExitCode.BadInput, $"--as-of: {problem}");
        }
    }

    public LiveCatalog OpenCatalog() => new(new Workspace(DataFolder, surroundings.CatalogFolder, surroundings.Time), surroundings.Time);

    /// <summary>The catalogue on the day asked for.</summary>
    public CatalogSnapshot Catalog()
    {
        // A day that cannot be read should not cost opening the store.
        var day = Day;
        var live = OpenCatalog();
        return day is { } asked ? live.On(asked) : live.Current;
    }

    public void Write(Document document) =>
        Write(PlainText.Write(document, surroundings.Width, surroundings.Colours && !parse.GetValue(GlobalOptions.NoColor)));

    public void WriteJson<T>(T value, JsonTypeInfo<T> type) => Write(JsonSerializer.Serialize(value, type) + "\n");

    public void Write(string text)
    {
        surroundings.Output.Write(text);
        surroundings.Output.Flush();
    }

    /// <exception cref="CliException">No model, or several, have the name; the message has the nearest.</exception>
    public static Model Find(CatalogSnapshot catalog, string name) => catalog.Find(name) is NameLookup.Found found
        ? found.Model
        : throw new CliException(ExitCode.BadInput, NameText.Sentence(name, catalog.Find(name)));
}
