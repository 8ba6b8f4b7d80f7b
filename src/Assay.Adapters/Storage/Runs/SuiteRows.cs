using System.Text.Json;
using Assay.Calls;
using Assay.Evaluation;
using Microsoft.Data.Sqlite;

namespace Assay.Adapters.Storage.Runs;

/// <summary>Suites on one connection: kept whole, read sample by sample.</summary>
internal sealed class SuiteRows(SqliteConnection connection) : IDisposable
{
    private BulkRead? samples, images;

    public bool Has(string hash)
    {
        using var rows = SqliteDialect.Read(connection, "select 1 from eval_suite where sha256 = ?");
        return rows.With(hash).Next();
    }

    public Suite? Find(string hash)
    {
        using var rows = SqliteDialect.Read(connection, "select id, version, about from eval_suite where sha256 = ?");
        return rows.With(hash).Next() ? RunForm.Read(rows.Text(0), rows.Text(1), RunJson.Read(rows.Bytes(2), RunJson.Default.StoredSuite)) : null;
    }

    /// <summary>Within a transaction of the caller's.</summary>
    /// <exception cref="ArgumentException">The places of the samples have gaps, or there are none.</exception>
    public void Keep(string hash, Suite suite, IEnumerable<Sample> all, Func<SampleImage, CallImage?> image)
    {
        using (var about = SqliteDialect.Insert(connection, "eval_suite", 5))
            about.With(hash).With(suite.Id).With(suite.Version).WithText(JsonSerializer.SerializeToUtf8Bytes(RunForm.Of(suite), RunJson.Default.StoredSuite)).With(0L).Row();
        using var known = SqliteDialect.Read(connection, "select 1 from eval_suite_image where suite_sha256 = ? and file_sha256 = ?");
        using var bytes = SqliteDialect.Statement(connection, "insert or ignore into eval_image values (?,?,?,?,?)");
        using var link = SqliteDialect.Insert(connection, "eval_suite_image", 3);
        using var insert = SqliteDialect.Insert(connection, "eval_sample", 6);
        var count = 0;
        foreach (var sample in all)
        {
            if (sample.Place != count++) throw new ArgumentException($"Sample '{sample.Id}' has place {sample.Place}, and the one before it {count - 2}: places count from 0 without gaps.", nameof(all));
            insert.With(hash).With(sample.Place).With(sample.Id).With(sample.Category).With(sample.Cluster).WithText(JsonSerializer.SerializeToUtf8Bytes(RunForm.Of(sample), RunJson.Default.StoredSample)).Row();
            foreach (var one in sample.Images)
            {
                if (known.Again().With(hash).With(one.Hash).Next() || image(one) is not { } sent) continue;
                bytes.With(sent.Hash).With(sent.MediaType).With(sent.Width).With(sent.Height).With(sent.Bytes.Span).Row();
                link.With(hash).With(one.Hash).With(sent.Hash).Row();
            }
        }
        if (count == 0) throw new ArgumentException($"Suite '{suite.Id}' has no samples.", nameof(all));
        using var total = SqliteDialect.Statement(connection, "update eval_suite set samples = ? where sha256 = ?");
        total.With(count).With(hash).Row();
    }

    /// <summary>At most so many samples from a place on, in order.</summary>
    public IReadOnlyList<Sample> Page(string hash, int from, int most)
    {
        samples ??= SqliteDialect.Read(connection, "select place, id, category, cluster, sample from eval_sample where suite_sha256 = ? and place >= ? order by place limit ?");
        samples.Again().With(hash).With(from).With(most);
        var page = new List<Sample>();
        while (samples.Next()) page.Add(RunForm.Read(samples.Int(0), samples.Text(1), samples.Text(2), samples.TextOrNull(3), RunJson.Read(samples.Bytes(4), RunJson.Default.StoredSample)));
        // A read that is not ended would keep the log of the writer from being folded back.
        samples.Again();
        return page;
    }

    public CallImage? Image(string hash, string fileHash)
    {
        images ??= SqliteDialect.Read(connection, "select i.sha256, i.media_type, i.width, i.height, i.bytes from eval_suite_image s join eval_image i on i.sha256 = s.sent_sha256 where s.suite_sha256 = ? and s.file_sha256 = ?");
        var image = images.Again().With(hash).With(fileHash).Next() ? new CallImage(images.Text(0), images.Text(1), images.Int(2), images.Int(3), images.Bytes(4).ToArray()) : null;
        images.Again();
        return image;
    }

    /// <summary>Pixels of an image as it is sent.</summary>
    public (int? Width, int? Height) ImageSize(string hash, string fileHash)
    {
        using var rows = SqliteDialect.Read(connection, "select i.width, i.height from eval_suite_image s join eval_image i on i.sha256 = s.sent_sha256 where s.suite_sha256 = ? and s.file_sha256 = ?");
        return rows.With(hash).With(fileHash).Next() ? (rows.Int(0), rows.Int(1)) : (null, null);
    }

    public void Dispose()
    {
        samples?.Dispose();
        images?.Dispose();
    }
}
