using System.Text.Json.Serialization;

namespace Assay.Host.Cli;

/// <summary>What <c>assay doctor</c> found.</summary>
public sealed record DoctorView
{
    /// <summary>No check failed.</summary>
    public required bool Healthy { get; init; }

    public required string Version { get; init; }
    public required string Runtime { get; init; }
    public required string System { get; init; }
    public required string DataFolder { get; init; }
    public required IReadOnlyList<DoctorCheck> Checks { get; init; }
    public required IReadOnlyList<DoctorFeed> Feeds { get; init; }

    /// <summary>Null when the catalogue could not be read.</summary>
    public required DoctorCatalogue? Catalogue { get; init; }

    /// <summary>Whose models can be called, and what the others need.</summary>
    public required IReadOnlyList<DoctorProvider> Providers { get; init; }

    /// <summary>Worth knowing, no failure.</summary>
    public required IReadOnlyList<string> Notes { get; init; }
}

/// <param name="Fix">What to do; null when there is nothing to do.</param>
public sealed record DoctorCheck(string Name, bool Passed, string Text, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Fix = null);

/// <summary>A source whose snapshots are in the store.</summary>
public sealed record DoctorFeed(string Feed, int Snapshots, string Newest, int AgeDays, string ImportedAt);

/// <summary>What is in the catalogue today.</summary>
public sealed record DoctorCatalogue(int Models, int CuratedModels, int Offers, int Providers, int Benchmarks, int Claims, int Unattributed);

/// <summary>A provider of models, and whether they can be called.</summary>
/// <param name="State"><c>callable</c>, <c>needs_key</c>, <c>needs_address</c> or <c>unknown_protocol</c>.</param>
/// <param name="Variable">Name of the environment variable that its key came from, or that has to be set; never a value.</param>
public sealed record DoctorProvider(string Id, string State, string Text, string? Variable);
