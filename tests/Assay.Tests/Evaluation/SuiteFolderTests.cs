using System.Security.Cryptography;
using Assay.Adapters.Images;
using Assay.Adapters.Suites;
using Assay.Calls;
using Assay.Evaluation;
using Assay.Playground;
using Shouldly;
using Xunit;

namespace Assay.Tests.Evaluation;

public sealed class SuiteFolderTests
{
    private const string About = "id: small\nversion: 1\ntitle: Small\nlicence: MIT\ncategories: [one, two]\ndefault_scorer: number\n";
    private const string First = """{"id":"a","category":"one","input":"How many?","target":"4"}""";

    [Fact]
    public void A_suite_is_read_with_all_it_says()
    {
        using var folder = new TemporaryFolder();
        folder.Write("suite.yaml", About + "repetitions: 3\ntask: chat\nsystem: Be short.\nparameters: { temperature: 0, max_output_tokens: 50, seed: 7 }\ndescription: What it is.\n");
        folder.Write("samples.jsonl", First + "\n\n" + """{"id":"b","category":"two","input":"Which?","target":["x",5,{"b":1,"a":2}],"scorer":{"id":"set","pass_at":0.50},"cluster":"k","difficulty":"hard"}""" + "\r\n");
        var suite = SuiteFolder.Open(folder.Path);
        suite.Count.ShouldBe(2);
        suite.About.ShouldSatisfyAllConditions(
            a => a.Repetitions.ShouldBe(3), a => a.Task.ShouldBe(ModelTask.Chat), a => a.System.ShouldBe("Be short."), a => a.Parameters.ShouldBe(new CallParameters { Temperature = 0, MaxOutputTokens = 50, Seed = 7, Stop = a.Parameters.Stop }), a => a.DefaultScorer.ShouldBe(new ScorerChoice("number")));
        var samples = suite.Samples().ToArray();
        samples[1].ShouldSatisfyAllConditions(
            s => s.Place.ShouldBe(1), s => s.Target.ShouldBe(["x", "5", """{"a":2,"b":1}"""]), s => s.Scorer.ShouldBe(new ScorerChoice("set", """{"pass_at":0.5}""")), s => s.Cluster.ShouldBe("k"), s => s.Difficulty.ShouldBe("hard"));
        suite.Samples(1).Select(s => s.Id).ShouldBe(["b"]);
        SuiteHash.Of(suite.About, suite.Samples()).ShouldBe(suite.Hash);
    }

    [Theory]
    [InlineData("id: small", "id: small\nunknwn: 1", "suite.yaml:2: unknown key 'unknwn'")]
    [InlineData("title: Small\n", "", "'title' is missing")]
    [InlineData("id: small", "id: Small One", "suite.yaml:1: the id is 'Small One'")]
    [InlineData("id: small", "id: small\nrepetitions: 0", "'repetitions' is '0'")]
    [InlineData("id: small", "id: small\ntask: see", "the task is 'see'; allowed are caption")]
    [InlineData("id: small", "id: small\nparameters: { temperature: 3 }", "from 0 to 2")]
    [InlineData("id: small", "id: small\nparameters: { temprature: 1 }", "perhaps 'temperature'")]
    [InlineData("[one, two]", "[one, one]", "listed twice")]
    [InlineData("[one, two]", "[]", "'categories' is a list")]
    [InlineData("number", "{ tolerance: 1 }", "'default_scorer' is a map")]
    [InlineData("number", "numbr", "samples.jsonl:1: the scorer 'numbr' is not known")]
    [InlineData("number", "{ id: number, tolerance: much }", "0 and above")]
    [InlineData("id: small", "id: [", "not YAML")]
    public void A_fault_of_the_suite_is_told_with_its_line(string was, string wrong, string told)
    {
        using var folder = new TemporaryFolder();
        folder.Write("suite.yaml", About.Replace(was, wrong, StringComparison.Ordinal));
        folder.Write("samples.jsonl", First);
        Should.Throw<SuiteException>(() => SuiteFolder.Open(folder.Path)).Message.ShouldContain(told);
    }

