using Assay.Adapters.Storage;
using Shouldly;
using Xunit;

namespace Assay.Tests.Storage;

public sealed class StoreTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_new_store_has_all_migrations_and_opens_again()
    {
        var path = folder.In("deep/assay.db");
        var newest = Store.Open(path).Version;
        newest.ShouldBeGreaterThan(1);
        Store.Open(path).Version.ShouldBe(newest);
    }

    [Fact]
    public void A_store_of_a_newer_program_is_left_alone_and_says_what_to_do()
    {
        var path = folder.In("assay.db");
        using (var connection = Store.Open(path).Connect())
        {
            using var command = connection.CreateCommand();
            command.CommandText = "insert into migration values (9999, '9999_later', '2030-01-01')";
            command.ExecuteNonQuery();
        }
        var message = Should.Throw<StoreException>(() => Store.Open(path)).Message;
        message.ShouldContain("9999");
        message.ShouldContain("newer Assay");
        message.ShouldContain("update this program");
    }

    [Fact]
    public void A_file_that_is_no_database_is_named() =>
        Should.Throw<StoreException>(() => Store.Open(folder.Write("assay.db", new string('x', 5000)))).Message.ShouldContain("not a SQLite database");

    [Fact]
    public void A_database_of_another_program_is_not_touched()
    {
        var path = folder.In("other.db");
        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={path};Pooling=False"))
        {
            SqliteLibrary.Version.ShouldNotBeEmpty();
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "create table songs (name text)";
            command.ExecuteNonQuery();
        }
        Should.Throw<StoreException>(() => Store.Open(path)).Message.ShouldContain("'songs'");
    }

    [Fact]
    public void A_damaged_store_says_so()
    {
        var path = folder.In("assay.db");
        Said.Import(Store.Open(path), 1, "a=1 b=2");
        var bytes = File.ReadAllBytes(path);
        for (var i = 4096; i < bytes.Length; i++) bytes[i] = 0xa5;
        File.WriteAllBytes(path, bytes);
        Should.Throw<StoreException>(() => new ClaimStore(Store.Open(path)).LoadClaims()).Message.ShouldContain("damaged");
    }

    [Fact]
    public void A_data_folder_that_cannot_be_made_is_named()
    {
        var file = folder.Write("file", "");
        Should.Throw<StoreException>(() => Store.Open(Path.Combine(file, "assay.db"))).Message.ShouldContain("--data");
    }

    [Fact]
    public void A_store_that_is_a_folder_is_named() => Should.Throw<StoreException>(() => Store.Open(folder.Path)).Message.ShouldContain("is a folder");

    [Fact]
    public void A_locked_store_says_who_holds_it_up_and_readers_go_on()
    {
        var path = folder.In("assay.db");
        var store = Store.Open(path, TimeSpan.FromMilliseconds(50));
        Said.Import(store, 1, "a=1");
        using var other = store.Connect();
        using var writing = other.BeginTransaction(deferred: false);
        Should.Throw<StoreException>(() => Said.Import(store, 2, "a=2")).Message.ShouldContain("locked");
        Said.History(store).ShouldBe("a=1 1..");
    }

    [Fact]
    public void The_library_in_use_is_told() => SqliteLibrary.Description.ShouldMatch(@"^SQLite 3\.\d+\.\d+ \((bundled|the system's libsqlite3\.so\.0)\)$");
}
