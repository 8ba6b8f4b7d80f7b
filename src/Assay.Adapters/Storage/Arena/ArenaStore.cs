using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Assay.Arena;
using Assay.Calls;
using Assay.Playground;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Assay.Adapters.Storage.Arena;

/// <summary>Battles and votes. Thread-safe.</summary>
public sealed class ArenaStore(Store store)
{
    /// <summary>Keeps a battle, before its turn: from here on the turn is hidden from whoever has not voted.</summary>
    public void Begin(Battle battle, CallImage? image) => Write(connection =>
    {
        if (image is not null) Blobs.Put(connection, image.Hash, image.Bytes.Span);
        return connection.Execute("insert into battle values (@Id, @Turn, @Created, @Task, @Prompt, @Image, @LeftRef, @LeftModel, @RightRef, @RightModel, @Pool, @Voter)", new
        {
            Id = battle.Id.Text, Turn = battle.Turn.Text, Created = battle.Created.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture), Task = battle.Task.Name(), battle.Prompt, battle.Image,
            LeftRef = battle.Left.Ref.ToString(), LeftModel = battle.Left.Model, RightRef = battle.Right.Ref.ToString(), RightModel = battle.Right.Model,
            Pool = JsonSerializer.Serialize(battle.Pool, ArenaJson.Default.IReadOnlyListString), battle.Voter,
        });
    });

    /// <summary>Null where there is none of this id.</summary>
    public Battle? Find(TurnId id) => store.Guard(() =>
    {
        using var connection = store.Connect();
        var row = connection.QuerySingleOrDefault<BattleRow>(
            "select id, turn_id as Turn, created, task, prompt, image_sha256 as Image, left_ref as LeftRef, left_model as LeftModel, right_ref as RightRef, right_model as RightModel, pool, voter from battle where id = @Id", new { Id = id.Text });
        // On a machine without its engines the image is made ready when the battle runs already: then only the turn has it.
        if (row is { Image: null }) row = row with { Image = connection.ExecuteScalar<string?>("select sha256 from turn_image where turn_id = @Turn", new { row.Turn }) };
        return row?.Battle();
    });

    /// <summary>Whether a turn is one of a battle that this voter has not voted on, and may still: its models have to stay hidden.</summary>
    /// <param name="voter">Null for someone who never voted.</param>
    public bool Hides(TurnId turn, string? voter) => store.Guard(() =>
    {
        using var connection = store.Connect();
        return connection.ExecuteScalar<int>($"select count(*) from battle b where b.turn_id = @Id and {BlindTurns.Still}", new { Id = turn.Text, Voter = voter }) > 0;
    });

    /// <summary>What this voter said of a battle; null where nothing.</summary>
    public VoteOutcome? VoteOf(TurnId battle, string voter) => store.Guard(() =>
    {
        using var connection = store.Connect();
        return (VoteOutcome?)connection.QuerySingleOrDefault<int?>("select outcome from vote where battle = @Id and voter = @voter", new { Id = battle.Text, voter });
    });

    /// <summary>Counts a vote. A voter has one for each battle: where there was one before, nothing changes, and that one comes back.</summary>
    public VoteOutcome? Vote(Battle battle, string voter, VoteOutcome outcome, DateTimeOffset at) => Write(connection =>
    {
        if (connection.QuerySingleOrDefault<int?>("select outcome from vote where battle = @Id and voter = @voter", new { Id = battle.Id.Text, voter }) is { } before) return (VoteOutcome?)before;
        connection.Execute("insert into vote values (null, @Left, @Right, @Outcome, @Task, @voter, @At, null, @Id, null)", new
        {
            Left = Name(connection, battle.Left.Model), Right = Name(connection, battle.Right.Model), Outcome = (int)outcome, Task = battle.Task.Name(), voter, At = at.ToUnixTimeMilliseconds(), Id = battle.Id.Text,
        });
        return null;
    });

    /// <summary>Number of the newest vote; 0 where there is none. Votes are never changed, so it tells whether there are new ones.</summary>
    public long Newest() => store.Guard(() =>
    {
        using var connection = store.Connect();
        return connection.ExecuteScalar<long>("select coalesce(max(id), 0) from vote");
    });

    /// <summary>Votes after the one of this number up to another, added up by task, pair and side. Here and not in SQL, which would sort a million rows to group them.</summary>
    public IReadOnlyList<VoteTally> Sum(long after, long upTo) => store.Guard(() =>
    {
        using var connection = store.Connect();
        var names = connection.Query<(int Id, string Name)>("select id, name from arena_model").ToDictionary(m => m.Id, m => m.Name);
        var sums = new Dictionary<(string? Task, int Left, int Right), int[]>();
        using var votes = SqliteDialect.Read(connection, string.Create(CultureInfo.InvariantCulture, $"select task, left_model, right_model, outcome from vote where id > {after} and id <= {upTo}"));
        while (votes.Next())
        {
            ref var counts = ref CollectionsMarshal.GetValueRefOrAddDefault(sums, (votes.TextOrNull(0), votes.Int(1), votes.Int(2)), out _);
            (counts ??= new int[5])[votes.Int(3)]++;
        }
        return sums.Select(s => new VoteTally(s.Key.Task, names[s.Key.Left], names[s.Key.Right], s.Value[1], s.Value[2], s.Value[3], s.Value[4])).ToArray();
    });

    internal static long Name(SqliteConnection connection, string name)
    {
        connection.Execute("insert into arena_model (name) values (@name) on conflict do nothing", new { name });
        return connection.ExecuteScalar<long>("select id from arena_model where name = @name", new { name });
    }

    private T Write<T>(Func<SqliteConnection, T> action) => store.Guard(() =>
    {
        using var connection = store.Connect();
        using var transaction = connection.BeginTransaction(deferred: false);
        var result = action(connection);
        transaction.Commit();
        return result;
    });
}
