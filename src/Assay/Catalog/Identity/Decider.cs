namespace Assay.Catalog.Identity;

/// <summary>From a reading to a decision.</summary>
internal sealed class Decider(KnownModels known, Lines lines)
{
    // Of several words the first in this list names the kind.
    private static readonly MatchKind[] Variants =
        [MatchKind.Wrapper, MatchKind.Finetune, MatchKind.Lora, MatchKind.Mode, MatchKind.Quant, MatchKind.Tier, MatchKind.Context];

    public MatchDecision Decide(OfferDescription offer, Reading reading)
    {
        if (NoModel.Find(offer, reading) is { } none) return None(none.Kind, reading, none.Why);
        var key = reading.Key;
        var alias = false;
        string? by = null;
        if (Tuning.IsMerge(reading)) return None(MatchKind.Ambiguous, reading, "it is made from several families, so no parent can be told");
        if (Tuning.IsTune(offer, reading))
        {
            Tuning.ToParent(reading);
            key = reading.Key;
        }
        if (Moving.IsOpen(reading, lines.IsFinished(key)))
        {
            if (!Moving.IsBareKimi(reading) && lines.Resolve(offer, reading, reading.Latest || Moving.IsOfMaker(offer, reading)) is { } resolved)
            {
                (key, alias) = (resolved, reading.Latest || Moving.MustBeResolved(reading));
                by = "its price and date are those of " + resolved;
            }
            else if (Moving.DefaultOf(offer, reading) is { } usual)
            {
                (key, alias) = (usual.Key, usual.Alias);
                by = usual.Why;
            }
            else if (reading.Latest && known.Find(key) is null && !lines.IsFinished(key)) return None(MatchKind.MovingAlias, reading, "the name moves, and neither price nor date fixes what it means");
            else if (Moving.MustBeResolved(reading) && !known.Holds($"{offer.Provider}/{offer.ModelAtProvider}")) return None(MatchKind.MovingAlias, reading, "the name moves, and neither price nor date fixes what it means");
        }
        else if (Ambiguity.Of(reading, offer) is { } doubt)
        {
            if (doubt.Key is null) return None(MatchKind.Ambiguous, reading, doubt.Why);
            (key, alias, by) = (doubt.Key, true, doubt.Why);
        }
        var kind = Kind(reading, key, alias);
        var release = reading.Release ?? Snapshots.ByDate(key, offer);
        var id = known.Find(key) ?? Mint(offer, reading, key);
        return new MatchDecision(id, kind, release, Reasons.Of(offer, reading, id, kind, release, by, known.Find(key) is not null)) { TellsNothing = reading.Family is null && known.Find(key) is null };
    }

    private static MatchDecision None(MatchKind kind, Reading reading, string why) => new(null, kind, null, Reasons.OfNone(reading, why)) { TellsNothing = kind is MatchKind.Ambiguous or MatchKind.MovingAlias or MatchKind.Unknown };

    private MatchKind Kind(Reading reading, string key, bool alias)
    {
        foreach (var kind in Variants)
            if (reading.Says(kind)) return kind;
        if (reading.Says(MatchKind.Free)) return MatchKind.Free;
        if (reading.Says(MatchKind.Tee)) return MatchKind.Tee;
        // A cloud's region tells more than the date it has in every name; where only some names have one, the date does.
        if (reading.Route is { Region: not null } route && (route.RegionInName || route.Way[0] is "bedrock")) return MatchKind.Region;
        var isPreview = reading.Preview && (lines.IsFinished(key) || known.IsFinished(key));
        if (reading.Release is not null) return reading.FullRelease && !isPreview ? MatchKind.Dated : MatchKind.Snapshot;
        if (reading.Route is { Region: not null }) return MatchKind.Region;
        if (alias || (reading.Latest && !reading.Words.Contains("chat") && reading.Family?.Name is not "chatgpt")) return MatchKind.Alias;
        return isPreview ? MatchKind.Snapshot : MatchKind.Plain;
    }

    private string Mint(OfferDescription offer, Reading reading, string key)
    {
        var foreign = reading.Strange.Count > 0 && reading.StatedMaker is { } stated && reading.Family is { Rank: > 0 } family && stated != family.Organization && !reading.Says(MatchKind.Finetune);
        var maker = foreign ? reading.StatedMaker : reading.Maker ?? lines.MakerOf(key) ?? reading.Uploader ?? Makers.OfProvider(offer.Provider);
        return $"{Slugs.PathPart(maker ?? offer.Provider)}/{Slugs.PathPart(foreign ? key : lines.OwnName(key) ?? key)}";
    }
}
