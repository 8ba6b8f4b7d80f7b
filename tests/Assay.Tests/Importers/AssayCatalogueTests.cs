using Assay.Adapters.Importers;
using Assay.Adapters.Storage;
using Assay.Catalog;
using Shouldly;
using Xunit;

namespace Assay.Tests.Importers;

public sealed class AssayCatalogueTests
{
    private const string Lark = "models/acme/lark-7b.yaml";

    [Fact]
    public void A_catalogue_becomes_claims() => TestData.ShouldBeGolden(ClaimText.Of(Catalogue.Parse()), "catalogue-small.golden.txt");

    [Theory]
    [InlineData("family: lark", "famly: lark", "3: unknown key 'famly' at the top; allowed are name, organization, family, aliases, sources")]
    [InlineData("family: lark", "name: again", "3: key 'name' is doubled: it stands in line 1 already")]
    [InlineData("released: 2025-03", "released: March 2025", "13: 'released' is 'March 2025'; it must be a date: 2025, 2025-03 or 2025-03-12")]
    [InlineData("released: 2025-03", "released: [2025]", "13: 'released' is a list; it must be a date")]
    [InlineData("released: 2025-03", "relased: 2025-03", "13: unknown key 'relased' under 'says'")]
    [InlineData("value: 131072", "value: 128K", "14: 'context_window' is '128K'; it must be a whole number of tokens above 0 in digits, such as 131072")]
    [InlineData("quoted: 128K", "qouted: 128K", "14: unknown key 'qouted' in the long form of 'context_window'")]
    [InlineData("[text, image]", "[text, smell]", "17: 'modalities_in' is a list; it must be a list of text, image, audio, video, pdf")]
    [InlineData("multimodal: no", "multimodal: maybe", "19: 'multimodal' is 'maybe'; it must be yes or no")]
    [InlineData("multimodal: no", "sight: no", "19: unknown key 'sight' in 'capabilities'")]
    [InlineData("7.2B", "seven", "15: 'parameters_total' is 'seven'; it must be a count above 0: 12B, 25.2B, 1.76T or digits")]
    [InlineData("organization: acme", "organization: acne", "2: unknown organization 'acne'; add organizations/acne.yaml, or correct the name")]
    [InlineData("acme-cloud/lark-7b:", "acne/lark-7b:", "24: unknown provider 'acne' in offer 'acne/lark-7b'; add providers/acne.yaml")]
    [InlineData("acme-cloud/lark-7b:", "lark-7b:", "24: 'lark-7b' is not an offer: write provider/model-id")]
    [InlineData("#region=eu&tier=flex", "#eu", "32: '#eu' of offer 'acme-cloud/lark-7b#eu' is not read; write #region=eu")]
    [InlineData("benchmark: quiz, value", "benchmark: quizz, value", "34: unknown benchmark 'quizz'; add benchmarks/quizz.yaml")]
    [InlineData("passed: 2, n: 3", "passed: 4, n: 3", "35: passed is 4 of 3 items; it cannot be more than n")]
    [InlineData("value: 61.5, ", "", "34: a benchmark result has no 'value', nor 'passed' and 'n'")]
    [InlineData("output: 0.4", "output: -0.4", "26: 'output' is '-0.4'; it must be a price in US dollars of 0 or more")]
    [InlineData("to: 2025-06-01", "to: 2025-03-12", "25: it holds to 2025-03-12, which is not after its first day, 2025-03-12")]
    [InlineData("{ above: 100000, ", "{ ", "29: a tier needs 'above'")]
    [InlineData("rank: vendor", "rank: maker", "9: rank is 'maker'; it must be one of vendor, provider, aggregator, community")]
    [InlineData("    rank: vendor\n", "", "7: 'rank' is missing in this source; add it")]
    [InlineData("    as_of: 2025-03-12\n", "", "7: 'as_of' is missing in this source; add it")]
    [InlineData("    url: https://acme.example/lark\n", "", "7: 'url' and 'no_url' are both missing in this source")]
    [InlineData("https://acme.example/lark", "acme.example", "8: url is 'acme.example'; it must begin with https:// or http://")]
    [InlineData("name: Lark 7B\n", "", "1: 'name' is missing at the top; add it")]
    [InlineData("aliases: [lark]", "aliases: [lark", "not YAML")]
    [InlineData("aliases: [lark]", "aliases: *names", "4: references (*names) are not read")]
    public void A_fault_is_told_with_file_line_and_fix(string good, string bad, string fault)
    {
        Catalogue.Model.ShouldContain(good);
        var at = Catalogue.Model.IndexOf(good, StringComparison.Ordinal);
        var text = Catalogue.Model[..at] + bad + Catalogue.Model[(at + good.Length)..];
        Should.Throw<ImportException>(() => Catalogue.Parse(Lark, text)).Problems.ShouldContain(p => p.StartsWith(Lark + ":", StringComparison.Ordinal) && p.Contains(fault), string.Join('\n', Should.Throw<ImportException>(() => Catalogue.Parse(Lark, text)).Problems));
    }

