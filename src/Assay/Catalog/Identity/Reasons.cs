namespace Assay.Catalog.Identity;

/// <summary>Puts the evidence of a decision into one sentence.</summary>
internal static class Reasons
{
    public static string Of(OfferDescription offer, Reading reading, string id, MatchKind kind, string? release, string? by, bool isKnown)
    {
        var parts = new List<string> { Read(reading) };
        if (reading.TitleUsed) parts.Add($"the title '{offer.DisplayName}' gives what the id leaves out");
        if (reading.Route is { Region: { } region }) parts.Add($"{region} is a region");
        foreach (var (note, word) in reading.Notes) parts.Add(Note(note, word));
        if (release is not null) parts.Add(reading.Release is null ? $"the date is that of the snapshot {release}" : $"{release} is the release");
        if (reading.Strange.Count > 0 && reading.StatedMaker is { } maker) parts.Add($"{maker} publishes it under its own name");
        else if (reading.Route?.Maker is { } stated) parts.Add($"the maker is given as {stated}");
        else if (reading.Family is { } family) parts.Add($"{family.Name} is of {family.Organization}");
        if (by is not null) parts.Add(by);
        parts.Add(isKnown ? $"the catalogue knows it as {id}" : $"the catalogue holds no such model, so it is taken as {id}");
        return string.Join("; ", parts);
    }

    public static string OfNone(Reading reading, string why) => $"{Read(reading)}; {why}";

    private static string Read(Reading reading)
    {
        IEnumerable<string?> words = [reading.Family?.Name, .. reading.Versions, .. reading.Words, reading.Size, reading.IsBase ? "base weights" : null, reading.Edition];
        return "Read " + string.Join(", ", words.Where(w => w is not null).DefaultIfEmpty(reading.Route?.Name ?? "nothing"));
    }

    private static string Note(MatchKind kind, string word) => kind switch
    {
        MatchKind.Quant => $"{word} is a precision",
        MatchKind.Tier => $"{word} is a class of service",
        MatchKind.Mode => $"{word} is a mode",
        MatchKind.Finetune => $"{word} says that the weights were tuned by somebody else",
        MatchKind.Wrapper => $"{word} is a product around the model",
        MatchKind.Lora => "it takes LoRA adapters",
        MatchKind.Context => $"{word} is a length of context",
        MatchKind.Free => $"{word} is a free route",
        MatchKind.Tee => "it runs in a trusted execution environment",
        _ => word,
    };
}
