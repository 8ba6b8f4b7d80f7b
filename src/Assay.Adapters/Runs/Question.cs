using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Assay.Calls;

namespace Assay.Adapters.Runs;

/// <summary>The SHA-256 of all that decides what a model is asked. Equal questions may share replies.</summary>
internal static class Question
{
    public static byte[] Hash(CallRequest request)
    {
        var p = request.Parameters;
        var text = new StringBuilder(256 + request.Prompt.Length);
        // Every part with its length, so that no two different requests write the same.
        void Part(string? part) => text.Append(part is null ? "-" : part.Length.ToString(CultureInfo.InvariantCulture)).Append(':').Append(part);
        Part("question 1");
        Part(request.Model.ToString());
        Part(request.Task.Name());
        Part(request.System);
        Part(request.Prompt);
        foreach (var image in request.Images) Part(image.Hash);
        Part(string.Create(CultureInfo.InvariantCulture, $"{p.MaxOutputTokens}/{Plain(p.Temperature)}/{Plain(p.TopP)}/{p.Seed}/{p.MinScore:R}"));
        Part(p.ReasoningEffort);
        Part(p.ResponseSchema);
        foreach (var stop in p.Stop) Part(stop);
        return SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
    }

    /// <summary>0.50 and 0.5 are one temperature.</summary>
    private static string? Plain(decimal? value) => value?.ToString("0.############################", CultureInfo.InvariantCulture);
}