    [Theory]
    [InlineData("models/acme/Lark.yaml", "makes the id 'acme/Lark'")]
    [InlineData("models/lark.yaml", "a model's is models/organization/model.yaml")]
    [InlineData("moods/lark.yaml", "in no known folder")]
    [InlineData("providers/other.yml", "does not end in .yaml")]
    public void A_path_that_makes_no_id_is_a_fault(string name, string fault) =>
        Should.Throw<ImportException>(() => Catalogue.Parse(name, Catalogue.Model)).Message.ShouldContain(fault);

    [Fact]
    public void All_faults_are_told_together()
    {
        var faults = Should.Throw<ImportException>(() => Catalogue.Parse(Lark, Catalogue.Model.Replace("7.2B", "seven").Replace("rank: vendor", "rank: maker"))).Problems;
        faults.Count.ShouldBe(2);
        faults[0].ShouldStartWith($"{Lark}:9:");
    }

    [Fact]
    public void An_unknown_successor_is_a_note_and_no_fault() => Catalogue.Parse().Notes.ShouldHaveSingleItem().Text.ShouldContain("acme/owl");

    [Fact]
    public void The_same_catalogue_is_not_parsed_again_and_a_removed_claim_ends_on_the_day_of_the_import()
    {
        using var folder = new TemporaryFolder();
        Catalogue.Write(folder);
        var store = Store.Open(folder.In("assay.db"));
        var importing = new Importing(store);
        importing.Import(new AssayCatalogue(), folder.In("catalog")).Claims.Added.ShouldBe(new ClaimStore(store).LoadClaims().Count);
        importing.Import(new AssayCatalogue(), folder.In("catalog")).AlreadyThere.ShouldBeTrue();

        Catalogue.Write(folder, Lark, Catalogue.Model.Replace("      tasks: { ocr: yes }\n", ""));
        importing.Import(new AssayCatalogue(), folder.In("catalog"), new DateOnly(2027, 1, 1)).Claims.Ended.ShouldBe(1);
        new ClaimStore(store).LoadClaims().Single(c => c.Property.Name == "task.ocr").To.ShouldBe(new DateOnly(2027, 1, 1));
    }

    [Fact]
    public void One_fault_keeps_everything_out()
    {
        using var folder = new TemporaryFolder();
        Catalogue.Write(folder, Lark, "name: [");
        var store = Store.Open(folder.In("assay.db"));
        Should.Throw<ImportException>(() => new Importing(store).Import(new AssayCatalogue(), folder.In("catalog")));
        new ClaimStore(store).LoadClaims().ShouldBeEmpty();
    }

    [Fact]
    public void The_catalogue_of_this_repository_has_no_fault()
    {
        var folder = Path.Combine(TestData.Repository, "catalog");
        Assert.SkipUnless(Directory.Exists(folder), "There is no catalog/ in this checkout.");
        var importer = new AssayCatalogue();
        importer.Parse(importer.Read(folder), new() { Today = new(2026, 7, 2) }).Claims.ShouldNotBeEmpty();
    }
}
