using Assay.Adapters.Importers;
using Shouldly;
using Xunit;

namespace Assay.Tests.Importers;

public sealed class ImportFormatsTests
{
    [Fact]
    public void Formats_are_the_approved_ones() => ImportFormats.All.Select(i => i.Format).ShouldBe(["assay", "assay-runs", "benchmarks-csv", "genai-prices", "langfuse", "litellm", "llm-prices", "models.dev", "models.dev-history", "openrouter", "portkey"]);

    [Fact]
    public void An_unknown_format_lists_those_there_are() =>
        Should.Throw<ImportException>(() => ImportFormats.Get("modelsdev")).Message.ShouldBe("'modelsdev' is not an import format. Allowed: assay, assay-runs, benchmarks-csv, genai-prices, langfuse, litellm, llm-prices, models.dev, models.dev-history, openrouter, portkey.");
}
