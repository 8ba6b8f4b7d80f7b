using System.Text;
using Assay.Calls;
using Assay.Evaluation;
using Assay.Units;

namespace Assay.Adapters.Logs;

/// <summary>What a log says of itself as a whole.</summary>
internal sealed record LogAbout
{
    /// <summary>Stands where a suite names its scorer: the log's own program scored, and it cannot be asked again.</summary>
    public const string Imported = "imported";

    /// <summary>Name of the task as the log writes it. Nothing of the model may be in it.</summary>
    public required string Task { get; init; }

    public string Version { get; init; } = "not told";

    /// <summary>Instructions before every sample, where the log holds the same for all.</summary>
    public string? System { get; init; }

    public CallParameters Parameters { get; init; } = new();

    public int Repetitions { get; init; } = 1;

    public DateTimeOffset? Created { get; init; }

    public required RunOrigin.Imported Origin { get; init; }

    /// <summary>The score the user asked for.</summary>
    public string? Scorer { get; init; }

    /// <summary>Which score comes first, as far as the log tells.</summary>
    public IReadOnlyList<string> ScorerOrder { get; init; } = [];

    /// <summary>Why there is no run, where no trial was found.</summary>
    public required string NothingIn { get; init; }

    public Suite Suite(IEnumerable<string> categories, int repetitions) => new()
    {
        Id = IdOf(Task),
        Version = Visible.Line(Version, 80),
        Title = Visible.Line(Task, 200),
        Licence = "not told",
        Categories = [.. categories.Distinct(StringComparer.Ordinal).Order(SampleOrder.Natural)],
        DefaultScorer = new(Imported),
        Repetitions = repetitions,
        System = System,
    };

    /// <summary>Lower-case letters, digits and hyphens.</summary>
    internal static string IdOf(string task)
    {
        var id = new StringBuilder();
        foreach (var letter in task)
        {
            if (char.IsAsciiLetterOrDigit(letter)) id.Append(char.ToLowerInvariant(letter));
            else if (id.Length > 0 && id[^1] != '-') id.Append('-');
            if (id.Length == 80) break;
        }
        return id.ToString().Trim('-') is { Length: > 0 } some ? some : "imported";
    }
}
