using Assay.Catalog;

namespace Assay.Comparison.Verdicts;

/// <summary>Where one model of a pair is known to be ahead of the other.</summary>
/// <param name="Of">What is weighed.</param>
/// <param name="Winner">The side that is ahead.</param>
/// <param name="Phrase">Reads after the winner's name: "costs 98 % less at this traffic ($64.50 against $4,900 a month)".</param>
public sealed record Advantage(Dimension Of, Model Winner, string Phrase, IReadOnlyList<Claim> Claims);

/// <summary>What a verdict weighs, in the order a sentence names it.</summary>
public enum Dimension
{
    Quality = 1,
    Cost,
    Capabilities,
    Context,
    Output,
    Lifecycle,
}

/// <summary>What the shared benchmarks say of a pair.</summary>
/// <param name="Rows">Shared rows that can be weighed.</param>
/// <param name="FirstLeads">Rows the first model leads, beyond chance where intervals are known.</param>
/// <param name="SecondLeads">Rows the second leads.</param>
/// <param name="TestedLeads">Leads of either side that rest on an interval of the difference that leaves out zero.</param>
public sealed record QualityEvidence(int Rows, int FirstLeads, int SecondLeads, int TestedLeads, IReadOnlyList<Claim> Claims)
{
    /// <summary>All decided rows point one way, or at least three of four do with four rows or more.</summary>
    public bool FirstAhead => FirstLeads > 0 && (SecondLeads == 0 || (Rows >= 4 && FirstLeads >= 3 * SecondLeads));
    public bool SecondAhead => SecondLeads > 0 && (FirstLeads == 0 || (Rows >= 4 && SecondLeads >= 3 * FirstLeads));

    /// <summary>There are rows and no row tells the two apart.</summary>
    public bool Level => Rows > 0 && FirstLeads == 0 && SecondLeads == 0;

    /// <summary>
    /// A test stands behind "ahead": a lead beyond chance on a benchmark whose intervals are known, with nothing against it, or leads on so
    /// many rows that the sign test gives p below 0.05 (six of six is the least that can).
    /// </summary>
    public bool Tested => (TestedLeads > 0 && (FirstLeads == 0 || SecondLeads == 0)) || Statistics.SignTest.P(FirstLeads, SecondLeads) < 0.05;
}
