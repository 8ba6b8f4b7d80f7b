using System.Text.Json.Nodes;
using Assay.Catalog;

namespace Assay.Decisions;

/// <summary>
/// What a claim says and who says it, without the days it was said on: what stays the same from one snapshot of a source to the next, and is hashed.
/// </summary>
public sealed record ClaimStatement
{
    /// <summary>Lower case: <c>model</c>, <c>offer</c>, <c>labelled</c>.</summary>
    public required string SubjectKind { get; init; }
    public required string Subject { get; init; }
    public required string Property { get; init; }

    /// <summary>One letter, as <see cref="ClaimValue.Kind"/>.</summary>
    public required string ValueKind { get; init; }

    /// <summary>In our units, as <see cref="ClaimValue.Text"/>.</summary>
    public required string Value { get; init; }

    /// <summary>In the words of the source; null where they are the value itself.</summary>
    public required string? Quoted { get; init; }
    public required string Publisher { get; init; }
    public required string? Url { get; init; }
    public required bool Unconfirmed { get; init; }
    public required bool Forced { get; init; }

    public static ClaimStatement Of(Claim claim) => new()
    {
        SubjectKind = claim.Subject.Kind.ToString().ToLowerInvariant(), Subject = claim.Subject.Id, Property = claim.Property.Name, ValueKind = claim.Value.Kind.ToString(), Value = claim.Value.Text,
        Quoted = claim.Quoted, Publisher = claim.Source.Publisher, Url = claim.Source.Url, Unconfirmed = claim.Unconfirmed, Forced = claim.Forced,
    };

    /// <summary>SHA-256 over the canonical JSON of an object with these ten members, each always there.</summary>
    public string Hash => CanonicalJson.Hash(new JsonObject
    {
        ["subject_kind"] = SubjectKind, ["subject"] = Subject, ["property"] = Property, ["value_kind"] = ValueKind, ["value"] = Value,
        ["quoted"] = Quoted, ["publisher"] = Publisher, ["url"] = Url, ["unconfirmed"] = Unconfirmed, ["forced"] = Forced,
    });

    /// <summary>The value, read back.</summary>
    /// <exception cref="FormatException">It is no value of its kind.</exception>
    public ClaimValue Read() => ValueKind is [var kind] ? ClaimValue.Read(kind, Value) : throw new FormatException($"'{ValueKind}' is not a kind of claim value: one letter is.");

    /// <summary>
    /// Claims of one voice speak of the same thing: a later one with another value takes the place of the earlier. Of a benchmark result that takes the variant
    /// and the page as well; of a name or a boast, of which a thing has several at once, the text itself.
    /// </summary>
    internal string Voice
    {
        get
        {
            var which = Property == Catalog.Property.Result.Name ? $"{(Read() as ClaimValue.Score)?.Value.VariantKey}\n{Url}"
                : Property == Catalog.Property.Alias.Name || Property == Catalog.Property.ClaimOfRank.Name ? Value : "";
            return string.Join('\n', SubjectKind, Subject, Property, Publisher, which);
        }
    }
}
