namespace Assay.Tests;

/// <summary>Texts approved by a person: tests/Assay.Tests/Golden. ASSAY_UPDATE_GOLDEN=1 writes what came out; the review is the diff.</summary>
internal static class Golden
{
    public static void Matches(string name, string actual)
    {
        var file = RepositoryRoot.File("tests", "Assay.Tests", "Golden", name);
        actual = actual.Replace("\r\n", "\n", StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("ASSAY_UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, actual);
            return;
        }
        File.Exists(file).ShouldBeTrue($"There is no golden file '{name}'. Run the tests with ASSAY_UPDATE_GOLDEN=1, then read it.");
        var expected = File.ReadAllText(file).Replace("\r\n", "\n", StringComparison.Ordinal);
        actual.ShouldBe(expected, $"'{name}' has changed. If that is meant, run with ASSAY_UPDATE_GOLDEN=1 and review the diff.");
    }
}
