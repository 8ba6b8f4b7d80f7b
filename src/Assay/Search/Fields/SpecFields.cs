using Assay.Catalog;
using Assay.Units;

namespace Assay.Search.Fields;

/// <summary>What the specification table of a model says.</summary>
internal static class SpecFields
{
    private static Reading Day(PartialDate date) => FieldValues.Of(date);
    private static Reading Size(TokenCount count) => Reading.Span.At(count.Tokens);
    private static Reading Number(decimal number) => Reading.Span.At(number);
    private static Reading Word(string word) => new Reading.Words([word]);
    private static Reading Set(IReadOnlyList<string> words) => new Reading.Words(words);

    private static readonly string[] Modalities = ["text", "image", "audio", "video", "pdf"];

    public static IReadOnlyList<Field> All { get; } =
    [
        Field.Of("released", "Released", FieldKind.Date, "the day of release", m => m.Released, Day, "release", "release date"),
        Field.Of("context window", "Context", FieldKind.Tokens, "the context window, in tokens", m => m.ContextWindow, Size, "context"),
        Field.Of("max input", "Max input", FieldKind.Tokens, "the most input tokens of a request", m => m.MaxInput, Size),
        Field.Of("max output", "Max output", FieldKind.Tokens, "the most output tokens of a reply", m => m.MaxOutput, Size),
        Field.Of("parameters", "Parameters", FieldKind.Parameters, "all parameters", m => m.ParametersTotal, Number, "parameters total", "total parameters", "size"),
        Field.Of("active parameters", "Active", FieldKind.Parameters, "the parameters used for one token", m => m.ParametersActive, Number, "parameters active"),
        Field.Of("architecture", "Architecture", FieldKind.Words, "the architecture", m => m.Architecture, Word),
        Field.Of("inputs", "Takes", FieldKind.Words, "what it takes", m => m.ModalitiesIn, Set, "takes", "modalities in") with { Words = Modalities },
        Field.Of("outputs", "Makes", FieldKind.Words, "what it makes", m => m.ModalitiesOut, Set, "makes", "gives", "modalities out") with { Words = Modalities },
        Field.Of("licence", "Licence", FieldKind.Words, "the licence by its name", m => m.Licence, Word, "license"),
        Field.Of("weights", "Weights", FieldKind.Words, "whether the weights can be downloaded", m => m.Weights, Word) with { Words = ["open", "closed"] },
        OpenSource,
        Field.Of("commercial use", "Commercial use", FieldKind.Words, "whether the licence allows commercial use", m => m.CommercialUse, Word) with { Words = ["yes", "no", "conditions"] },
        Field.Of("knowledge cutoff", "Cutoff", FieldKind.Date, "the day its knowledge ends", m => m.KnowledgeCutoff, Day, "cutoff"),
        Field.Of("family", "Family", FieldKind.Words, "the family it belongs to", m => m.Family, Word),
        Field.Of("gpu memory", "GPU memory", FieldKind.Gigabytes, "gigabytes of GPU memory it needs", m => m.VramGb, Number, "vram", "vram gb"),
    ];

    /// <summary>Open source is an OSI licence on weights that are not closed: a licence alone, or open weights alone, is not.</summary>
    private static Field OpenSource => new()
    {
        Name = "open source", Label = "Open source", Kind = FieldKind.YesNo, Aliases = ["osi"], Meaning = "open weights under a licence that the OSI has approved",
        Read = c => (c.Model.Weights.TryGetConfirmed(out var weights), c.Model.Licence.TryGetConfirmed(out var licence)) switch
        {
            (true, _) when weights == "closed" => Reading.No,
            (_, true) when !Licences.IsOpenSource(licence) => Reading.No,
            (true, true) => Reading.Yes,
            _ => new Reading.Unknown("no source we hold says licence and weights both"),
        },
    };
}
