namespace Assay.Catalog.Identity;

/// <summary>
/// Weights that somebody changed. An organisation's product is a model of its own; what a person or nobody signs is a tune of the model it is
/// named after, once family, version and size are told.
/// </summary>
internal static class Tuning
{
    public static bool IsTune(OfferDescription offer, Reading reading)
    {
        if (reading.Says(MatchKind.Finetune)) return true;
        if (reading.Family is not { Rank: > 0 } family || !family.Has(FamilyTraits.Open) || reading.Strange.Count == 0 || reading.StatedMaker is not null) return false;
        if (!reading.HasSize) return false;
        return Makers.OfProvider(offer.Provider) is not { } own || own != family.Organization;
    }

    public static bool IsMerge(Reading reading) =>
        reading.Strange.Count > 0 && reading.StatedMaker is null && reading.Family is { Name: not "deepseek" } && (reading.Family.Rank > 0 || (reading.Uploader is not null && reading.Strange.Count > 1))
        && reading.OtherFamilies.Exists(f => f != reading.Family.Name && f != "mistral" && Family.ByWord[f] is { Rank: > 0 } other && other.Has(FamilyTraits.Open));

    public static void ToParent(Reading reading)
    {
        if (!reading.Says(MatchKind.Finetune)) reading.Note(MatchKind.Finetune, string.Join(' ', reading.Strange));
        if (reading.Family?.Has(FamilyTraits.Open) != true) return;
        reading.Words.RemoveAll(w => reading.Strange.Contains(w) || (reading.HasSize && !reading.BeforeSize.Contains(w)));
        // The version before the size is the parent's, any other the tune's.
        var own = Math.Min(1, Math.Max(reading.VersionsBeforeSize, reading.Versions.Count > 1 ? 1 : 0));
        if (reading.Versions.Count > own) reading.Versions.RemoveRange(own, reading.Versions.Count - own);
        reading.Strange.Clear();
        reading.IsBase = false;
        Conventions.Apply(reading);
        reading.Changed();
    }
}
