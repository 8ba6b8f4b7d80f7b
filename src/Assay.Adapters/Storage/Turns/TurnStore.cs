using System.Globalization;
using System.Text.Json;
using Assay.Calls;
using Assay.Playground;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Assay.Adapters.Storage.Turns;

/// <summary>
/// Turns of the playground, kept as they happen: the question when it starts, each answer when it ends. A process that dies loses no answer that had
/// ended. Thread-safe.
/// </summary>
public sealed class TurnStore(Store store)
{
    /// <summary>Keeps a turn that starts, with its images; its lanes have no transcript yet.</summary>
    public void Begin(Turn turn, IReadOnlyList<CallImage> images) => Write(connection =>
    {
        connection.Execute("insert into turn values (@Id, @Created, @Task, @Prompt, @Reference, @Images)", new
        {
            Id = turn.Id.Text, Created = turn.Created.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture), Task = turn.Task.Name(), turn.Prompt, turn.Reference,
            Images = Written(turn.Images),
        });
        foreach (var image in images.DistinctBy(i => i.Hash)) Keep(connection, turn.Id, image);
        foreach (var lane in turn.Lanes) connection.Execute("insert into turn_lane values (@Id, @Place, @Model)", new { Id = turn.Id.Text, lane.Place, Model = lane.Model.ToString() });
        return true;
    });

    /// <summary>Keeps the image of a turn that started without. False where there is no such turn.</summary>
    public bool Picture(TurnId id, CallImage image) => Write(connection =>
    {
        if (connection.Execute("update turn set images = @images where id = @Id", new { Id = id.Text, images = Written([image.Sent]) }) == 0) return false;
        Keep(connection, id, image);
        return true;
    });

    /// <summary>Keeps what came of a lane, with the bytes of its exchange. A lane ends once.</summary>
    public void End(TurnId id, int place, Transcript transcript) => Write(connection => connection.Execute(
        "insert into turn_lane_end values (@Id, @Place, @Outcome, @Text, @Transcript, @Request, @Reply)", new
        {
            Id = id.Text, Place = place, Outcome = TranscriptForm.Of(transcript).Outcome.Kind, transcript.Text,
            Transcript = JsonSerializer.Serialize(TranscriptForm.Of(transcript), TurnJson.Default.StoredTranscript),
            Request = transcript.Exchange is { } sent ? Blobs.Put(connection, sent.Request.Span) : null,
            Reply = transcript.Exchange?.Reply is { } came ? Blobs.Put(connection, came.Span) : null,
        }));

    /// <summary>A turn as it is kept; transcripts without the bytes of their exchange (<see cref="Exchange"/> has them). Null where there is none of this id.</summary>
    public Turn? Find(TurnId id) => store.Guard(() =>
    {
        using var connection = store.Connect();
        return Load(connection, "where id = @Id", new { Id = id.Text }).SingleOrDefault();
    });

    /// <summary>Newest first.</summary>
    /// <param name="page">1 and above.</param>
    public TurnPage List(TurnSearch search, int page, int size) => store.Guard(() =>
    {
        using var connection = store.Connect();
        var (where, values) = search.Sql();
        var total = connection.ExecuteScalar<int>($"select count(*) from turn {where}", values);
        values.Add("Size", size);
        values.Add("Skip", (page - 1) * size);
        return new TurnPage([.. Load(connection, where + " order by id desc limit @Size offset @Skip", values)], total);
    });

    /// <summary>The bytes that went out and came in with a lane's last attempt; null where none are kept.</summary>
    public Exchange? Exchange(TurnId id, int place) => store.Guard(() =>
    {
        using var connection = store.Connect();
        var row = connection.QuerySingleOrDefault<(string Transcript, string? Request, string? Reply)?>(
            "select transcript, request_sha256, reply_sha256 from turn_lane_end where turn_id = @Id and place = @place", new { Id = id.Text, place });
        if (row is not { Request: { } request } lane || TurnJson.ReadTranscript(lane.Transcript).Exchange is not { } e) return null;
        return new Exchange(e.Method, e.Address, e.RequestHeaders, Blobs.Get(connection, request) ?? [], e.ReplyHeaders, lane.Reply is null ? null : Blobs.Get(connection, lane.Reply) ?? [], e.ReplyCut);
    });

    /// <summary>An image of some turn; null where no turn has one of this hash.</summary>
    public CallImage? Image(string hash) => store.Guard(() =>
    {
        using var connection = store.Connect();
        var images = connection.QueryFirstOrDefault<string>("select t.images from turn t join turn_image i on i.turn_id = t.id where i.sha256 = @hash", new { hash });
        if (images is null || Blobs.Get(connection, hash) is not { } bytes) return null;
        var sent = TurnJson.ReadImages(images).First(i => i.Hash == hash);
        return new CallImage(hash, sent.MediaType, sent.Width, sent.Height, bytes);
    });

    /// <summary>Whether some turn has an image of this hash.</summary>
    public bool HasImage(string hash) => store.Guard(() =>
    {
        using var connection = store.Connect();
        return connection.ExecuteScalar<bool>("select exists (select 1 from turn_image where sha256 = @hash)", new { hash });
    });

    /// <summary>Sets or removes the text that replies are measured against. False where there is no such turn.</summary>
    public bool Refer(TurnId id, string? reference) => Write(connection => connection.Execute("update turn set reference = @reference where id = @Id", new { Id = id.Text, reference })) > 0;

    /// <summary>Deletes a turn with its answers, and the bytes that nothing else holds. False where there is no such turn.</summary>
    public bool Delete(TurnId id) => Write(connection =>
    {
        var hashes = connection.Query<string>(
            "select sha256 from turn_image where turn_id = @Id union select request_sha256 from turn_lane_end where turn_id = @Id and request_sha256 is not null union select reply_sha256 from turn_lane_end where turn_id = @Id and reply_sha256 is not null",
            new { Id = id.Text }).ToArray();
        if (connection.Execute("delete from turn where id = @Id", new { Id = id.Text }) == 0) return false;
        foreach (var hash in hashes) Blobs.Release(connection, hash);
        return true;
    });

    private static string Written(IReadOnlyList<SentImage> images) => JsonSerializer.Serialize([.. images.Select(TranscriptForm.Of)], TurnJson.Default.IReadOnlyListStoredImage);

    private static void Keep(SqliteConnection connection, TurnId id, CallImage image)
    {
        Blobs.Put(connection, image.Hash, image.Bytes.Span);
        connection.Execute("insert into turn_image values (@Id, @Hash, @MediaType)", new { Id = id.Text, image.Hash, image.MediaType });
    }

    private static IEnumerable<Turn> Load(SqliteConnection connection, string where, object values)
    {
        var turns = connection.Query<(string Id, string Created, string Task, string Prompt, string? Reference, string Images)>($"select id, created, task, prompt, reference, images from turn {where}", values).ToArray();
        var lanes = connection.Query<(string Turn, int Place, string Model, string? Transcript)>(
            "select l.turn_id, l.place, l.model, e.transcript from turn_lane l left join turn_lane_end e on e.turn_id = l.turn_id and e.place = l.place where l.turn_id in @ids order by l.turn_id, l.place",
            new { ids = turns.Select(t => t.Id).ToArray() }).ToLookup(l => l.Turn, StringComparer.Ordinal);
        return turns.Select(t => new Turn
        {
            Id = TurnId.TryParse(t.Id, out var id) ? id : throw TranscriptForm.Damaged($"id '{t.Id}'"), Created = DateTimeOffset.Parse(t.Created, CultureInfo.InvariantCulture),
            Task = ModelTasks.Find(t.Task) ?? throw TranscriptForm.Damaged($"task '{t.Task}'"), Prompt = t.Prompt, Reference = t.Reference, Images = [.. TurnJson.ReadImages(t.Images).Select(TranscriptForm.Read)],
            Lanes = [.. lanes[t.Id].Select(l => new Lane(l.Place, TranscriptForm.Model(l.Model), l.Transcript is null ? null : TranscriptForm.Read(TurnJson.ReadTranscript(l.Transcript))))],
        });
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

/// <summary>Turns of one page of the history.</summary>
/// <param name="Total">How many the search finds in all.</param>
public sealed record TurnPage(IReadOnlyList<Turn> Turns, int Total);
