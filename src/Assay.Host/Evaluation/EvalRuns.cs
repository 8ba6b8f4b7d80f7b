using Assay.Adapters.Storage.Runs;
using Assay.Evaluation;
using Assay.Host.Cli;

namespace Assay.Host.Evaluation;

/// <summary>Runs by what people call them.</summary>
internal static class EvalRuns
{
    /// <summary>By id, by its beginning, or <c>latest</c>.</summary>
    /// <exception cref="CliException">There is none, or there are several.</exception>
    public static Run Find(RunStore store, string name)
    {
        if (name == "latest" && store.List() is [var newest, ..]) return newest;
        if (store.Find(name) is { } found) return found;
        var several = store.Ids(name);
        throw new CliException(ExitCode.BadInput, several.Count > 0
            ? $"'{name}' means {several.Count} runs: {string.Join(", ", several.Take(5))}{(several.Count > 5 ? " …" : "")}. Write more of the id."
            : $"No run has the id '{name}'. {(store.List() is { Count: > 0 } all ? $"The newest: {string.Join(", ", all.Take(5).Select(r => r.Id))}." : "There are no runs yet: assay eval run SUITE --models M.")}");
    }
}
