using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Assay.Adapters.Engines.Files;
using Assay.Adapters.Storage;
using Assay.Calls;
using Assay.Host;
using Assay.Host.Cli;
using Assay.Tests.Decisions;
using Shouldly;
using Xunit;

namespace Assay.Tests.Cli;

/// <summary>Each fault made for real, and found.</summary>
public sealed class DoctorFaultTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly MovingClock clock = new(new(2026, 7, 2));
    private readonly Dictionary<string, string> variables = [];
    private Func<CallRequest, CallOutcome>? answer;

    public DoctorFaultTests() => variables["ASSAY_ENGINES"] = folder.In("engines");

    private string StorePath => folder.In("assay.db");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_sound_installation_has_no_fault_and_fits_60_columns()
    {
        var (code, text) = await Doctor();
        code.ShouldBe(ExitCode.Done, text);
        text.Split('\n').Where(l => l.Length > 60 && !l.Contains("://", StringComparison.Ordinal)).ShouldBeEmpty();
        (await Doctor("--quiet")).Text.Trim().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("wach: [openai/gpt-4o]\n", "assay.yaml:1: unknown setting 'wach', perhaps 'watch'")]
    [InlineData("watch: []\nsync: { every: 1s }\n", "assay.yaml:2:")]
    public async Task A_setting_that_cannot_be_used_is_told_with_file_line_and_fix(string settings, string told)
    {
        folder.Write("assay.yaml", settings);
        await ShouldFail("settings", told, "docs/settings.md lists every setting");
    }

    [Theory]
    [InlineData(null, "assay.yaml names OWL_KEY for owls: it is not set")]
    [InlineData("", "OWL_KEY for owls: it is set but empty")]
    [InlineData("two words", "OWL_KEY for owls: it holds blanks or characters that no key has")]
    public async Task A_key_that_the_settings_name_and_that_is_not_there_is_told_and_its_value_never(string? value, string told)
    {
        folder.Write("assay.yaml", "providers:\n  owls: { protocol: openai-chat, base_url: 'https://owls.example/v1', api_key_env: OWL_KEY }\n");
        if (value is not null) variables["OWL_KEY"] = value;
        var text = await ShouldFail("key of owls", told, "Set OWL_KEY to the key");
        if (value is { Length: > 0 }) text.ShouldNotContain(value);
    }

    [Fact]
    public async Task A_store_that_another_process_is_writing_to_is_told()
    {
        await Doctor();
        using var connection = Store.Open(StorePath).Connect();
        using var command = connection.CreateCommand();
        command.CommandText = "begin exclusive";
        command.ExecuteNonQuery();
        var text = await ShouldFail("store", "is locked: another process has been writing to it for 2 seconds", "Wait for its import or run to end");
        text.ShouldContain("4 models", customMessage: "what can be read is told all the same");
    }

    [Fact]
    public async Task A_damaged_store_is_told()
    {
        await Doctor();
        var bytes = await File.ReadAllBytesAsync(StorePath, TestContext.Current.CancellationToken);
        for (var i = 4096 * 4; i < bytes.Length - 4096; i++) bytes[i] = (byte)(i * 31L % 251);
        await File.WriteAllBytesAsync(StorePath, bytes, TestContext.Current.CancellationToken);
        await ShouldFail("store", "damaged", "import again");
    }

    [Fact]
    public async Task A_store_of_a_newer_version_is_told()
    {
        await Doctor();
        using (var connection = Store.Open(StorePath).Connect())
        using (var command = connection.CreateCommand())
        {
            command.CommandText = "insert into migration (number, name, applied_at) values (999, 'later', '2030-01-01')";
            command.ExecuteNonQuery();
        }
        await ShouldFail("store", "is at version 999", "update this program");
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_one_is_told() => await ShouldFail("data folder", "cannot be written", "--data or ASSAY_DATA", folder.Write("file", "x"));

    [Fact]
    public async Task A_data_folder_that_may_not_be_written_is_told()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess, "Whoever runs the tests may write everywhere.");
        var closed = Directory.CreateDirectory(folder.In("closed")).FullName;
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(closed, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        await ShouldFail("data folder", "cannot be written", "--data or ASSAY_DATA", closed);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(closed, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [Fact]
    public async Task A_disk_that_is_full_is_told()
    {
        var small = DriveInfo.GetDrives().Where(d => d is { IsReady: true, AvailableFreeSpace: > 4_000_000 and < 150_000_000 }).Select(d => d.RootDirectory.FullName).FirstOrDefault(CanWrite);
        Assert.SkipWhen(small is null, "No disk here has between 4 and 150 MB free.");
        var there = Directory.CreateDirectory(Path.Combine(small!, $"assay-{Guid.NewGuid():N}")).FullName;
        await ShouldFail("free disk", "where 200.0 MB are needed", "Free some space", there);
        Directory.Delete(there, recursive: true);
    }

    [Fact]
    public async Task Engines_that_are_there_in_part_or_damaged_are_told_file_by_file()
    {
        var engines = new EngineFolder(variables["ASSAY_ENGINES"]);
        var file = engines.Files.MinBy(f => f.Size)!;
        Directory.CreateDirectory(Path.GetDirectoryName(engines.PathOf(file))!);
        using (var stream = File.Create(engines.PathOf(file))) stream.SetLength(file.Size);
        var text = await ShouldFail("local engines", $"{file.Name} has the hash", "then run 'assay engines install'");
        text.ShouldContain($"{engines.Files.First(f => f != file).Name} is missing");
    }

    [Fact]
    public async Task Engines_of_another_version_are_noted()
    {
        Directory.CreateDirectory(Path.Combine(variables["ASSAY_ENGINES"], "files-000000000000"));
        var (code, text) = await Doctor();
        code.ShouldBe(ExitCode.Done);
        Flat(text).ShouldContain("engines of another version of this program (files-000000000000)");
    }

    [Fact]
    public async Task A_web_address_that_is_taken_is_a_fault_where_it_was_named()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        await ShouldFail("web address", $"http://127.0.0.1:{port} cannot be listened on", "--urls", more: ["--urls", $"http://127.0.0.1:{port}"]);
        await ShouldFail("web address", "'here' is not an address to listen on", "Write it as http://127.0.0.1:5080", more: ["--urls", "here"]);
    }

    [Fact]
    public async Task A_clock_of_another_age_is_told()
    {
        await Doctor();
        clock.Day = new(2026, 6, 1);
        await ShouldFail("clock", "it says 2026-06-01 12:00 UTC, and a snapshot of assay was imported on 2026-07-02", "Set the clock of this machine");
        clock.Day = new(2019, 1, 1);
        await ShouldFail("clock", "which is before this program was written", "Set the clock of this machine");
    }

    [Fact]
    public async Task Models_are_called_only_where_they_are_named()
    {
        var called = new List<string>();
        answer = request =>
        {
            called.Add(request.Model.ToString());
            return request.Model.Model == "owl" ? new CallOutcome.Replied("ok", StopReason.Complete) : new CallOutcome.Failed(new(FailureKind.Unauthorized, "The key was refused."));
        };
        await Doctor();
        called.ShouldBeEmpty();
        await ShouldFail("call of acme/heron", "The key was refused.", "", more: ["--call", "acme/owl", "acme/heron", "nonsense"]);
        // Once for the text, once for the JSON.
        called.ShouldBe(["acme/owl", "acme/heron", "acme/owl", "acme/heron"]);
        var (_, text) = await Doctor("--call", "acme/owl", "nonsense");
        text.ShouldContain("✓ ok · call of acme/owl: it answered");
        Flat(text).ShouldContain("✗ failed · call of nonsense");
    }

    private async Task<string> ShouldFail(string check, string told, string fix, string? data = null, string[]? more = null)
    {
        var (code, text) = await Doctor(data ?? folder.Path, more ?? []);
        code.ShouldBe(ExitCode.Negative, text);
        Flat(text).ShouldContain($"✗ failed · {check}: ");
        Flat(text).ShouldContain(told);
        Flat(text).ShouldContain(fix);
        using var json = JsonDocument.Parse((await Doctor(data ?? folder.Path, [.. more ?? [], "--json"])).Text);
        json.RootElement.GetProperty("healthy").GetBoolean().ShouldBeFalse();
        json.RootElement.GetProperty("checks").EnumerateArray().ShouldContain(c => c.GetProperty("name").GetString() == check && !c.GetProperty("passed").GetBoolean());
        return Flat(text);
    }

    private Task<(int Code, string Text)> Doctor(params string[] more) => Doctor(folder.Path, more);

    private async Task<(int Code, string Text)> Doctor(string data, string[] more)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var surroundings = new Surroundings
        {
            Output = output, Error = error, Width = 60, CatalogFolder = Path.Combine(TestData.Folder, "cli-catalog"), WorkingFolder = folder.Path, Variables = variables, Variable = variables.GetValueOrDefault, Time = clock,
            Models = answer is { } reply ? ((request, _) => Reply(request, reply(request)), _ => []) : null,
        };
        var code = await Program.RunAsync(["doctor", "--data", data, .. more], surroundings, TestContext.Current.CancellationToken);
        error.ToString().ShouldBeEmpty();
        return (code, output.ToString());
    }

    private async IAsyncEnumerable<CallEvent> Reply(CallRequest request, CallOutcome outcome)
    {
        await Task.Yield();
        yield return new CallEvent.Ended(new() { Model = request.Model, Task = request.Task, Prompt = request.Prompt, Outcome = outcome, Started = clock.GetUtcNow(), Total = TimeSpan.Zero });
    }

    private static bool CanWrite(string path)
    {
        try
        {
            var probe = Path.Combine(path, $"assay-{Guid.NewGuid():N}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static string Flat(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
