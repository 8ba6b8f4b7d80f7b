using System.Security.Cryptography;
using Assay.Adapters.Storage.Arena;

namespace Assay.Host.Arena;

/// <summary>What the arena is made of, beside the playground's parts.</summary>
internal static class ArenaParts
{
    public static void Add(IServiceCollection services) => services
        .AddSingleton<ArenaStore>()
        .AddSingleton<VoteFiles>()
        .AddSingleton<Voters>()
        .AddSingleton<Chance>(s => Fair(s.GetRequiredService<RandomNumberGenerator>()))
        .AddSingleton<LiveVotes>()
        .AddSingleton<Leaderboards>()
        .AddSingleton<Battles>()
        .AddSingleton<BattleViews>();

    private static Chance Fair(RandomNumberGenerator random) => () =>
    {
        Span<byte> bytes = stackalloc byte[8];
        random.GetBytes(bytes);
        // 53 bits: as many as a double has.
        return (BitConverter.ToUInt64(bytes) >> 11) * (1.0 / (1UL << 53));
    };
}
