using System.Diagnostics;
using Assay.Adapters.Storage;
using Assay.Host.Cli;
using Assay.Host.Cli.Completion;
using Shouldly;
using Xunit;

namespace Assay.Tests.Cli;

public sealed class CompletionTests : IDisposable
{
    private readonly AssayProcess assay = new();

    public void Dispose() => assay.Dispose();

    [Theory]
    [InlineData("models show compare", "")]
    [InlineData("compare completion", "comp")]
    [InlineData("--baseline --batch", "compare", "owl", "--ba")]
    [InlineData("--as-of", "compare", "owl", "--as")]
    [InlineData("table markdown html json csv", "compare", "--format", "")]
    [InlineData("--format=json", "compare", "--format=j")]
    [InlineData("run", "eval", "ru")]
    [InlineData("run report rescore", "help", "eval", "r")]
    [InlineData("caption classify chat", "ask", "m", "--task", "c")]
    [InlineData("price,lifecycle price,limit", "changes", "--kind", "price,li")]
    [InlineData("models.dev models.dev-history", "import", "models")]
    [InlineData("bash zsh fish", "completion", "")]
    [InlineData("install", "engines", "i")]
    [InlineData("latest", "eval", "report", "la")]
    [InlineData("vision-basics", "eval", "draw", "vi")]
    [InlineData("stale", "conflicts", "--class", "st")]
    public async Task Commands_options_and_their_values_are_completed(string expected, params string[] words)
    {
        var found = await Ask(words);
        foreach (var word in expected.Split(' ')) found.ShouldContain(word);
        var typed = words[^1];
        found.Where(w => !w.StartsWith(typed, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Names_come_from_the_data_folder_by_id_by_short_name_and_in_lists()
    {
        await assay.Output("models");
        (await Ask("show", "acme/")).ShouldBe(["acme/owl-7b"]);
        (await Ask("compare", "owl", "her")).ShouldBe(["heron-0", "heron-1"]);
        (await Ask("show", "freight/owl")).ShouldBe(["freight/owl-7b#region=eu"]);
        (await Ask("eval", "run", "x", "--models", "acme/owl-7b,heron-1")).ShouldBe(["acme/owl-7b,heron-1"]);
        (await Ask("conflicts", "--provider", "f")).ShouldBe(["freight"]);
        (await Ask("benchmarks", "sig")).ShouldBe(["sightbench"]);
        (await Ask("compare", "owl", "--baseline", "birch/h")).ShouldBe(["birch/heron-0", "birch/heron-1"]);
        (await Ask("show", "no-such")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Before_the_first_command_names_come_from_the_curated_files_and_nothing_is_made()
    {
        (await Ask("show", "birch/heron")).ShouldBe(["birch/heron-0", "birch/heron-1"]);
        Directory.EnumerateFileSystemEntries(assay.Data).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_store_that_is_none_gives_no_names_and_no_error()
    {
        await File.WriteAllTextAsync(Path.Combine(assay.Data, "assay.db"), "this is no database", TestContext.Current.CancellationToken);
        (await Ask("eval", "report", "0")).ShouldBeEmpty();
        (await Ask("compare", "--form")).ShouldBe(["--format"]);
    }

    [Fact]
    public async Task Where_a_file_is_wanted_the_shell_is_told_to_look_for_it() =>
        (await Complete("decide", "--check", "")).ShouldBe(":files\n");

    [Fact]
    public async Task Runs_are_completed_the_newest_first()
    {
        await assay.Output("models");
        var store = Store.Open(Path.Combine(assay.Data, "assay.db"));
        using (var connection = store.Connect())
        using (var command = connection.CreateCommand())
        {
            command.CommandText = "pragma foreign_keys = off; insert into eval_run (id, suite_sha256, created, settings, origin) values ('01aa', 'x', '', '', ''), ('01ab', 'x', '', '', '')";
            command.ExecuteNonQuery();
        }
        (await Ask("eval", "report", "01")).ShouldBe(["01ab", "01aa"]);
        (await Ask("decide", "owl", "heron-1", "--run", "01a")).ShouldBe(["01ab", "01aa"]);
    }

    [Theory]
    [InlineData("assay comp", "compare completion")]
    [InlineData("assay compare owl --format ", "table markdown html json csv")]
    [InlineData("assay compare owl --format=ma", "markdown")]
    [InlineData("assay show acme/", "acme/owl-7b")]
    [InlineData("assay compare heron-1 her", "heron-0 heron-1")]
    public async Task Bash_completes_a_line(string line, string expected)
    {
        var words = await Shell("bash", ["--norc", "-c"], $$"""
            {{CompletionScripts.Of("bash")}}
            COMP_WORDBREAKS=$' \t\n"\'><=;|&(:'
            COMP_LINE='{{line}}'; COMP_POINT=${#COMP_LINE}
            _assay
            printf '%s\n' "${COMPREPLY[@]}"
            """);
        words.Order(StringComparer.Ordinal).ShouldBe(expected.Split(' ').Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Bash_completes_files_where_files_are_wanted()
    {
        await File.WriteAllTextAsync(Path.Combine(assay.Data, "record.json"), "{}", TestContext.Current.CancellationToken);
        (await Shell("bash", ["--norc", "-c"], $"{CompletionScripts.Of("bash")}\ncd '{assay.Data}'\nCOMP_LINE='assay decide --check rec'; COMP_POINT=${{#COMP_LINE}}\n_assay\nprintf '%s\\n' \"${{COMPREPLY[@]}}\"")).ShouldBe(["record.json"]);
    }

    [Theory]
    [InlineData("assay comp", "compare completion")]
    [InlineData("assay compare owl --format ", "table markdown html json csv")]
    [InlineData("assay compare owl --format=ma", "--format=markdown")]
    [InlineData("assay show acme/", "acme/owl-7b")]
    [InlineData("assay compare heron-1 her", "heron-0 heron-1")]
    [InlineData("assay show no-such", "")]
    public async Task Zsh_offers_what_may_follow(string line, string expected) =>
        (await Zsh(line)).Offered.Order(StringComparer.Ordinal).ShouldBe(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("assay show acme/", "assay show acme/owl-7b ")]
    [InlineData("assay compare 'owl' --format=ma", "assay compare 'owl' --format=markdown ")]
    [InlineData("assay decide --check rec", "assay decide --check record.json ")]
    public async Task Zsh_finishes_a_line(string typed, string line)
    {
        await File.WriteAllTextAsync(Path.Combine(assay.Data, "record.json"), "{}", TestContext.Current.CancellationToken);
        (await Zsh(typed)).Line.ShouldBe(line);
    }

    [Theory]
    [InlineData("assay comp", "compare completion")]
    [InlineData("assay compare owl --format ", "table markdown html json csv")]
    [InlineData("assay compare owl --format=ma", "--format=markdown")]
    [InlineData("assay show acme/", "acme/owl-7b")]
    [InlineData("assay compare heron-1 her", "heron-0 heron-1")]
    [InlineData("assay decide --check rec", "record.json")]
    [InlineData("assay show no-such", "")]
    public async Task Fish_completes_a_line(string line, string expected)
    {
        await File.WriteAllTextAsync(Path.Combine(assay.Data, "record.json"), "{}", TestContext.Current.CancellationToken);
        var lines = await Shell("fish", ["--no-config", "-c"], $"{CompletionScripts.Of("fish")}\ncd '{assay.Data}'\ncomplete -C '{line}'");
        lines.Select(l => l.Split('\t')[0]).Order(StringComparer.Ordinal).ShouldBe(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
    }

    /// <summary>A zsh that a terminal is pretended to: the line is typed and the tab key pressed. What it offers is written down where zsh itself is told of it.</summary>
    private async Task<(string Line, string[] Offered)> Zsh(string line)
    {
        var (inside, seen, done) = (Path.Combine(assay.Data, "inside.zsh"), Path.Combine(assay.Data, "seen"), Path.Combine(assay.Data, "done"));
        await File.WriteAllTextAsync(inside, $$"""
            autoload -Uz compinit
            compinit -u -D
            {{CompletionScripts.Of("zsh")}}
            compadd() {
              if [[ " ${@[1,(i)(-|--)]} " == *" -"[OAD]" "* ]]; then builtin compadd "$@"; return; fi
              local -a seen
              builtin compadd -A seen "$@"
              print -rl -- $seen >> '{{seen}}'
              builtin compadd "$@"
            }
            finish() { print -r -- "$BUFFER|" > '{{done}}.part'; mv '{{done}}.part' '{{done}}'; }
            zle -N finish
            bindkey '^I' complete-word
            bindkey '^X' finish
            cd '{{assay.Data}}'
            print REA''DY

            """, TestContext.Current.CancellationToken);
        var typed = line.Replace("'", "'\\''", StringComparison.Ordinal);
        await Shell("zsh", ["-f", "-c"], $$"""
            zmodload zsh/zpty
            zpty z zsh -f -i
            zpty -w z 'PS1=; source {{inside}}'
            zpty -r z said '*READY*'
            zpty -n -w z '{{typed}}'$'\t\x18'
            for i in {1..1200}; do [[ -e '{{done}}' ]] && break; zpty -rt z said; sleep 0.05; done
            zpty -d z
            """);
        File.Exists(done).ShouldBeTrue("zsh did not finish the line");
        return ((await File.ReadAllTextAsync(done, TestContext.Current.CancellationToken)).TrimEnd('\n')[..^1], File.Exists(seen) ? [.. (await File.ReadAllLinesAsync(seen, TestContext.Current.CancellationToken)).Where(l => l.Length > 0)] : []);
    }

    private async Task<string[]> Ask(params string[] words) => [.. (await Complete(words)).Split('\n')[1..^1].Select(l => l.Split('\t')[0])];

    private async Task<string> Complete(params string[] words)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        // The data folder is named in the line itself, before what is being typed.
        var surroundings = new Surroundings { Output = output, Error = error, CatalogFolder = assay.Catalog, WorkingFolder = assay.Data };
        (await Assay.Host.Program.RunAsync([CompletionScripts.Word, "--data", assay.Data, .. words], surroundings, TestContext.Current.CancellationToken)).ShouldBe(ExitCode.Done);
        error.ToString().ShouldBeEmpty();
        return output.ToString();
    }

    /// <summary>The lines that a shell prints, with the program itself behind the word <c>assay</c>.</summary>
    private async Task<string[]> Shell(string shell, string[] options, string script)
    {
        var found = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(p => Path.Combine(p, shell)).FirstOrDefault(File.Exists);
        Assert.SkipWhen(found is null, $"{shell} is not installed here.");
        var bin = Directory.CreateDirectory(Path.Combine(assay.Data, "bin")).FullName;
        var program = Path.Combine(bin, "assay");
        await File.WriteAllTextAsync(program, $"#!/bin/sh\nexec dotnet '{typeof(Assay.Host.Program).Assembly.Location}' \"$@\"\n", TestContext.Current.CancellationToken);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var start = new ProcessStartInfo(found!, [.. options, script]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        (start.Environment["PATH"], start.Environment["ASSAY_DATA"], start.Environment["ASSAY_CATALOG"]) = ($"{bin}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}", Path.Combine(assay.Data, "none"), assay.Catalog);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        (await error).ShouldBeEmpty();
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
