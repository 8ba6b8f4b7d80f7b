using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Assay.Adapters.Storage;
using Assay.Adapters.Storage.Turns;
using Assay.Calls;
using Assay.Playground;
using Shouldly;
using Xunit;

namespace Assay.Tests.Playground;

public sealed class TurnStoreTests : IDisposable
{
    private const string Variable = "ASSAY_TEST_TURN_FOR_EVER";
    private readonly TemporaryFolder folder = new();
    private readonly TurnStore store;

    public TurnStoreTests() => store = new(Store.Open(folder.In("assay.db")));

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_turn_comes_back_as_it_was_put_in()
    {
        var image = Image(1);
        var turn = Begin(1, ModelTask.Ocr, "Read it.", "p/a", "p/b", "p/c") with { Reference = "TOTAL 12.30", Images = [image.Sent] };
        var request = ScriptedModels.Request("p/a", ModelTask.Ocr, "Read it.", image) with { Parameters = new() { MaxOutputTokens = 400, Stop = ["\n\n"] } };
        var replied = ScriptedModels.Replied(request, "TOTAL 12.80") with { NotHonoured = new Dictionary<string, string> { ["seed"] = "no such parameter" } };
        var failed = replied with
        {
            Model = new("p", "b"), Outcome = new CallOutcome.Failed(new(FailureKind.RateLimited, "Too many requests.") { Status = 429, RetryAfter = TimeSpan.FromSeconds(7), MayPass = true }, "TOT"), Usage = null, Cost = null,
            Attempts = [new(1, ScriptedModels.Started) { Duration = TimeSpan.FromMilliseconds(3), Status = 429, Failure = new(FailureKind.RateLimited, "Too many requests.") }],
        };
        store.Begin(turn, [image]);
        store.End(turn.Id, 0, replied);
        store.End(turn.Id, 1, failed);

        var found = store.Find(turn.Id)!;
        (found with { Lanes = [], Images = [] }).ShouldBe(turn with { Lanes = [], Images = [] });
        found.Images.ShouldBe(turn.Images);
        found.Lanes.Select(l => l.Model.ToString()).ShouldBe(["p/a", "p/b", "p/c"]);
        Plain(found.Lanes[0].Transcript!).ShouldBeEquivalentTo(Plain(replied));
        Plain(found.Lanes[1].Transcript!).ShouldBeEquivalentTo(Plain(failed));
        found.Lanes[2].Transcript.ShouldBeNull();
        var (kept, sent) = (store.Exchange(turn.Id, 0)!, replied.Exchange!);
        (kept.Method, kept.Address, kept.RequestHeaders.Single(), kept.ReplyHeaders.Single()).ShouldBe((sent.Method, sent.Address, sent.RequestHeaders.Single(), sent.ReplyHeaders.Single()));
        kept.Request.ToArray().ShouldBe(sent.Request.ToArray());
        kept.Reply!.Value.ToArray().ShouldBe(sent.Reply!.Value.ToArray());
        store.Exchange(turn.Id, 2).ShouldBeNull();
        store.Image(image.Hash)!.Bytes.ToArray().ShouldBe(image.Bytes.ToArray());
        store.Image(new string('0', 64)).ShouldBeNull();
    }

    [Fact]
    public void A_lane_ends_once()
    {
        var turn = Begin(1, ModelTask.Chat, "Hello", "p/a");
        store.Begin(turn, []);
        store.End(turn.Id, 0, ScriptedModels.Replied(ScriptedModels.Request("p/a"), "one"));
        Should.Throw<Microsoft.Data.Sqlite.SqliteException>(() => store.End(turn.Id, 0, ScriptedModels.Replied(ScriptedModels.Request("p/a"), "two")));
        store.Find(turn.Id)!.Lanes[0].Transcript!.Text.ShouldBe("one");
    }

    [Fact]
    public void The_history_is_searched_by_words_model_and_task_newest_first()
    {
        foreach (var (n, task, prompt, model, reply) in ((int, ModelTask, string, string, string)[])
        [
            (1, ModelTask.Chat, "How tall is a giraffe?", "openrouter/acme/owl", "About 5 m"),
            (2, ModelTask.Ask, "100% sure?", "local/eye", "No_idea"),
            (3, ModelTask.Chat, "A giraffe again", "groq/heron", "yes"),
        ])
        {
            var turn = Begin(n, task, prompt, model);
            store.Begin(turn, []);
            store.End(turn.Id, 0, ScriptedModels.Replied(ScriptedModels.Request(model, task, prompt), reply));
        }
        Prompts(new()).ShouldBe(["A giraffe again", "100% sure?", "How tall is a giraffe?"]);
        Prompts(new("GIRAFFE")).ShouldBe(["A giraffe again", "How tall is a giraffe?"]);
        Prompts(new("giraffe 5")).ShouldBe(["How tall is a giraffe?"]);
        Prompts(new("0%")).ShouldBe(["100% sure?"]);
        Prompts(new("o_i")).ShouldBe(["100% sure?"]);
        Prompts(new(Model: "acme/owl")).ShouldBe(["How tall is a giraffe?"]);
        Prompts(new("giraffe", Task: ModelTask.Ask)).ShouldBeEmpty();
        var page = store.List(new(), 2, 2);
        (page.Total, page.Turns.Single().Prompt).ShouldBe((3, "How tall is a giraffe?"));
    }