    [Theory]
    [InlineData("""{"id":"a","category":"three","input":"x","target":"4"}""", "none of the suite's")]
    [InlineData("""{"id":"a","category":"one","input":"x","target":"4","extra":1}""", "unknown key 'extra'")]
    [InlineData("""{"id":"a","category":"one","input":"x","taget":"4"}""", "perhaps 'target'")]
    [InlineData("""{"id":"a","category":"one","input":"x","target":[]}""", "empty list")]
    [InlineData("""{"id":"a","category":"one","input":" ","target":"4"}""", "not blank")]
    [InlineData("""{"id":"a","id":"b","category":"one","input":"x","target":"4"}""", "not JSON")]
    [InlineData("""{"id":"a","category":"one","input":"x","target":"4" """, "not JSON")]
    [InlineData("""["a"]""", "no object")]
    [InlineData("""{"id":"a","category":"one","input":"x","target":"many"}""", "not one number")]
    [InlineData("""{"id":"a","category":"one","input":"x","target":"4","difficulty":"tricky"}""", "easy, medium, hard")]
    [InlineData("""{"id":"a","category":"one","input":"x","target":"4","scorer":{"id":"number","tol":1}}""", "no option 'tol'")]
    [InlineData("""{"id":"a","category":"one","input":"x","target":"4","scorer":5}""", "'scorer' is 5")]
    [InlineData("""{"id":"a","category":"one","input":"x","target":"4","images":["../a.png"]}""", "leads out")]
    [InlineData("""{"id":"a","category":"one","input":"x","target":"4","images":["/etc/passwd"]}""", "leads out")]
    [InlineData("""{"id":"a","category":"one","input":"x","target":"4","images":["c:\\a.png"]}""", "backslash")]
    [InlineData("""{"id":"a","category":"one","input":"x","target":"4","images":["images/none.png"]}""", "is not in the suite's folder")]
    [InlineData("""{"id":"a","category":"one","input":"x","target":"4","images":["suite.yaml"]}""", "cannot be used")]
    [InlineData("""{"id":"a","category":"one","input":"\ud800","target":"4"}""", "not JSON")]
    public void A_fault_of_a_sample_is_told_with_its_line(string line, string told)
    {
        using var folder = Small("""{"id":"first","category":"one","input":"y","target":"4"}""" + "\n" + line);
        var faults = Should.Throw<SuiteException>(() => SuiteFolder.Open(folder.Path)).Faults;
        faults[0].ShouldStartWith("samples.jsonl:2: ");
        faults[0].ShouldContain(told);
    }

    [Fact]
    public void All_faults_are_told_up_to_a_hundred()
    {
        using var folder = Small(string.Join('\n', Enumerable.Range(0, 150).Select(i => $$"""{"id":"{{i}}","category":"three","input":"x","target":"4"}""")));
        var faults = Should.Throw<SuiteException>(() => SuiteFolder.Open(folder.Path)).Faults;
        faults.Count.ShouldBe(101);
        faults[^1].ShouldBe("and 50 more faults; correct these first");
    }

    [Fact]
    public void A_doubled_id_names_the_line_it_stands_in_already()
    {
        using var folder = Small(First + "\n" + First.Replace("How many?", "How few?", StringComparison.Ordinal));
        Should.Throw<SuiteException>(() => SuiteFolder.Open(folder.Path)).Message.ShouldContain("samples.jsonl:2: the id 'a' is doubled: it stands in line 1");
    }

    [Fact]
    public void A_link_out_of_the_folder_is_not_followed()
    {
        using var outside = new TemporaryFolder();
        File.WriteAllBytes(outside.In("a.png"), Png());
        using var folder = Small("""{"id":"a","category":"one","input":"x","target":"4","images":["images/a.png"]}""");
        Directory.CreateDirectory(folder.In("images"));
        File.CreateSymbolicLink(folder.In("images/a.png"), outside.In("a.png"));
        Should.Throw<SuiteException>(() => SuiteFolder.Open(folder.Path)).Message.ShouldContain("a link that leads out");
        File.Delete(folder.In("images/a.png"));
        Directory.Delete(folder.In("images"));
        Directory.CreateSymbolicLink(folder.In("images"), outside.Path);
        Should.Throw<SuiteException>(() => SuiteFolder.Open(folder.Path)).Message.ShouldContain("a link that leads out");
    }

    [Fact]
    public void The_hash_does_not_depend_on_how_the_files_are_written()
    {
        using var one = Small("""{"id":"a","category":"one","input":"How many?","target":"4","scorer":{"id":"number","tolerance":0.5,"unit":"mm"}}""" + "\n");
        using var other = new TemporaryFolder();
        other.Write("suite.yaml", "default_scorer: { id: number }\r\ncategories:\r\n  - one\r\n  - two\r\nlicence: MIT\r\ntitle: 'Small'\r\nversion: \"1\"\r\nid: small\r\nrepetitions: 1\r\n");
        other.Write("samples.jsonl", "\ufeff\r\n" + """  { "target" : ["4"], "scorer":{"unit":"mm","tolerance":0.50,"id":"number"},"input":"How m\u0061ny?", "category":"one","id":"a"}  """ + "\r\n");
        SuiteFolder.Open(other.Path).Hash.ShouldBe(SuiteFolder.Open(one.Path).Hash);
    }

    [Theory]
    [InlineData("\"id\":\"a\"", "\"id\":\"b\"")]
    [InlineData("How many?", "How many ?")]
    [InlineData("\"4\"", "\"5\"")]
    [InlineData("\"category\":\"one\"", "\"category\":\"two\"")]
    [InlineData("\"target\"", "\"scorer\":\"text\",\"target\"")]
    [InlineData("\"target\"", "\"cluster\":\"c\",\"target\"")]
    public void The_hash_depends_on_what_is_asked_and_what_is_right(string was, string now)
    {
        using var one = Small(First);
        using var other = Small(First.Replace(was, now, StringComparison.Ordinal));
        SuiteFolder.Open(other.Path).Hash.ShouldNotBe(SuiteFolder.Open(one.Path).Hash);
    }

