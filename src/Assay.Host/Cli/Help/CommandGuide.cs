namespace Assay.Host.Cli.Help;

/// <summary>What help says beside what commands say of themselves: which belong together, and how they are used.</summary>
public static class CommandGuide
{
    /// <summary>Commands by what people want, in the order of the list.</summary>
    public static IReadOnlyList<(string Title, IReadOnlyList<string> Commands)> Groups { get; } =
    [
        ("Compare and decide", ["models", "show", "compare", "decide", "benchmarks"]),
        ("Try models", ["ask", "arena", "eval"]),
        ("Stay up to date", ["changes", "lifecycle", "conflicts"]),
        ("Bring in sources", ["sync", "sources", "import", "match"]),
        ("Publish and connect", ["export", "mcp"]),
        ("The program", ["serve", "engines", "doctor", "completion", "help"]),
    ];

    /// <summary>By the words behind the program's name.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Examples { get; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
    {
        ["models"] = ["assay models gemma --sort=-released", "assay models --filter \"vision, output <= $1, not retired\" --sort cost"],
        ["show"] = ["assay show gemma-3-12b-it --why", "assay show gpt-4o --as-of 2025-06"],
        ["compare"] = ["assay compare gpt-4o gemini-2.5-flash --input-tokens 2B", "assay compare gpt-4o gemma-3-27b-it --format markdown"],
        ["decide"] = ["assay decide gpt-4o gemini-2.5-flash --out choice.html", "assay decide --check choice.html"],
        ["benchmarks"] = ["assay benchmarks", "assay benchmarks mmmu"],
        ["ask"] = ["assay ask local/pp-ocr-v4-en --task ocr --image sample:receipt", "cat p.jpg | assay ask gpt-4o-mini --task caption --image -"],
        ["arena"] = ["assay arena leaderboard --task ocr", "assay arena import votes.csv --dry-run"],
        ["eval run"] = ["assay eval run vision-basics --models openai/gpt-4o --max-cost 1", "assay eval run --resume latest"],
        ["eval list"] = ["assay eval list --suite vision-basics"],
        ["eval report"] = ["assay eval report latest --category Counting"],
        ["eval compare"] = ["assay eval compare latest --candidate acme/heron-2 --baseline local/owl"],
        ["eval rescore"] = ["assay eval rescore latest --scorer exact"],
        ["eval label"] = ["assay eval label latest labels.csv --by Ada"],
        ["eval delete"] = ["assay eval delete 01k8"],
        ["eval lint"] = ["assay eval lint my-suite"],
        ["eval import"] = ["assay eval import auto logs/"],
        ["eval export"] = ["assay eval export 01k8 --format junit --out results.xml"],
        ["eval draw"] = ["assay eval draw vision-basics my-suite --seed 42 --items 500"],
        ["changes"] = ["assay changes --since 7d --kind price"],
        ["lifecycle"] = ["assay lifecycle --within 90d"],
        ["conflicts"] = ["assay conflicts --class stale --field price_input"],
        ["sync"] = ["assay sync", "assay sync models.dev --dry-run"],
        ["sources"] = ["assay sources"],
        ["import"] = ["assay import models.dev api.json", "assay import portkey models/ --date 2026-07-01"],
        ["match"] = ["assay match offers.csv > decisions.csv"],
        ["serve"] = ["assay serve", "assay serve --urls http://127.0.0.1:8080"],
        ["export"] = ["assay export site --base-url https://models.example.org", "assay export site --pairs top:1000"],
        ["mcp"] = ["assay mcp", "assay mcp --as-of 2026-06-30"],
        ["engines"] = ["assay engines install"],
        ["doctor"] = ["assay doctor", "assay doctor --json"],
        ["completion"] = ["eval \"$(assay completion bash)\""],
        ["help"] = ["assay help eval run", "assay help --man > assay.1"],
    };

    public static IReadOnlyList<(int Code, string Meaning)> ExitCodes { get; } =
    [
        (ExitCode.Done, "done"),
        (ExitCode.Negative, "it ran, and the answer is no: a check failed, something changed"),
        (ExitCode.Usage, "wrong usage; or, of a gate or a capped run, not enough for an answer"),
        (ExitCode.BadInput, "a name, value or file that cannot be used"),
        (ExitCode.Outside, "something outside failed: network, provider, store, disk"),
    ];

    public static IReadOnlyList<(string Name, string Meaning)> Variables { get; } =
    [
        ("ASSAY_DATA", "the data folder; --data goes before it"),
        ("ASSAY_CATALOG", "the curated catalogue; default: the one that came along"),
        ("ASSAY_ENGINES", "where local models lie; default: beside the data"),
        ("ASSAY_LIBVIPS", "the image library; default: the system's"),
        ("ASSAY_WATCH", "what to watch: openai/gpt-4o,provider:azure"),
        ("ASSAY_SYNC_EVERY", "how often 'assay serve' fetches: 24h"),
        ("ASSAY_SYNC_SOURCES", "what is fetched: models.dev,litellm"),
        ("ASSAY_SYNC_URL", "own addresses: models.dev=https://mirror.example/"),
        ("ASSAY_SITE_BASE_URL", "where others reach the site: https://models.example.org"),
        ("NO_COLOR, COLUMNS", "no colours; width of a line"),
    ];

    public const string Settings = "Settings are in assay.yaml, in the data folder or the working folder; variables go before the file. Keys of providers are in variables of their own, such as OPENAI_API_KEY: 'assay doctor' names them.";

    public const string Names = "A model is named by id (google/gemma-3-12b-it), slug, alias, display name or provider/model-id.";
}
