namespace Assay.Calls;

/// <summary>
/// How many tokens a text takes, where the provider does not tell. Every tokenizer counts otherwise, so this is an estimate and shown as one:
/// four characters of ASCII, two of other alphabets, or one of Chinese, Japanese or Korean make a token.
/// </summary>
public static class TokenEstimate
{
    /// <summary>0 for an empty text.</summary>
    public static long Of(string? text)
    {
        if (string.IsNullOrEmpty(text)) return 0;
        long ascii = 0, other = 0, ideographs = 0;
        foreach (var c in text)
        {
            if (c < 128) ascii++;
            else if (c is >= '\u2e80' and <= '\u9fff' or >= '\uac00' and <= '\ud7af' or >= '\uf900' and <= '\ufaff') ideographs++;
            else other++;
        }
        return (ascii + 3) / 4 + (other + 1) / 2 + ideographs;
    }

    /// <summary>What a request and its reply took, images not counted.</summary>
    public static Usage Of(CallRequest request, string reply, string? reasoning)
    {
        var thought = reasoning is null ? (long?)null : Of(reasoning);
        return new() { Origin = UsageOrigin.Counted, Input = Of(request.System) + Of(request.Prompt), Output = Of(reply) + (thought ?? 0), Reasoning = thought };
    }

    /// <summary>
    /// No tokenizer makes more of the request: each byte a token of its own, the most an image can take, and 500 for what a chat template puts around it.
    /// For caps on spend, where too much is safe and too little is not.
    /// </summary>
    public static long MostInput(CallRequest request) =>
        500 + Bytes(request.System) + Bytes(request.Prompt) + Bytes(request.Parameters.ResponseSchema) + request.Images.Sum(i => MostOf(i, request.Model));

    /// <summary>
    /// One token for each 14 × 14 pixels is above what Claude (1 for 750 pixels), Gemini (258 for a tile of 768 × 768), GPT-4o (170 for a tile of
    /// 512 × 512) and the open models take. GPT-4o mini is the exception: 2,833 and 5,667 for each tile.
    /// </summary>
    private static long MostOf(CallImage image, ModelRef model)
    {
        long Tiles(int side) => ((long)image.Width + side - 1) / side * (((long)image.Height + side - 1) / side);
        return model.Model.Contains("4o-mini", StringComparison.OrdinalIgnoreCase) ? 2_833 + 5_667 * Tiles(512) : 300 + Tiles(14);
    }

    private static long Bytes(string? text) => text is null ? 0 : System.Text.Encoding.UTF8.GetByteCount(text);
}
