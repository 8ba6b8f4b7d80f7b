using Assay.Catalog;

namespace Assay.Adapters.Importers.History;

/// <summary>One value that was changed.</summary>
/// <param name="Time">Of the commit, with the zone of who made it; its day is the one printed.</param>
/// <param name="Commit">Hash of the commit.</param>
/// <param name="Offer">Whose value.</param>
/// <param name="Property">Which value.</param>
/// <param name="Old">Null: there was none.</param>
/// <param name="New">Null: there is none any more.</param>
internal sealed record Change(DateTimeOffset Time, string Commit, Subject Offer, Property Property, decimal? Old, decimal? New)
{
    public DateOnly Day { get; } = DateOnly.FromDateTime(Time.DateTime);
}
