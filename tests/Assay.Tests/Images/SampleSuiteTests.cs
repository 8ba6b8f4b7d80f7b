using System.Text.Encodings.Web;
using System.Text.Json;
using Assay.Adapters.Images.Samples;
using Assay.Adapters.Suites;
using Shouldly;
using Xunit;

namespace Assay.Tests.Images;

/// <summary>The folder of sample pictures is a suite, and what is right in it is what was drawn.</summary>
public sealed class SampleSuiteTests
{
    private static readonly string Folder = Path.Combine(TestData.Repository, "samples");
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public void Its_targets_are_the_texts_that_were_drawn()
    {
        var lines = string.Concat(SampleImages.All.Where(s => s.Text is not null).Select(s => JsonSerializer.Serialize(
            new { id = s.Id, category = "Reading", input = "Read all the text on the image. Answer with the text only, a line for each line.", images = new[] { $"{s.Id}.png" }, target = s.Text }, Plain) + "\n"));
        var file = Path.Combine(Folder, SuiteFolder.SamplesFile);
        if (Environment.GetEnvironmentVariable("ASSAY_UPDATE_GOLDEN") == "1") File.WriteAllText(file, lines);
        File.ReadAllText(file).ShouldBe(lines, "ASSAY_UPDATE_GOLDEN=1 writes it");
        var suite = SuiteFolder.Open(Folder, cancellationToken: TestContext.Current.CancellationToken);
        (suite.About.Id, suite.Count).ShouldBe(("sample-texts", 4));
    }
}
