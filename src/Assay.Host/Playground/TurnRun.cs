using System.Runtime.CompilerServices;
using Assay.Calls;
using Assay.Playground;

namespace Assay.Host.Playground;

/// <summary>
/// One turn while it runs, and for a while after. Its events are kept, so that any number of readers can follow it, from any event on. Thread-safe.
/// </summary>
public sealed class TurnRun
{
    private readonly Lock gate = new();
    private readonly List<TurnEvent> events = [];
    private readonly CancellationTokenSource[] stops;
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource news = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CallEvent.Progress?[] doing;
    private Turn turn;

    internal TurnRun(Turn turn)
    {
        this.turn = turn;
        doing = new CallEvent.Progress?[turn.Lanes.Count];
        stops = [.. turn.Lanes.Select(_ => new CancellationTokenSource())];
        events.Add(new TurnEvent.Started(1, turn));
    }

    /// <summary>As it stands now: lanes that have ended have their transcript, without the bytes of the exchange.</summary>
    public Turn Turn
    {
        get { lock (gate) return turn; }
    }

    /// <summary>What a lane is busy with before it can answer; null where it is not, or has begun to answer.</summary>
    public CallEvent.Progress? Doing(int place)
    {
        lock (gate) return doing[place];
    }

    /// <summary>Completes when the last lane has ended and is kept.</summary>
    public Task Ended => ended.Task;

    /// <summary>Stops one lane; nothing where it has ended. False where there is no such lane.</summary>
    public bool Stop(int place)
    {
        if (place < 0 || place >= stops.Length) return false;
        stops[place].Cancel();
        return true;
    }

    /// <summary>Stops every lane that runs.</summary>
    public void Stop()
    {
        foreach (var stop in stops) stop.Cancel();
    }

    /// <summary>Every event after the one of this number (0: all of them), as they come, to the end of the turn.</summary>
    public async IAsyncEnumerable<TurnEvent> Follow(int after = 0, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        for (var next = Math.Max(0, after); ;)
        {
            TurnEvent[] fresh;
            Task more;
            lock (gate)
            {
                fresh = next < events.Count ? [.. events[next..]] : [];
                more = news.Task;
                if (fresh.Length == 0 && ended.Task.IsCompleted) yield break;
            }
            foreach (var item in fresh) yield return item;
            next += fresh.Length;
            if (fresh.Length == 0) await more.WaitAsync(cancellationToken);
        }
    }

    internal CancellationToken Token(int place) => stops[place].Token;

    internal void Add(int place, CallEvent what) => Add(number =>
    {
        doing[place] = what as CallEvent.Progress;
        return new TurnEvent.OfLane(number, place, what);
    });

    /// <summary>The image that was still to be read.</summary>
    internal void Picture(SentImage image) => Add(number =>
    {
        turn = turn with { Images = [image] };
        return new TurnEvent.Pictured(number, image);
    });

    internal void EndLane(int place, Transcript transcript) => Add(number =>
    {
        turn = turn.With(place, transcript);
        return new TurnEvent.OfLane(number, place, new CallEvent.Ended(transcript));
    });

    internal void End() => Add(number =>
    {
        ended.TrySetResult();
        return new TurnEvent.Ended(number);
    });

    private void Add(Func<int, TurnEvent> make)
    {
        TaskCompletionSource tell;
        lock (gate)
        {
            events.Add(make(events.Count + 1));
            (tell, news) = (news, new(TaskCreationOptions.RunContinuationsAsynchronously));
        }
        tell.SetResult();
    }
}
