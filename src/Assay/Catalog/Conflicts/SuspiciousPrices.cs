namespace Assay.Catalog.Conflicts;

/// <summary>TODO</summary>
public static class SuspiciousPrices
{
    public const decimal Times = 90;
}
