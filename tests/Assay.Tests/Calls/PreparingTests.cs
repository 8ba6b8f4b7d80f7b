using System.Runtime.CompilerServices;
using Assay.Adapters.Calls;
using Assay.Adapters.Protocols;
using Assay.Calls;
using Shouldly;
using Xunit;
using Endpoint = Assay.Adapters.Protocols.Endpoint;

namespace Assay.Tests.Calls;

public sealed class PreparingTests
{
    [Fact]
    public async Task What_an_engine_does_before_it_takes_the_request_is_no_part_of_its_speed()
    {
        var time = new ManualTime();
        var endpoint = new Endpoint(ModelRef.Local, ModelRef.Local, null);
        var request = new CallRequest { Model = new(ModelRef.Local, "slow-to-install"), Task = ModelTask.Ocr, Prompt = "" };
        var attempt = new RunningAttempt(1, new Installing(time), request, endpoint, Secrets.Of(endpoint), new(), time);
        await foreach (var _ in attempt.Run(TestContext.Current.CancellationToken))
        {
        }
        attempt.Record.FirstByte.ShouldBe(TimeSpan.FromSeconds(1));
        attempt.Record.FirstToken.ShouldBe(TimeSpan.FromSeconds(1));
        attempt.Record.Duration.ShouldBe(TimeSpan.FromSeconds(3));
    }

    private sealed class Installing(ManualTime time) : IProtocol
    {
        public string Id => ModelRef.Local;

        public async IAsyncEnumerable<AttemptEvent> Attempt(CallRequest request, Endpoint endpoint, Recording recording, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.Yield();
            time.Advance(TimeSpan.FromSeconds(40));
            yield return new AttemptEvent.Progress("installed", 1);
            time.Advance(TimeSpan.FromSeconds(1));
            yield return new AttemptEvent.Answered(null);
            yield return new AttemptEvent.Text("words");
            time.Advance(TimeSpan.FromSeconds(2));
            yield return new AttemptEvent.Stopped(StopReason.Complete);
        }
    }
}
