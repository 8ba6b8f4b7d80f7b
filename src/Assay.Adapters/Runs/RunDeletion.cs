using Assay.Adapters.Storage;
using Assay.Adapters.Storage.Runs;

namespace Assay.Adapters.Runs;

/// <summary>Deletes runs that nobody is at.</summary>
public static class RunDeletion
{
    /// <returns>False where there is no such run.</returns>
    /// <exception cref="StoreException">The run is under way.</exception>
    public static bool Delete(RunStore runs, string run)
    {
        bool deleted;
        using (RunLock.Take(runs.Store, run)) deleted = runs.Delete(run);
        RunLock.Forget(runs.Store, run);
        return deleted;
    }
}
