using System.Diagnostics.CodeAnalysis;
using Assay.Adapters.Settings;
using Assay.Adapters.Storage;
using Assay.Adapters.Sync;

namespace Assay.Host.Sync;

/// <summary>
/// Fetches the sources while the server runs. When is told by the attempts in the store, so a restart neither repeats nor forgets one.
/// Whatever goes wrong is logged and tried again later: the server stands.
/// </summary>
public sealed partial class SyncSchedule(Store store, SyncSettings settings, WebFetch web, TimeProvider time, ILogger<SyncSchedule> logger) : BackgroundService
{
    /// <summary>After the first failure; twice as long after each further one, and never longer than between two syncs.</summary>
    public static readonly TimeSpan FirstBackOff = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan LongestSleep = TimeSpan.FromHours(1);

    /// <summary>Puts the schedule among the services of a server.</summary>
    public static void Add(IServiceCollection services, Store store, SyncSettings settings) => services
        .AddSingleton(s => new WebFetch(new(), s.GetRequiredService<TimeProvider>(), new Random(), new Silent()))
        .AddHostedService(s => new SyncSchedule(store, settings, s.GetRequiredService<WebFetch>(), s.GetRequiredService<TimeProvider>(), s.GetRequiredService<ILogger<SyncSchedule>>()));

    /// <summary>When a source is to be asked again.</summary>
    /// <param name="last">The last attempt; null when there was none.</param>
    /// <param name="failures">How many of the last attempts failed, one after the other.</param>
    /// <param name="every">Time between two syncs.</param>
    public static DateTimeOffset Due(SyncAttempt? last, int failures, TimeSpan every)
    {
        if (last is null) return DateTimeOffset.MinValue;
        if (failures == 0) return last.At + every;
        var backOff = FirstBackOff * Math.Pow(2, Math.Min(failures, 20) - 1);
        return last.At + (backOff < every ? backOff : every);
    }

    /// <summary>Syncs every source whose time has come, one after the other.</summary>
    /// <returns>How long until the next is due.</returns>
    public async Task<TimeSpan> RunDue(CancellationToken cancellationToken)
    {
        var every = settings.Every ?? throw new InvalidOperationException("The schedule was started without 'sync: every'.");
        var syncing = new Syncing(store, web, new Silent());
        foreach (var source in settings.Sources.Where(s => Due(s, every) <= time.GetUtcNow()))
            Tell(await syncing.Sync(source, dryRun: false, cancellationToken));
        var next = settings.Sources.Select(s => Due(s, every)).DefaultIfEmpty(DateTimeOffset.MaxValue).Min() - time.GetUtcNow();
        return next < TimeSpan.Zero ? TimeSpan.Zero : next < LongestSleep ? next : LongestSleep;
    }

    [SuppressMessage("Design", "CA1031", Justification = "A sync that fails must not take the server down.")]
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                // Away from the thread that starts the server.
                await Task.Yield();
                await Task.Delay(await RunDue(stoppingToken), time, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                LogBroken(e, FirstBackOff.TotalMinutes);
                await Task.Delay(FirstBackOff, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private DateTimeOffset Due(SyncSource source, TimeSpan every)
    {
        var log = new SyncLog(store);
        return Due(log.Last().FirstOrDefault(a => a.Feed == source.Feed), log.FailuresInARow(source.Feed), every);
    }

    private void Tell(SyncOutcome outcome)
    {
        var attempt = outcome.Attempt;
        if (outcome.Import?.Suspicious is { Count: > 0 and var count } odd) LogSuspicious(attempt.Feed, count, $"{odd[0].Offer.Id}: {odd[0].Text}");
        if (attempt.Result is SyncResult.Failed or SyncResult.Held) LogTrouble(attempt.Feed, attempt.Detail);
        else LogDone(attempt.Feed, attempt.Detail);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Sync of {Source}: {Detail}")]
    private partial void LogDone(string source, string detail);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sync of {Source}: {Detail}")]
    private partial void LogTrouble(string source, string detail);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sync of {Source}: {Count} suspicious prices, kept and never the cheapest without a word; the first: {First}")]
    private partial void LogSuspicious(string source, int count, string first);

    [LoggerMessage(Level = LogLevel.Error, Message = "The sync could not run; next try in {Minutes} minutes")]
    private partial void LogBroken(Exception e, double minutes);

    private sealed class Silent : IProgress<SyncStep>
    {
        public void Report(SyncStep value) { }
    }
}
