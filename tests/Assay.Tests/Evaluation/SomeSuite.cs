using System.Security.Cryptography;
using Assay.Calls;
using Assay.Evaluation;

namespace Assay.Tests.Evaluation;

/// <summary>Suites and runs to try things on.</summary>
internal static class SomeSuite
{
    public const string Hash = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    public static readonly DateTimeOffset Noon = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    public static Suite About { get; } = new()
    {
        Id = "sums", Version = "1", Title = "Sums", Licence = "MIT", Categories = ["plus", "minus"], DefaultScorer = new("echo"), Description = "Easy ones.", System = "Answer with a number.", Repetitions = 2,
        Parameters = new() { MaxOutputTokens = 50, Temperature = 0.5m, Stop = ["\n"] },
    };

    public static Sample Sample(int place, params SampleImage[] images) => new()
    {
        Place = place, Id = $"s{place:0000}", Category = place % 2 == 0 ? "plus" : "minus", Input = $"What is {place} + {place}? [#{place}]", Target = [$"{place + place}"], Cluster = place % 3 == 0 ? "three" : null,
        Difficulty = place == 1 ? "hard" : null, Scorer = place == 1 ? new("number", """{"tolerance":1}""") : null, Images = images,
    };

    public static IEnumerable<Sample> Samples(int count) => Enumerable.Range(0, count).Select(i => Sample(i));

    /// <summary>An image of so many bytes; no picture, for those who look at bytes only.</summary>
    public static CallImage Image(int seed, int length)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return new(Convert.ToHexStringLower(SHA256.HashData(bytes)), "image/png", 640, 480, bytes);
    }

    public static Run Run(int samples, string id = "01kaaaaaaaaaaaaaaaaaaaaaaa", params string[] models) => new()
    {
        Id = id, Created = Noon, Suite = About, SuiteHash = Hash, Samples = samples, Models = models.Length == 0 ? ["p/a", "p/b"] : models, Settings = new() { Repetitions = 2, Concurrency = 4, MaxCost = 1.25m, Parameters = About.Parameters },
        Origin = new RunOrigin.Own(),
    };
}
