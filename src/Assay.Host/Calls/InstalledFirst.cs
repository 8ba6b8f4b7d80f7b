using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Assay.Adapters.Engines.Files;
using Assay.Adapters.Images;
using Assay.Adapters.Protocols;
using Assay.Calls;
using Endpoint = Assay.Adapters.Protocols.Endpoint;

namespace Assay.Host.Calls;

/// <summary>
/// The local protocol where the library that reads images comes with the engines: what is missing is installed first, and the lane shows how far it is.
/// </summary>
internal sealed class InstalledFirst(IProtocol local, EngineInstaller installer, ImageWork work) : IProtocol
{
    public string Id => local.Id;

    public async IAsyncEnumerable<AttemptEvent> Attempt(CallRequest request, Endpoint endpoint, Recording recording, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (work.Library.Missing is not null)
        {
            var steps = Channel.CreateUnbounded<AttemptEvent>();
            var installing = Install(steps.Writer, cancellationToken);
            await foreach (var step in steps.Reader.ReadAllAsync(CancellationToken.None)) yield return step;
            var outcome = await installing;
            if (outcome is InstallOutcome.Failed failed || work.Library.Missing is not null)
            {
                yield return new AttemptEvent.Failed(new(FailureKind.Engine, outcome is InstallOutcome.Failed why ? why.Message : work.Library.Missing!) { MayPass = true });
                yield break;
            }
        }
        await foreach (var what in local.Attempt(request, endpoint, recording, cancellationToken)) yield return what;
    }

    private async Task<InstallOutcome> Install(ChannelWriter<AttemptEvent> steps, CancellationToken cancellationToken)
    {
        try
        {
            return await installer.Install(new Steps(steps), cancellationToken);
        }
        finally
        {
            steps.Complete();
        }
    }

    private sealed class Steps(ChannelWriter<AttemptEvent> to) : IProgress<InstallStep>
    {
        public void Report(InstallStep value) => to.TryWrite(new AttemptEvent.Progress(value.Words, value.Done));
    }
}