    [Fact]
    public void The_hash_depends_on_parameters_and_on_the_bytes_of_images_and_not_on_their_names()
    {
        const string Line = """{"id":"a","category":"one","input":"x","target":"4","images":["images/a.png"]}""";
        using var one = Small(Line);
        Directory.CreateDirectory(one.In("images"));
        File.WriteAllBytes(one.In("images/a.png"), Png());
        File.WriteAllBytes(one.In("images/b.png"), Png());
        var hash = SuiteFolder.Open(one.Path).Hash;
        one.Write("samples.jsonl", Line.Replace("a.png", "b.png", StringComparison.Ordinal));
        SuiteFolder.Open(one.Path).Hash.ShouldBe(hash);
        File.WriteAllBytes(one.In("images/b.png"), [.. Png(), 0]);
        SuiteFolder.Open(one.Path).Hash.ShouldNotBe(hash);
        File.WriteAllBytes(one.In("images/b.png"), Png());
        one.Write("suite.yaml", About + "parameters: { temperature: 0 }\n");
        SuiteFolder.Open(one.Path).Hash.ShouldNotBe(hash);
    }

    [Fact]
    public void A_plain_image_is_sent_as_it_is_and_one_with_metadata_is_not()
    {
        using var work = new ImageWork(null);
        using var folder = Small("""{"id":"a","category":"one","input":"x","target":"4","images":["a.png"]}""");
        File.WriteAllBytes(folder.In("a.png"), Png());
        var suite = SuiteFolder.Open(folder.Path);
        var images = new SuiteImages(suite, new(work), new());
        var sample = suite.Samples().Single().Images.Single();
        images.Image(sample).ShouldSatisfyAllConditions(
            i => i.Bytes.ToArray().ShouldBe(Png()), i => i.Hash.ShouldBe(sample.Hash), i => (i.Width, i.Height, i.MediaType).ShouldBe((1, 1, "image/png")));
        PlainImage.Of(WithText(Png()), new('0', 64), new()).ShouldBeNull("a text chunk would be sent along");
        PlainImage.Of(Png(), new('0', 64), new() { MostSentBytes = 10 }).ShouldBeNull();
        PlainImage.Of((byte[])[.. Png(), 1, 2, 3], new('0', 64), new()).ShouldBeNull("what is hidden behind the end would be sent along");
        File.WriteAllBytes(folder.In("a.png"), WithText(Png()));
        Should.Throw<SuiteException>(() => images.Image(sample)).Message.ShouldContain("was changed");
    }

    [Fact]
    public void The_suite_that_the_playground_fills_is_one()
    {
        using var folder = new TemporaryFolder();
        var own = new OwnSamples(folder.Path);
        var png = Png();
        var image = new CallImage(Convert.ToHexStringLower(SHA256.HashData(png)), "image/png", 1, 1, png);
        own.Save(new TurnSample { Id = "01ARZ3NDEKTSV4RRFFQ69G5FAV", Category = "ask", Input = "What is it?", Images = [image.Sent], Target = ["a bolt"] }, [image]);
        own.Save(new TurnSample { Id = "01ARZ3NDEKTSV4RRFFQ69G5FAW", Category = "classify", Input = "Classify.", Images = [image.Sent], Target = ["bolt", "screw"] }, [image]);
        var suite = SuiteFolder.Open(own.Folder);
        suite.Samples().Select(s => s.Images.Single().Hash).ShouldAllBe(h => h == image.Hash);
        suite.Count.ShouldBe(2);
    }

    [Fact]
    public void Twenty_thousand_samples_are_not_held()
    {
        using var folder = new TemporaryFolder();
        folder.Write("suite.yaml", About);
        using (var file = new StreamWriter(folder.In("samples.jsonl")))
            for (var i = 0; i < 20_000; i++) file.WriteLine($$"""{"id":"s{{i}}","category":"one","input":"{{new string('x', 500)}} {{i}}","target":"{{i}}"}""");
        var suite = SuiteFolder.Open(folder.Path);
        using var samples = suite.Samples().GetEnumerator();
        var read = Read(samples, 19_000);
        GC.Collect();
        // Counted, not weighed: other tests of the process come and go with memory of their own.
        read.Count(s => s.IsAlive).ShouldBeLessThan(500, "of those read before");
        suite.Count.ShouldBe(20_000);
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static List<WeakReference> Read(IEnumerator<Sample> samples, int count)
    {
        var read = new List<WeakReference>(count);
        while (read.Count < count && samples.MoveNext()) read.Add(new(samples.Current));
        return read;
    }

    private static TemporaryFolder Small(string samples)
    {
        var folder = new TemporaryFolder();
        folder.Write("suite.yaml", About);
        folder.Write("samples.jsonl", samples);
        return folder;
    }

    /// <summary>One transparent pixel.</summary>
    internal static byte[] Png() => Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private static byte[] WithText(byte[] png) => [.. png[..33], 0, 0, 0, 3, (byte)'t', (byte)'E', (byte)'X', (byte)'t', (byte)'a', 0, (byte)'b', 0, 0, 0, 0, .. png[33..]];
}
