using Assay.Host.Cli;
using Shouldly;
using Xunit;

namespace Assay.Tests.Cli;

public sealed class UsageTests
{
    [Theory]
    [InlineData("'modles' is not a command of assay. Nearest: models.", "Usage: assay COMMAND [options]", "modles")]
    [InlineData("No command is given. Allowed: models, show, compare", "Usage: assay COMMAND [options]")]
    [InlineData("'--fliter' is not an option of 'assay models'. Nearest: --filter.", "Usage: assay models [QUERY…] [options]", "models", "--fliter", "vision=yes")]
    [InlineData("'--wyh' is not an option of 'assay show'. Nearest: --why.", "Usage: assay show MODEL [options]", "show", "owl", "--wyh")]
    [InlineData("'--fromat' is not an option of 'assay compare'.", "--format", "compare", "owl", "heron-1", "--fromat=csv")]
    [InlineData("MODEL is missing.", "Usage: assay show MODEL [options]", "show")]
    [InlineData("PATH is missing.", "Usage: assay import FORMAT PATH [options]", "import", "assay")]
    [InlineData("'heron' is one word too many", "Usage: assay show MODEL [options]", "show", "owl", "heron")]
    [InlineData("'now' is one word too many: 'assay doctor' takes options only.", "Usage: assay doctor [options]", "doctor", "now")]
    [InlineData("'--sort' needs a value. Name, or a field", "Usage: assay models", "models", "--sort")]
    [InlineData("'--sort' is given more than once", "Usage: assay models", "models", "--sort", "name", "--sort", "cost")]
    [InlineData("'--store postgres://x'", "Leave it out", "models", "--store", "postgres://x")]
    public async Task Wrong_usage_ends_with_2_and_says_how_it_is_written(string fault, string help, params string[] args)
    {
        using var assay = new AssayProcess();
        // First, so that an option left without its value stays so.
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await Assay.Host.Program.RunAsync(args, new Surroundings { Output = output, Error = error, CatalogFolder = assay.Catalog }, TestContext.Current.CancellationToken);
        error.ToString().ShouldContain(fault);
        error.ToString().ShouldContain(help);
        output.ToString().ShouldBeEmpty();
        code.ShouldBe(ExitCode.Usage);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("compare", "--help")]
    [InlineData("--version")]
    public async Task Help_and_version_go_to_standard_output(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        (await Assay.Host.Program.RunAsync(args, output, error, TestContext.Current.CancellationToken)).ShouldBe(ExitCode.Done);
        output.ToString().ShouldNotBeEmpty();
        error.ToString().ShouldBeEmpty();
    }
}
