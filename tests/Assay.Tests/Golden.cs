using Xunit;

namespace Assay.Tests;

/// <summary>Approved texts under <c>tests/Assay.Tests/Golden</c>. ASSAY_UPDATE_GOLDEN=1 writes them anew; the diff is then what a reviewer reads.</summary>
internal static class Golden
{
    public static void Check(string name, string actual)
    {
        var file = Path.Combine(TestData.Repository, "tests", "Assay.Tests", "Golden", name);
        if (Environment.GetEnvironmentVariable("ASSAY_UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, actual);
            return;
        }
        Assert.True(File.Exists(file), $"There is no approved text '{name}': run the tests with ASSAY_UPDATE_GOLDEN=1 and read what it wrote.");
        Assert.Equal(File.ReadAllText(file), actual, ignoreLineEndingDifferences: true);
    }
}
