using System.Globalization;
using Assay.Calls;
using Assay.Comparison;
using Assay.Host.Catalog;
using Assay.Host.Playground;
using Assay.Units;

namespace Assay.Host.Described;

/// <summary>Parameters that more than one route takes.</summary>
internal static class Parameters
{
    private const string SomeModel = "google/gemma-3-12b-it", OtherModel = "openai/gpt-4o", SomeBenchmark = "swe-bench-verified", SomeDay = "2026-01-15";

    /// <summary>The last page that lists of the store are asked for.</summary>
    public const int LastPage = 1_000_000;

    public static Parameter Day { get; } = new("as_of", "A day, month or year up to today: the answer as it would have been at its end.", SomeDay);

    public static Parameter Org { get; } = new("org", "The maker's id.", "google");
    public static Parameter Model { get; } = new("model", "The model's id behind the slash, or another name of it.", "gemma-3-12b-it");
    public static Parameter Benchmark { get; } = new("id", "The benchmark's id.", SomeBenchmark);
    public static Parameter Provider { get; } = new("id", "The provider's id.", "azure");
    public static Parameter Pair { get; } = new("pair", "Two to six models with '-vs-' between: slugs, ids or aliases.", "gemma-3-12b-it-vs-gpt-4o");
    public static Parameter Run { get; } = new("run", "The run's id, the beginning of it, or latest.", "latest");
    public static Parameter Sample { get; } = new("sample", "The sample's id.", "lengths-01");
    public static Parameter Turn { get; } = new("id", "The turn's id.", "01kaaa0000000000000000aaaa");
    public static Parameter Battle { get; } = new("id", "The battle's id.", "01kaaa0000000000000000aaaa");
    public static Parameter Suite { get; } = new("suite", "The suite's id.", "text-basics");
    public static Parameter After { get; } = new("after", "The events after this one alone; the header Last-Event-ID goes before it.", "0") { IsWhole = true, Least = 0, Default = "0" };

    /// <summary>Models to compare.</summary>
    public static Parameter Models { get; } = new("models", $"{Comparer.Fewest} to {Comparer.Most} models, parted by commas: ids, slugs, aliases or provider/model-id.", $"{SomeModel},{OtherModel}") { Required = true };

    public static Parameter OnlyModel { get; } = new("model", "Only of this model: id, slug, alias or provider/model-id.", OtherModel);
    public static Parameter OnlyProvider { get; } = new("provider", "Only of this provider: its id.", "openai");
    public static Parameter Watched { get; } = new("watch", "1: only of what the settings watch.", "1") { Allowed = ["1"] };
    public static Parameter Page { get; } = new("page", "From 1.", "1") { IsWhole = true, Least = 1, Default = "1" };

    /// <summary>Of lists that are read from the store.</summary>
    public static Parameter PageOfOwn { get; } = Page with { Most = LastPage };

    public static Parameter Baseline { get; } = new("baseline", "The model that pairwise parts compare with. Default: the first.", OtherModel);
    public static Parameter Variant { get; } = new("variant", "A variant's slug, as the answer lists them. Default: the benchmark's own metric over all categories.", "single-attempt");
    public static Parameter Against { get; } = new("against", "A benchmark to set cost against: the answer then has its Pareto front.", SomeBenchmark);

    public static Parameter PageSize(int most, int otherwise) => new("page_size", "How many a page holds.", "5") { Shown = true, IsWhole = true, Least = 1, Most = most, Default = $"{otherwise}" };

    public static Parameter Task(string? otherwise) => new("task", "A task.", ModelTask.Ocr.Name()) { Allowed = [.. ModelTasks.All.Select(t => t.Name())], Default = otherwise };

    /// <summary>The traffic profile, by the names of the API.</summary>
    public static IReadOnlyList<Parameter> Traffic { get; } =
    [
        Count("input_tokens", "Input tokens a month: 800M, 1.5B or digits.", TrafficProfile.Default.InputTokens, "1.5B"), Count("output_tokens", "Output tokens a month.", TrafficProfile.Default.OutputTokens, "100M"),
        Count("requests", "Requests a month; they decide which context-size tier applies.", TrafficProfile.Default.Requests, "2M"),
        Share("cached", "Share of input read from a prompt cache: 0.3 or 30%.", TrafficProfile.Default.CachedShare), Share("batch", "Share of all tokens sent as batches.", TrafficProfile.Default.BatchShare),
        Share("images_per_request", "Images in a request.", TrafficProfile.Default.ImagesPerRequest) with { Example = "1" },
    ];

    /// <summary>The same by the names that pages and their twins write; either are read everywhere.</summary>
    public static IReadOnlyList<Parameter> PageTraffic { get; } = [.. Traffic.Select(p => p with { Name = p.Name switch { "input_tokens" => "in", "output_tokens" => "out", "images_per_request" => "images", var same => same } })];

    public static Parameter PageDay { get; } = Day with { Name = "asof" };

    /// <summary>What the list of models is asked.</summary>
    public static IReadOnlyList<Parameter> ModelList { get; } =
    [
        new("q", "Words that must all occur in id, name, maker or an alias.", "gemma"), new("filter", ModelSearch.FilterHelp, "vision, context >= 200K") { Shown = true }, new("sort", ModelSearch.SortHelp, "-context_window"),
        new("columns", "Fields to show, parted by commas.", "released,context_window") { Default = ModelSearch.DefaultColumns },
        new("might", "1: list the models that might meet the filter, where nobody says.", "1") { Allowed = ["1"] }, Against,
    ];

    /// <summary>Which scoring of a run; and, of two models of it, which.</summary>
    public static Parameter Scoring { get; } = new("scoring", "Which scoring of the run: 1 is the first. Default: the newest.", "1") { IsWhole = true, Least = 1 };

    /// <summary>What the history of turns is asked.</summary>
    public static IReadOnlyList<Parameter> Turns { get; } = [new("q", "Words that the prompt or a reply must hold.", "receipt"), new("model", "Only turns with this model.", "local/pp-ocr-v4-en"), Task(null), PageOfOwn];

    /// <summary>How the boxes of a turn's replies are read and two replies compared.</summary>
    public static IReadOnlyList<Parameter> Reading { get; } =
    [
        new("a", "The first of two replies to compare: its lane.", "0"), new("b", "The second.", "1"), new("iou", "From which overlap two boxes are one, 0 to 1.", "0.5") { Default = ReadingQuery.UsualIou.ToString(CultureInfo.InvariantCulture) }, new("min", "Boxes with a lower score are left out, 0 to 1.", "0.3") { Default = ReadingQuery.UsualScore.ToString(CultureInfo.InvariantCulture) },
    ];

    /// <summary>Two models of a run, or another run.</summary>
    public static IReadOnlyList<Parameter> RunPair { get; } =
    [
        Scoring, new("a", "The first of two models of the run to compare; with neither, the best two.", "openai/gpt-4o"), new("b", "The second.", "openai/gpt-4o-mini"), new("against", "Another run to hold it against: its id or the beginning of it.", "01kbbb"),
        new("by", "id: pair samples of another version of the suite by their ids.", "id") { Allowed = ["id"] },
    ];

    private static Parameter Count(string name, string means, long otherwise, string example) => new(name, means, example) { Default = Format.Count(otherwise) };

    private static Parameter Share(string name, string means, decimal otherwise) => new(name, means, "0.3") { Default = otherwise.ToString(CultureInfo.InvariantCulture) };
}
