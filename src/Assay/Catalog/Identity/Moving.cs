namespace Assay.Catalog.Identity;

/// <summary>Names that leave the version out and so mean another model from time to time.</summary>
internal static class Moving
{
    /// <summary>Neither version nor month: the name alone does not fix the model.</summary>
    /// <param name="reading">What the name says.</param>
    /// <param name="isSold">The maker sells a model under the name as it is, such as qwen-plus.</param>
    public static bool IsOpen(Reading reading, bool isSold) =>
        reading.Family is { } family && !(reading.Latest && !HasEditions(family, reading) && isSold) && (IsBareKimi(reading) || !Lines.IsVersioned(reading)) && (reading.Latest || MustBeResolved(reading) || HasEditions(family, reading));

    // Mistral's and Cohere's lines change the model under one name.
    private static bool HasEditions(Family family, Reading reading) =>
        family.Name is "devstral" or "magistral" or "codestral" || IsBareKimi(reading) || (family.Name == "mistral" && reading.Words.Exists(w => w is "small" or "medium" or "large" or "ocr"))
        || (family.Name == "command" && reading.Words.Exists(w => w is "r" or "a"));

    public static bool IsBareKimi(Reading reading) => reading is { Family.Name: "kimi", Edition: null, Versions: ["k2"], Words.Count: 0 };

    /// <summary>DeepSeek's two API names have meant every model of theirs in turn.</summary>
    public static bool MustBeResolved(Reading reading) =>
        reading.Family is { Name: "deepseek" } && !Lines.IsVersioned(reading) && reading.Size is null && (reading.Words.Count == 0 || reading.Words is ["reasoner"]);

    public static bool IsOfMaker(OfferDescription offer, Reading reading) => Makers.OfProvider(offer.Provider) == reading.Maker;

    /// <summary>What a bare name meant when it was first used, where nothing else decides.</summary>
    public static (string Key, bool Alias, string Why)? DefaultOf(OfferDescription offer, Reading reading)
    {
        if (reading.Latest) return null;
        var edition = reading.Line.Split('|')[..2] switch
        {
            ["kimi", ""] when IsBareKimi(reading) => offer.Context > 200_000 || offer.Released?.Earliest >= new DateOnly(2025, 9, 1) ? "0905" : "0711",
            ["command", "r"] => "03-2024",
            ["command", "plus r"] => "04-2024",
            ["command", "a"] => "03-2025",
            _ => null,
        };
        if (edition is null) return null;
        return ($"{reading.Key}-{edition}", false, "the bare name was first used for this one");
    }
}
