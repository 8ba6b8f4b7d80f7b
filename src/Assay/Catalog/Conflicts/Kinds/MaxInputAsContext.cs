namespace Assay.Catalog.Conflicts.Kinds;

/// <summary>One source gives the greatest input, another the whole window: two questions, and both may be right.</summary>
internal sealed class MaxInputAsContext() : ConflictKind("max_input", "Max input against context", "one source gives the greatest input, another the whole context window: two meanings of one field, both may be right")
{
    // Whole numbers of tokens that add up: rounding of 128K aside there is nothing to allow for.
    private const decimal Sum = 0.005m;

    public override bool Comparable => false;

    internal override ConflictEvidence? Find(Disagreement disagreement)
    {
        if (disagreement.Field != ConflictField.Context) return null;
        Statement[] inputs = [.. disagreement.Statements.Where(s => s.Claim.Property == Property.MaxInput)];
        if (!disagreement.AgreeWithout(inputs)) return null;
        var window = disagreement.Statements[0];
        var odd = inputs.First(i => !Tolerance.Agree(i.Number, window.Number, Tolerance.Of(Property.MaxInput)));
        var says = $"{odd.Publisher} gives the greatest input, {disagreement.Text(odd.Number)}, {window.Publisher} the whole window, {disagreement.Text(window.Number)}";
        foreach (var claim in disagreement.Offer.Claims)
        {
            if (claim is not { Unconfirmed: false, Value: ClaimValue.Number { Value: var tokens } }) continue;
            if (claim.Property == Property.MaxInput && claim.Source.Publisher != odd.Publisher && Tolerance.Agree(tokens, odd.Number, Tolerance.Of(Property.MaxInput)))
                return new($"{says}; {claim.Source.Publisher} gives {disagreement.Text(tokens)} as the greatest input too.", [], [claim]);
            if (claim.Property == Property.MaxOutput && Tolerance.Agree(odd.Number + tokens, window.Number, Sum))
                return new($"{says}; with the greatest output of {disagreement.Text(tokens)} that {claim.Source.Publisher} gives, the one adds up to the other.", [], [claim]);
        }
        return null;
    }
}
