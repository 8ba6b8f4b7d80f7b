namespace Assay.Catalog;

/// <summary>What kind of thing a claim is about. Stored: the numbers are fixed.</summary>
public enum SubjectKind
{
    NotDecided = 0,
    Organization = 1,
    Provider = 2,
    Model = 3,
    Offer = 4,
    Benchmark = 5,

    /// <summary>A claim whose subject cannot be told. Kept, and shown on no model.</summary>
    Unattributed = 6,

    /// <summary>A model by the name that a source gives it, which the catalogue's names are asked about when the catalogue is built.</summary>
    Labelled = 7,
}

/// <summary>The thing a claim is about: its kind and its id (<c>google/gemma-3-12b-it</c>, <c>openrouter/google/gemma-3-12b-it#tier=flex</c>).</summary>
public readonly record struct Subject(SubjectKind Kind, string Id)
{
    public static Subject Model(string id) => new(SubjectKind.Model, id);
    public static Subject Offer(string id) => new(SubjectKind.Offer, id);
    public static Subject Provider(string id) => new(SubjectKind.Provider, id);
    public static Subject Organization(string id) => new(SubjectKind.Organization, id);
    public static Subject Benchmark(string id) => new(SubjectKind.Benchmark, id);

    /// <param name="label">As the source prints it: <c>Claude-Opus-4-5-20251101 (FC)</c>.</param>
    public static Subject Labelled(string label) => new(SubjectKind.Labelled, label);

    /// <summary>How far the claim reaches: <c>model</c>, <c>provider=openrouter; region=eu</c> for an offer, or the name that the source uses.</summary>
    public string Scope => Kind switch
    {
        SubjectKind.Offer => OfferId.Parse(Id).Scope,
        SubjectKind.Labelled => $"model, called “{Id}” by the source",
        _ => Kind.ToString().ToLowerInvariant(),
    };

    public override string ToString() => $"{Kind.ToString().ToLowerInvariant()} {Id}";
}
