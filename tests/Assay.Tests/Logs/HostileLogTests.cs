using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Assay.Adapters.Logs;
using Shouldly;
using Xunit;

namespace Assay.Tests.Logs;

/// <summary>Logs that are damaged, or were made to do damage.</summary>
public sealed class HostileLogTests : IDisposable
{
    private const string Header = """{"version":2,"status":"success","eval":{"task":"t","model":"a/b","created":"2026-01-01T00:00:00Z","dataset":{},"config":{}}}""";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(100_000)]
    public void Pieces_are_the_same_however_the_bytes_come(int portion)
    {
        var json = """ { "a": [1, {"x": "NaN , \" Infinity"}, NaN, -Infinity, -1.5] , "b": { "c": [ [2], Infinity ], "d": -7, "e": {"f": []} }, "g": "\u00e9 \ud83d x", "h": [] } """;
        var bytes = (byte[])[0xef, 0xbb, 0xbf, .. Encoding.UTF8.GetBytes(json)];
        JsonPieces.Read("x", new Drip(bytes, portion), "a", "b.c").Select(p => $"{p.Path} {p.Number} {p.Value.GetRawText()}").ShouldBe(
            ["a[] 1 1", "a[] 2 {\"x\": \"NaN , \\\" Infinity\"}", "a[] 3 null", "a[] 4 null", "a[] 5 -1.5", "b.c[] 1 [2]", "b.c[] 2 null", "b.d 0 -7", "b.e 0 {\"f\": []}", "g 0 \"\\u00e9 \\ufffd x\"", "h 0 []"]);
    }

    [Theory]
    [InlineData("""{"a": [1, 2""", "is not whole JSON, at line 1")]
    [InlineData("""{"a": [1, {"b": 2""", "x ")]
    [InlineData("""{"a": 1} {"a": 2}""", "goes on after its end")]
    [InlineData("""{"a": tru}""", "is not whole JSON, at line 1")]
    [InlineData("""[1]""", "is no record: it must be an object")]
    [InlineData("", "is not whole JSON, at line 1")]
    public void What_is_not_whole_is_refused(string json, string reason) =>
        Should.Throw<LogRefusedException>(() => JsonPieces.Read("x", new MemoryStream(Encoding.UTF8.GetBytes(json)), "a").ToArray()).Message.ShouldContain(reason);

    [Fact]
    public void Nesting_without_end_is_refused_and_not_followed()
    {
        var deep = "{\"samples\": " + new string('[', 100_000) + new string(']', 100_000) + "}";
        Should.Throw<LogRefusedException>(() => JsonPieces.Read("x", new MemoryStream(Encoding.UTF8.GetBytes(deep))).ToArray());
    }

    [Fact]
    public void Lines_are_read_one_by_one_and_a_bad_one_is_named() =>
        Should.Throw<LogRefusedException>(() => JsonLines.Read("x.jsonl", new MemoryStream("{\"a\":1}\n\n{\"a\":NaN}\r\n{\"a\":\n"u8.ToArray())).Select(l => l.Value.Compact).ToArray()).Message.ShouldStartWith("Line 4 of x.jsonl is not JSON");

    [Fact]
    public void A_log_as_zip_reads_as_the_same_log_as_json()
    {
        var json = JsonDocument.Parse(File.ReadAllText(SmallLogTests.In("inspect.json"))).RootElement;
        var parts = json.EnumerateObject().Where(p => p.Name != "samples").ToDictionary(p => p.Name, p => p.Value);
        var path = Zip([("header.json", JsonSerializer.Serialize(parts)), .. json.GetProperty("samples").EnumerateArray().Reverse().Select((s, i) => ($"samples/{i}.json", s.GetRawText())), ("summaries.json", "[broken"), ("../../evil.json", "{}"), ("samples/../../evil.txt", "x")]);
        var (zipped, plain) = (LogReading.One(path), LogReading.One(SmallLogTests.In("inspect.json")));
        LogReading.Told(zipped).ShouldBe(LogReading.Told(plain));
        SuiteOfLog.Hash(zipped.Suite, zipped.Samples).ShouldBe(SuiteOfLog.Hash(plain.Suite, plain.Samples));
        Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories).ShouldBe([path]);
    }

    [Fact]
    public void A_sample_that_was_written_twice_counts_as_it_was_last()
    {
        var run = LogReading.One(Zip([("header.json", Header), ("samples/1.json", Sample("first", "I")), ("samples/1.json", Sample("second", "C"))]));
        LogReading.Told(run).ShouldBe("1 samples, 1 models, 1 repetitions: 1 passed");
    }

    [Fact]
    public void A_run_that_was_not_finished_has_its_beginning_for_a_header()
    {
        var run = LogReading.One(Zip([("_journal/start.json", Header.Replace("success", "started", StringComparison.Ordinal)), ("samples/1.json", Sample("x", "C"))]));
        run.Notes.ShouldContain("The log was not finished when it was copied.");
    }

    [Fact]
    public void A_zip_that_fills_memory_is_refused_when_it_begins_to()
    {
        var path = Zip([("header.json", Header), ("samples/1.json", "{\"id\":1,\"epoch\":1,\"input\":\"" + new string('a', 40_000_000) + "\",\"target\":\"\"}")]);
        Should.Throw<LogRefusedException>(() => LogReading.One(path)).Message.ShouldContain("times its");
    }

    [Fact]
    public void A_way_of_packing_that_is_not_read_says_how_to_make_one_that_is()
    {
        var path = Zip([("header.json", Header), ("samples/1.json", Sample("x", "C"))]);
        var bytes = File.ReadAllBytes(path);
        // zstd is method 93: in each local header and in the directory at the end.
        for (var i = 0; i + 12 < bytes.Length; i++)
            if (bytes.AsSpan(i, 4).SequenceEqual("PK\u0003\u0004"u8)) bytes[i + 8] = 93;
            else if (bytes.AsSpan(i, 4).SequenceEqual("PK\u0001\u0002"u8)) bytes[i + 10] = 93;
        File.WriteAllBytes(path, bytes);
        Should.Throw<LogRefusedException>(() => LogReading.One(path)).Message.ShouldContain("inspect log convert --to json");
    }

    [Theory]
    [InlineData("samples", "{}")]
    [InlineData("version", "3")]
    [InlineData("eval", "null")]
    [InlineData("eval", "[]")]
    public void A_header_that_is_none_is_refused(string key, string value)
    {
        var path = folder.Write("log.json", "{\"version\":2,\"status\":\"success\",\"" + key + "\":" + value + ",\"task\":1}");
        Should.Throw<LogRefusedException>(() => LogReading.One(path, format: "inspect"));
    }

    [Fact]
    public void Links_in_a_folder_are_not_followed()
    {
        Directory.CreateDirectory(folder.In("in"));
        File.CreateSymbolicLink(folder.In("in/link.json"), SmallLogTests.In("inspect.json"));
        Directory.CreateSymbolicLink(folder.In("in/round"), folder.In("in"));
        LogFolder.Sources(folder.In("in"), null, []).ShouldBeEmpty();
    }

    [Fact]
    public void What_a_log_names_by_address_or_path_is_not_fetched()
    {
        var sample = """{"id":1,"epoch":1,"input":[{"role":"user","content":[{"type":"image","image":"http://127.0.0.1:9/x.png"},{"type":"image","image":"/etc/passwd"},{"type":"image","image":"data:image/png;base64,%%%"},{"type":"text","text":"?"}]}],"target":"a"}""";
        var log = LogReading.Read(Zip([("header.json", Header), ("samples/1.json", sample)])).Single();
        log.Images.Hashes.ShouldBeEmpty();
        log.Run.Samples[0].Images.ShouldBeEmpty();
        log.Run.Notes.ShouldContain(n => n.StartsWith("An image that the log names and does not hold (an address, a path): it is not fetched (2 times", StringComparison.Ordinal));
    }

    private static string Sample(string input, string value) =>
        """{"id":1,"epoch":1,"input":"INPUT","target":"a","output":{"choices":[{"message":{"content":"a"},"stop_reason":"stop"}]},"scores":{"m":{"value":"VALUE"}}}""".Replace("INPUT", input, StringComparison.Ordinal).Replace("VALUE", value, StringComparison.Ordinal);

    private string Zip(IEnumerable<(string Name, string Text)> entries)
    {
        var path = folder.In("log.eval");
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (name, text) in entries)
        {
            using var entry = new StreamWriter(zip.CreateEntry(name).Open());
            entry.Write(text);
        }
        return path;
    }

    /// <summary>Gives so many bytes at a time.</summary>
    private sealed class Drip(byte[] bytes, int portion) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer.Length > portion ? buffer[..portion] : buffer);
    }
}