    [Fact]
    public void Deleting_a_turn_deletes_its_bytes_but_not_those_that_another_turn_holds()
    {
        var (mine, shared) = (Image(1), Image(2));
        var first = Begin(1, ModelTask.Ask, "What?", "p/a") with { Images = [mine.Sent, shared.Sent] };
        var second = Begin(2, ModelTask.Ask, "What?", "p/a") with { Images = [shared.Sent] };
        store.Begin(first, [mine, shared]);
        store.Begin(second, [shared]);
        store.End(first.Id, 0, ScriptedModels.Replied(ScriptedModels.Request("p/a"), "one"));

        store.Delete(first.Id).ShouldBeTrue();
        store.Delete(first.Id).ShouldBeFalse();
        store.Find(first.Id).ShouldBeNull();
        store.Image(mine.Hash).ShouldBeNull();
        store.Image(shared.Hash).ShouldNotBeNull();
        store.Delete(second.Id).ShouldBeTrue();
        using var connection = Store.Open(folder.In("assay.db")).Connect();
        using var count = connection.CreateCommand();
        count.CommandText = "select count(*) from blob";
        count.ExecuteScalar().ShouldBe(0L);
    }

    [Fact]
    public void A_reference_can_be_set_later_and_removed()
    {
        var turn = Begin(1, ModelTask.Ocr, "", "p/a");
        store.Begin(turn, []);
        store.Refer(turn.Id, "the text").ShouldBeTrue();
        store.Find(turn.Id)!.Reference.ShouldBe("the text");
        store.Refer(turn.Id, null).ShouldBeTrue();
        store.Find(turn.Id)!.Reference.ShouldBeNull();
        store.Refer(Begin(2, ModelTask.Ocr, "", "p/a").Id, "x").ShouldBeFalse();
    }

    [Fact]
    public async Task A_process_killed_in_the_middle_of_a_turn_leaves_the_lanes_that_had_ended()
    {
        var path = folder.In("killed.db");
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, UseShellExecute = false };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet") start.ArgumentList.Add(typeof(TurnStoreTests).Assembly.Location);
        start.Environment[Variable] = path;
        using var child = Process.Start(start)!;
        (await child.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken)).ShouldBe("half");
        child.Kill();
        await child.WaitForExitAsync(TestContext.Current.CancellationToken);

        var turn = new TurnStore(Store.Open(path)).List(new(), 1, 10).Turns.ShouldHaveSingleItem();
        turn.Lanes[0].Transcript!.Text.ShouldBe("done");
        turn.Lanes[1].Transcript.ShouldBeNull();
    }

    /// <summary>The child: one lane ends, the other never does.</summary>
    [ModuleInitializer]
    internal static void RunForEver()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } path) return;
        var kept = new TurnStore(Store.Open(path));
        var turn = Begin(1, ModelTask.Chat, "Hello", "p/a", "p/b");
        kept.Begin(turn, []);
        kept.End(turn.Id, 0, ScriptedModels.Replied(ScriptedModels.Request("p/a"), "done"));
        Console.WriteLine("half");
        Thread.Sleep(Timeout.Infinite);
    }

    /// <summary>Without the exchange, and with lists of one kind: how a list came about is no difference.</summary>
    private static Transcript Plain(Transcript t) => t with
    {
        Exchange = null, Images = t.Images.ToArray(), Attempts = t.Attempts.ToArray(), Asked = t.Asked with { Stop = t.Asked.Stop.ToArray() },
        NotHonoured = new SortedDictionary<string, string>(t.NotHonoured.ToDictionary(), StringComparer.Ordinal),
        Outcome = t.Outcome is CallOutcome.Replied r ? r with { ToolCalls = r.ToolCalls.ToArray() } : t.Outcome,
    };

    private string[] Prompts(TurnSearch search) => [.. store.List(search, 1, 100).Turns.Select(t => t.Prompt)];

    private static Turn Begin(int minute, ModelTask task, string prompt, params string[] models) => new()
    {
        Id = TurnId.Create(ScriptedModels.Started.AddMinutes(minute), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]), Created = ScriptedModels.Started.AddMinutes(minute), Task = task, Prompt = prompt,
        Lanes = [.. models.Select((m, i) => new Lane(i, ScriptedModels.Request(m).Model))],
    };

    private static CallImage Image(byte seed)
    {
        byte[] bytes = [0x89, 0x50, seed];
        return new(Convert.ToHexStringLower(SHA256.HashData(bytes)), "image/png", 4, 3, bytes);
    }
}
