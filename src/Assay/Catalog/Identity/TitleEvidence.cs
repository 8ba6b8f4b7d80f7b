namespace Assay.Catalog.Identity;

/// <summary>What a display name adds to an id. The id goes first: a title never changes what the id says.</summary>
internal static class TitleEvidence
{
    public static Reading Complete(Reading reading, Reading title)
    {
        if (title.Says(MatchKind.Quant) && !reading.Says(MatchKind.Quant)) reading.Note(MatchKind.Quant, title.Notes.Find(n => n.Kind == MatchKind.Quant).Word);
        if (title.Chat) reading.Chat = true;
        if (reading is { Preview: true, Release: null } && title.Release is not null) (reading.Release, reading.FullRelease) = (title.Release, title.FullRelease);
        if (title.Family is not { } family) return reading;
        if (reading.Family is null) return IsOpaque(reading) ? Taken(reading, title) : reading;
        if (reading.Family.Rank == 2 && family.Rank < 2 && family.Organization == reading.Family.Organization) return Taken(reading, title);
        if (family.Name != reading.Family.Name) return reading;
        MorePrecise(reading, title);
        if (reading.Size is null && title.Size is not null && NeedsSize(reading)) (reading.Size, reading.TitleUsed) = (title.Size, true);
        if (reading.Versions.Count > 0 || reading.Edition is not null || !NeedsVersion(reading)) return reading;
        if (title.Versions.Count == 0 && title.Edition is null) return reading;
        reading.Versions.AddRange(title.Versions);
        (reading.Edition, reading.TitleUsed) = (title.Edition, true);
        if (reading.Family.Name == "deepseek") reading.Words.Remove("reasoner");
        return reading;
    }

    // v3 under the title V3.1, 235b under the title 235B Instruct 2507: the title says the same and more.
    private static void MorePrecise(Reading reading, Reading title)
    {
        if (reading is { Versions: [var version], Latest: false } && title.Versions is [var longer] && longer.StartsWith(version + ".", StringComparison.Ordinal)) (reading.Versions[0], reading.TitleUsed) = (longer, true);
        if (reading.Edition is null && title.Edition is not null && reading.Size is not null && title.Size == reading.Size && title.Versions.SequenceEqual(reading.Versions, StringComparer.Ordinal))
            (reading.Edition, reading.TitleUsed) = (title.Edition, true);
        if (!title.Words.Contains("vl") || reading.Words.Contains("vl") || reading.Family!.Rank > 0) return;
        reading.Words.Add("vl");
        reading.TitleUsed = true;
    }

    // k2p5 or a number says nothing of itself.
    private static bool IsOpaque(Reading reading) => reading.StatedMaker is null && reading.Uploader is null && reading.Words.Count == 1 && reading.Words[0].Any(char.IsAsciiDigit);

    private static bool NeedsVersion(Reading reading) =>
        reading.Latest || reading.Family!.Has(FamilyTraits.Dated) && reading.Family.Name is not "qwen" || (reading.Family.Name is "command" && reading.Words.Count > 0);

    private static bool NeedsSize(Reading reading) => !reading.Family!.Has(FamilyTraits.Unsized) && reading.Words.Count == 0;

    private static Reading Taken(Reading reading, Reading title)
    {
        var taken = title;
        taken.Route = reading.Route;
        taken.TitleUsed = true;
        taken.Latest |= reading.Latest;
        taken.Release ??= reading.Release;
        taken.Notes.Clear();
        taken.Notes.AddRange(reading.Notes);
        (taken.StatedMaker, taken.Uploader) = (reading.StatedMaker, reading.Uploader);
        return taken;
    }
}
