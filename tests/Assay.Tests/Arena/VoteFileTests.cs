using System.Globalization;
using Assay.Adapters.Importers;
using Assay.Adapters.Storage;
using Assay.Adapters.Storage.Arena;
using Assay.Arena;
using Shouldly;
using Xunit;

namespace Assay.Tests.Arena;

public sealed class VoteFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly Store store;
    private readonly VoteFiles files;
    private readonly ArenaStore arena;

    public VoteFileTests()
    {
        store = Store.Open(folder.In("assay.db"));
        (files, arena) = (new(store), new(store));
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_public_form_is_read_with_columns_in_any_order_and_others_passed_over()
    {
        var import = files.Import(Csv("winner,model_a,turn,model_b,tstamp,judge", "model_a,owl,1,heron,1682351591.13,x1", "tie (bothbad),owl,2,heron,,", "tie,\"heron, the second\",1,owl,2026-07-02T10:00:00Z,x2", "both_bad,heron,1,owl,,x2"));
        (import.Votes, import.Models, import.Before).ShouldBe((4, 3, null));
        import.PassedOver.ShouldBe(["turn"]);
        arena.Sum(0, 99).ShouldBe([new(null, "heron", "owl", 0, 0, 0, 1), new(null, "heron, the second", "owl", 0, 0, 1, 0), new(null, "owl", "heron", 1, 0, 0, 1)], ignoreOrder: true);
    }

    [Fact]
    public void The_same_file_twice_changes_nothing_and_says_so()
    {
        var file = Csv("model_a,model_b,winner", "owl,heron,model_a");
        files.Import(file);
        var again = files.Import(file);
        (again.Votes, again.Before).ShouldBe((0, 1));
        again.Since.ShouldNotBeNull();
        arena.Newest().ShouldBe(1);
    }

    [Theory]
    [InlineData("model_a,model_b", "votes.csv:1: no column winner in the heading 'model_a,model_b'; a list of votes needs model_a, model_b, winner.")]
    [InlineData("model_a,model_b,winner,winner", "votes.csv:1: the column winner stands twice")]
    [InlineData("", "votes.csv: the file is empty")]
    [InlineData("model_a,model_b,winner", "votes.csv: there is no vote below the heading.")]
    [InlineData("model_a,model_b,winner\nowl,heron,A", "votes.csv:2: winner 'A' is not one of model_a, model_b, tie, tie (bothbad), both_bad.")]
    [InlineData("model_a,model_b,winner\nowl,owl,tie", "votes.csv:2: model_a and model_b are both 'owl'")]
    [InlineData("model_a,model_b,winner\nowl,,tie", "votes.csv:2: model_b is empty")]
    [InlineData("model_a,model_b,winner\nowl,heron", "votes.csv:2: 2 values under a heading of 3")]
    [InlineData("model_a,model_b,winner,tstamp\nowl,heron,tie,1682351591132", "votes.csv:2: tstamp '1682351591132' is not a time from 2000 to 2099")]
    [InlineData("model_a,model_b,winner\n\"owl,heron,tie", "votes.csv:2: a quoted field does not end")]
    [InlineData("model_a,model_b,winner\n\"ow\nl\",heron,tie", "votes.csv:2: model_a holds a control character or a line break")]
    public void A_file_with_a_fault_is_refused_with_line_and_reason(string text, string words)
    {
        var file = folder.In("votes.csv");
        File.WriteAllText(file, text);
        Should.Throw<ImportException>(() => files.Import(file)).Message.ShouldContain(words);
        arena.Newest().ShouldBe(0);
    }

    [Fact]
    public void A_fault_in_the_last_line_leaves_nothing_and_every_fault_has_its_line()
    {
        var file = Csv(["model_a,model_b,winner", .. Enumerable.Repeat("owl,heron,tie", 5_000), "owl,heron,draw", "owl,owl,tie"]);
        Should.Throw<ImportException>(() => files.Import(file)).Problems.Select(p => p.Split(": ")[0]).ShouldBe(["votes.csv:5002", "votes.csv:5003"]);
        arena.Newest().ShouldBe(0);
        File.WriteAllText(file, "model_a,model_b,winner\nowl,heron,tie\n");
        files.Import(file).Votes.ShouldBe(1);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_refused()
    {
        var file = folder.In("votes.csv");
        File.WriteAllBytes(file, [.. "model_a,model_b,winner\nowl,"u8, 0xff, 0xfe, .. ",tie\n"u8]);
        Should.Throw<ImportException>(() => files.Import(file)).Message.ShouldContain("is not UTF-8");
    }

    [Fact]
    public void A_dry_run_checks_it_all_and_changes_nothing()
    {
        files.Import(Csv("model_a,model_b,winner", "owl,heron,tie"), dryRun: true).Votes.ShouldBe(1);
        arena.Newest().ShouldBe(0);
    }

    [Fact]
    public void What_is_exported_is_read_into_another_store_with_the_same_sums_and_never_into_its_own()
    {
        files.Import(Csv("model_a,model_b,winner,judge,tstamp,language,task", "=owl,\"he\"\"ron, 2\",model_b,j1,1682351591.132,English,ocr", "owl,heron,tie (bothbad),,,,"));
        var battle = ArenaStoreTests.Battle(3);
        arena.Begin(battle, null);
        arena.Vote(battle, "v1", VoteOutcome.Left, new(2026, 7, 2, 10, 0, 0, 5, TimeSpan.Zero));
        var out1 = Exported(files);
        out1.ShouldBe(
            "model_a,model_b,winner,judge,tstamp,language,task,battle\r\n" +
            "'=owl,\"he\"\"ron, 2\",model_b,j1,1682351591.132,English,ocr,\r\n" +
            "owl,heron,tie (bothbad),,,,,\r\n" +
            $"m/a,m/b,model_a,v1,1782986400.005,,chat,{battle.Id}\r\n");

        var file = folder.In("exported.csv");
        File.WriteAllText(file, out1);
        Should.Throw<ImportException>(() => files.Import(file)).Message.ShouldContain($"exported.csv:4: battle '{battle.Id}' was fought in this very store");

        var other = Store.Open(folder.In("other.db"));
        var there = new VoteFiles(other);
        there.Import(file).Votes.ShouldBe(3);
        Exported(there).ShouldBe(out1);
        new ArenaStore(other).Sum(0, 99).ShouldBe(arena.Sum(0, 99), ignoreOrder: true);
        File.AppendAllText(file, "\r\n");
        Should.Throw<ImportException>(() => there.Import(file)).Message.ShouldContain("is there already");
    }

    [Fact]
    public void Many_votes_are_read_without_holding_them()
    {
        const int votes = 60_000;
        var file = folder.In("many.csv");
        using (var output = new StreamWriter(file))
        {
            output.Write("model_a,model_b,winner,judge,tstamp\n");
            for (var i = 0; i < votes; i++) output.Write(string.Create(CultureInfo.InvariantCulture, $"model-{i % 40},model-{40 + i % 41},{(i % 3 == 0 ? "model_a" : i % 3 == 1 ? "model_b" : "tie")},judge-{i},{1_700_000_000 + i}.5\n"));
        }
        files.Import(file).ShouldBe(new("many.csv", files.Import(file).Sha256, votes, 81, [], null, null), new ByFigures());
        var sums = arena.Sum(0, arena.Newest());
        (sums.Sum(t => t.LeftWins), sums.Sum(t => t.RightWins), sums.Sum(t => t.Ties)).ShouldBe((votes / 3, votes / 3, votes / 3));
    }

    private sealed class ByFigures : IEqualityComparer<VoteImport>
    {
        public bool Equals(VoteImport? x, VoteImport? y) => (x!.Votes, x.Models, x.Sha256) == (y!.Votes, y.Models, y.Sha256);
        public int GetHashCode(VoteImport obj) => obj.Votes;
    }

    private static string Exported(VoteFiles votes)
    {
        using var output = new StringWriter();
        votes.Export(output);
        return output.ToString();
    }

    private string Csv(params string[] lines)
    {
        var file = folder.In("votes.csv");
        File.WriteAllText(file, string.Join('\n', lines) + "\n");
        return file;
    }
}
