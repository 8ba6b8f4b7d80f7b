namespace Assay.Catalog.Conflicts;

/// <summary>What one page or list says of a field of an offer.</summary>
/// <param name="Claim">As it stands in the catalogue. Of another property where a source states the field by way of it: the greatest input for a context window.</param>
/// <param name="Number">Of prices and limits; 0 and 1 for no and yes.</param>
public sealed record Statement(Claim Claim, decimal Number)
{
    public string Publisher => Claim.Source.Publisher;

    /// <summary>
    /// What a claim says of the field; null where it says nothing of it. A rumour says nothing, but a price of 0 does: it is kept as
    /// unconfirmed because it may mean several things, and a price beside it is one of the reasons to doubt it.
    /// </summary>
    public static Statement? Of(ConflictField field, Claim claim) => claim.Value switch
    {
        ClaimValue.Number number when !field.IsFlag && (!claim.Unconfirmed || (field.IsPrice && number.Value == 0)) => new(claim, number.Value),
        ClaimValue.Flag flag when field.IsFlag && !claim.Unconfirmed => new(claim, flag.Value ? 1 : 0),
        ClaimValue.Set inputs when field == ConflictField.Pdf && claim.Property == Property.ModalitiesIn && !claim.Unconfirmed => new(claim, inputs.Items.Contains("pdf") ? 1 : 0),
        _ => null,
    };
}
