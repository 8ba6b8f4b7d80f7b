using Assay.Host.Catalog;
using Assay.Host.Cli.Text;
using Assay.Host.Comparison;
using Assay.Units;

namespace Assay.Host.Cli.Documents;

/// <summary>Sources with their age, and where they disagree.</summary>
internal static class ProvenancePart
{
    public static void Write(Document document, ProvenanceView provenance)
    {
        document.Heading(2, "Sources and evidence").Paragraph($"As of {provenance.AsOf}.").Bullets(provenance.Notes.Select(n => (BulletItem)n));
        if (provenance.Conflicts.Count > 0) document.Heading(3, "Where sources disagree").Bullets(provenance.Conflicts.Select(Conflict));
        if (provenance.Sources.Count > 0) document.Heading(3, "Sources").Bullets(provenance.Sources.Select(Source));
    }

    private static BulletItem Conflict(ConflictView conflict) => new(
        new($"{conflict.Subject}, {conflict.Property.ToLowerInvariant()}: ≠ {conflict.Picked} picked; {conflict.Policy}.", Tone.Disputed), null, [.. conflict.Claims.Select(c => ClaimLines.Of(c))]);

    private static BulletItem Source(SourceView source) => new(
        $"{source.Source} ({source.Rank}), as of {source.AsOf}, {source.Age}; retrieved {source.Retrieved ?? "not recorded"}; {Words.Plural(source.Claims, "claim")} here", source.Url);
}
