namespace Assay.Catalog.Identity;

/// <summary>What a name says, taken apart. Two readings with the same <see cref="Key"/> name the same model.</summary>
internal sealed class Reading
{
    public Family? Family { get; set; }

    /// <summary>The maker: of the family, else whom the way to the name states; null where neither says.</summary>
    public string? Maker { get; set; }

    /// <summary>Whoever stands before the name without being a known organisation.</summary>
    public string? Uploader { get; set; }

    /// <summary>A known organisation stands before the name.</summary>
    public string? StatedMaker { get; set; }

    public List<string> Words { get; } = [];
    public List<string> Versions { get; } = [];
    public string? Size { get; set; }

    /// <summary>A month or day that is part of the model's own name: <c>2503</c>, <c>0905</c>.</summary>
    public string? Edition { get; set; }

    /// <summary>The snapshot of a marketed version.</summary>
    public string? Release { get; set; }

    /// <summary>The release is a whole date or a build number, not the day of a build beside the default one.</summary>
    public bool FullRelease { get; set; }

    /// <summary>The words that stand before the size.</summary>
    public List<string> BeforeSize { get; } = [];

    /// <summary>The display name gave what the id leaves out.</summary>
    public bool TitleUsed { get; set; }

    public int VersionsBeforeSize { get; set; }

    /// <summary>A size was in the name, whether or not it tells models apart.</summary>
    public bool HasSize { get; set; }

    public bool IsBase { get; set; }
    public bool Chat { get; set; }
    public bool Latest { get; set; }
    public bool Preview { get; set; }

    /// <summary>Other families named: what a merge was made of.</summary>
    public List<string> OtherFamilies { get; } = [];

    /// <summary>Words that no maker's product names have.</summary>
    public List<string> Strange { get; } = [];

    /// <summary>Where the family stood among the words.</summary>
    public int FamilyAt { get; set; }

    public List<(MatchKind Kind, string Word)> Notes { get; } = [];
    public Route? Route { get; set; }

    private string? key;

    /// <summary>The name in one way of writing, without the maker: <c>claude-sonnet-4.5</c>.</summary>
    public string Key => key ??= CanonicalName.Of(this);

    /// <summary>The model's words without version, edition and release: what successive models of a line share.</summary>
    public string Line => $"{Family?.Name}|{string.Join(' ', Words.Order(StringComparer.Ordinal))}|{(Family?.Has(FamilyTraits.Unsized) == false ? Size : null)}";

    public bool Says(MatchKind kind) => Notes.Exists(n => n.Kind == kind);

    public void Note(MatchKind kind, string word) => Notes.Add((kind, word));

    /// <summary>Something was changed after the name was read.</summary>
    public void Changed() => key = null;
}
