using Assay.Catalog;

namespace Assay.Search.Fields;

/// <summary>Who makes a model, who serves it, and where it stands in its life.</summary>
internal static class ServiceFields
{
    public static IReadOnlyList<Field> All { get; } =
    [
        Words("maker", "Maker", "who makes it", c => [c.Model.Organization.Id], "by", "made by", "organization", "organisation", "org"),
        Words("provider", "Providers", "who lists an offer of it by which it can be called", c => [.. c.Callable.Select(o => o.Provider.Id).Distinct(StringComparer.Ordinal)], "at", "served by", "served at"),
        // A fact that is unknown earns no tag, so that a tag is missing says nothing.
        Words("tag", "Fit for", "what its facts tag it for", c => [.. c.Tags.Select(t => t.Name)], "tagged", "fit for") with
        {
            Words = Comparison.Tags.TagTable.Names, Read = c => new Reading.Words([.. c.Tags.Select(t => t.Name)], Complete: false),
        },
        Words("capabilities", "Known to have", "what a source affirms that it can do", Affirmed) with { Read = c => new Reading.Words(Affirmed(c), Complete: false), Words = [.. Capability.All.Select(k => k.Name)] },
        Count("routes", "Routes", "offers by which it can be called", c => c.Callable.Count, "offers"),
        Count("providers", "Providers, count", "providers that list such an offer", c => c.Callable.Select(o => o.Provider.Id).Distinct(StringComparer.Ordinal).Count()),
        Flag("curated", "Curated", "whether a base list or the curated catalogue describes it, not offers alone", c => Reading.Of(c.Model.Curated)),
        new()
        {
            Name = "lifecycle", Label = "Stage", Kind = FieldKind.Words, Aliases = ["status", "stage"], Meaning = "the stage of its life", Words = ["preview", "active", "deprecated", "retired"],
            Read = c => c.Stage is LifecycleStage.Unknown ? Field.NobodySays : new Reading.Words([c.Stage.ToString().ToLowerInvariant()]),
        },
        // An offer that is listed and has not ended can be called: that is not retired, whatever else is not said.
        Flag("retired", "Retired", "whether it was shut down; one that a provider still lists was not", c => c.Stage is LifecycleStage.Unknown && c.Callable.Count > 0 ? Reading.No : Stage(c, LifecycleStage.Retired)),
        Flag("deprecated", "Deprecated", "whether its end is announced", c => Stage(c, LifecycleStage.Deprecated)),
        Flag("preview", "Preview", "whether it is a preview", c => Stage(c, LifecycleStage.Preview)),
        Field.Of("end announced", "End announced", FieldKind.Date, "the day its end was announced", m => m.Lifecycle.Deprecated, FieldValues.Of, "announced"),
        Field.Of("ends", "Ends", FieldKind.Date, "the day it ends or ended", m => m.Lifecycle.Retires, FieldValues.Of, "retires", "shutdown"),
        Field.Of("successor", "Successor", FieldKind.Words, "the model its maker names instead", m => m.Lifecycle.Successor, s => new Reading.Words([s])),
    ];

    private static string[] Affirmed(Candidate c) => [.. Capability.All.Where(k => c.Model.Has(k).TryGetConfirmed(out var has) && has).Select(k => k.Name)];

    private static Reading Stage(Candidate c, LifecycleStage stage) => c.Stage is LifecycleStage.Unknown ? Field.NobodySays : Reading.Of(c.Stage == stage);

    private static Field Words(string name, string label, string meaning, Func<Candidate, string[]> read, params string[] aliases) =>
        new() { Name = name, Label = label, Kind = FieldKind.Words, Meaning = meaning, Aliases = aliases, Read = c => new Reading.Words(read(c)) };

    private static Field Count(string name, string label, string meaning, Func<Candidate, int> read, params string[] aliases) =>
        new() { Name = name, Label = label, Kind = FieldKind.Count, Meaning = meaning, Aliases = aliases, Read = c => Reading.Span.At(read(c)) };

    private static Field Flag(string name, string label, string meaning, Func<Candidate, Reading> read) =>
        new() { Name = name, Label = label, Kind = FieldKind.YesNo, Meaning = meaning, Read = read };
}
