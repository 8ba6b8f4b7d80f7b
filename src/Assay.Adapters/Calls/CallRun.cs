using System.Runtime.CompilerServices;
using Assay.Adapters.Protocols;
using Assay.Calls;
using Assay.Catalog;

namespace Assay.Adapters.Calls;

/// <summary>One call from its first look to its transcript.</summary>
internal sealed class CallRun(ModelCaller caller, CallRequest request, CallOptions options)
{
    private readonly CallLimits limits = options.Limits ?? caller.Limits;
    private readonly List<Attempt> attempts = [];
    private readonly DateTimeOffset started = caller.Time.GetUtcNow();
    private readonly long began = caller.Time.GetTimestamp();
    private RunningAttempt? last;
    private Offer? offer;
    private string? noOffer;
    private decimal counted;

    public async IAsyncEnumerable<CallEvent> Run([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (route, protocol, catalog) = caller.Find(request.Model);
        (offer, noOffer) = CallCosts.OfferOf(catalog, request.Model);
        if (Refusal(route, catalog, out var most) is { } refused)
        {
            yield return End(new CallOutcome.Failed(refused));
            yield break;
        }
        var (endpoint, gate) = (route!.Endpoint!, caller.Gate(route));
        var waited = TimeSpan.Zero;
        for (var number = 1; ; number++)
        {
            SpendCap.Held? held = null;
            ProviderGate.Place? place = null;
            RunningAttempt? current = null;
            Task<SpendCap.Held?>? holding = null;
            Task<ProviderGate.Place>? entering = null;
            CallSlots.Slot? slot = null;
            Task<CallSlots.Slot>? slotting = null;
            // Who stops listening stands in no queue any more.
            using var listening = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            try
            {
                if (options.Spend is { } cap)
                {
                    holding = cap.Hold(most, listening.Token);
                    if (!holding.IsCompleted) yield return new CallEvent.Waiting(null, $"The rest of the cap of {Usd(cap.Usd)} is held by calls under way.");
                    if (await Stopped(holding))
                    {
                        yield return End(Cancelled());
                        yield break;
                    }
                    held = await holding;
                    if (held is null)
                    {
                        yield return End(new CallOutcome.Failed(Over(cap, most)));
                        yield break;
                    }
                }
                entering = gate.Enter(TokenEstimate.Of(request.Prompt) + TokenEstimate.Of(request.System) + (request.Parameters.MaxOutputTokens ?? 500), listening.Token);
                if (!entering.IsCompleted) yield return new CallEvent.Waiting(null, $"{route.Name} is asked {gate.Words}.");
                if (await Stopped(entering))
                {
                    yield return End(Cancelled());
                    yield break;
                }
                place = await entering;

                // Last of all: whoever has a slot is about to send, and holds up nobody.
                if (options.Slots is { } slots)
                {
                    slotting = slots.Enter(listening.Token);
                    if (await Stopped(slotting))
                    {
                        yield return End(Cancelled());
                        yield break;
                    }
                    slot = await slotting;
                }

                yield return new CallEvent.AttemptStarted(number) { AtMost = held?.Most };
                last = current = new(number, protocol!, request, endpoint, route.Secrets, limits, caller.Time, options.Stream);
                await foreach (var next in last.Run(cancellationToken)) yield return next;
                attempts.Add(last.Record);
                Settle(held, place);
            }
            finally
            {
                await listening.CancelAsync();
                if (place is null && entering is not null) GiveBack(entering);
                if (held is null && holding is not null) GiveBack(holding);
                if (slot is null && slotting is not null) GiveBack(slotting);
                slot?.Dispose();
                place?.Dispose();
                // Nobody waited for the end of what had gone out: it may be charged in full.
                if (current is { WasSent: true }) held?.Settle(held.Most);
                held?.Dispose();
            }
            if (last.Cancelled)
            {
                yield return End(Cancelled());
                yield break;
            }
            if (last.Failure is not { } failure)
            {
                yield return End(last.Reply());
                yield break;
            }
            var wait = Wait(number, failure, waited);
            yield return new CallEvent.AttemptFailed(number, failure, wait);
            if (wait is not { } pause)
            {
                yield return End(new CallOutcome.Failed(Told(failure, number), Partial));
                yield break;
            }
            waited += pause;
            if (await Stopped(Task.Delay(pause, caller.Time, cancellationToken)))
            {
                yield return End(Cancelled());
                yield break;
            }
        }
    }

    /// <summary>Why nothing is sent; null where the call may go out.</summary>
    private CallFailure? Refusal(ProviderRoute? route, CatalogSnapshot catalog, out decimal most)
    {
        most = 0;
        if (RequestCheck.Fault(request) is { } fault) return fault;
        if (route is null) return new(FailureKind.NotConfigured, $"No provider '{request.Model.Provider}' is known: name one of the catalogue, or declare it in assay.yaml under providers.");
        if (route.Endpoint is null) return new(FailureKind.NotConfigured, route.Words);
        if (options.Spend is null || request.Model.IsLocal) return null;
        var (bound, why) = offer is null ? (null, noOffer!.TrimEnd('.')) : CallCosts.Most(request, offer, request.Parameters.MaxOutputTokens ?? Greatest(catalog));
        if (bound is null) return new(FailureKind.SpendCap, $"Under a cap on spend nothing is sent whose greatest cost is not known: {why}.");
        most = bound.Value;
        return null;
    }

    private long? Greatest(CatalogSnapshot catalog) =>
        offer!.MaxOutput.TryGetConfirmed(out var own) ? own.Tokens : catalog.OffersOf[offer.Provider.Id].FirstOrDefault(o => o.Offer == offer).Model is { } model && model.MaxOutput.TryGetConfirmed(out var of) ? of.Tokens : null;

    private TimeSpan? Wait(int number, CallFailure failure, TimeSpan waited)
    {
        if (!failure.MayPass || number >= limits.Attempts || (last!.TextCame && !options.RetryAfterText)) return null;
        var wait = limits.Wait(number, failure.RetryAfter, caller.Chance());
        return waited + wait <= limits.AllWaits ? wait : null;
    }

    /// <summary>What is paid is settled at once; what may be paid counts as if it were.</summary>
    private void Settle(SpendCap.Held? held, ProviderGate.Place place)
    {
        if (last!.Usage is { Input: { } input, Output: { } output }) place.Took(input + output);
        else if (!last.WasSent || last.Failure is { PossiblyPaid: false }) place.Took(0);
        if (held is null) return;
        var paid = last.Usage is { } usage ? Cost(usage)?.Usd : null;
        var free = last.Failure is { PossiblyPaid: false } || (last.Cancelled && !last.WasSent);
        var counts = free ? 0 : paid ?? held.Most;
        counted += counts;
        held.Settle(counts);
    }

    private CallCost? Cost(Usage? usage) => usage is null ? null : offer is null ? new(null, noOffer!) : CallCosts.Of(usage, offer, request.Images.Count, started);

    private CallFailure Over(SpendCap cap, decimal most)
    {
        var words = $"The call may cost up to {Usd(most)}, and of the cap of {Usd(cap.Usd)} {Usd(Math.Max(0, cap.Usd - cap.Spent))} is left.";
        return last?.Failure is { } before ? new(FailureKind.SpendCap, $"{words} It was to be tried again after this: {before.Message}") { PossiblyPaid = before.PossiblyPaid } : new(FailureKind.SpendCap, words + " Raise the cap, or lower the limit of output tokens.");
    }

    private CallFailure Told(CallFailure failure, int number)
    {
        var paid = attempts.Exists(a => a.Failure?.PossiblyPaid is true);
        var asks = failure is { MayPass: true, RetryAfter: { } asked } && asked > limits.AllWaits ? $" It asks to wait {asked.TotalSeconds:0} s, more than the {limits.AllWaits.TotalSeconds:0} s that are waited." : "";
        return failure with { Message = failure.Message + asks + (number > 1 ? $" That was attempt {number}." : ""), PossiblyPaid = paid };
    }

    private string? Partial => last is { TextCame: true } ? last.Text : null;

    private CallOutcome.Cancelled Cancelled() => new(!request.Model.IsLocal && (last is { Cancelled: true, WasSent: true } || attempts.Exists(a => a.Failure?.PossiblyPaid is true)), Partial);

    private CallEvent.Ended End(CallOutcome outcome)
    {
        // A local engine has no tokens to count.
        var local = request.Model.IsLocal;
        var usage = outcome is CallOutcome.Replied reply ? last!.Usage ?? (local ? null : TokenEstimate.Of(request, reply.Text, reply.Reasoning)) : null;
        return new(new()
        {
            Model = request.Model, Task = request.Task, System = request.System, Prompt = request.Prompt, Images = [.. request.Images.Select(i => i.Sent)], Asked = request.Parameters,
            NotHonoured = last?.NotHonoured ?? Transcript.AllHonoured, Outcome = outcome, Attempts = attempts, Usage = usage, Cost = local && outcome is CallOutcome.Replied ? CallCosts.Local : Cost(usage),
            Started = started, Total = caller.Time.GetElapsedTime(began), Exchange = last?.Exchange, AtMost = options.Spend is null ? null : counted,
        });
    }

    /// <summary>What is granted after all goes back at once.</summary>
    private static void GiveBack<T>(Task<T> pending) where T : IDisposable? =>
        _ = pending.ContinueWith(static t => t.Result?.Dispose(), CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);

    /// <summary>Waits; true where the wait was called off.</summary>
    private static async ValueTask<bool> Stopped(Task task)
    {
        try
        {
            await task;
            return false;
        }
        catch (OperationCanceledException)
        {
            return true;
        }
    }

    private static string Usd(decimal amount) => Units.Format.Usd(amount);
}
