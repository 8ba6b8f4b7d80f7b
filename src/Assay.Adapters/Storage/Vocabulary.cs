using Assay.Catalog;
using Microsoft.Data.Sqlite;

namespace Assay.Adapters.Storage;

/// <summary>The words of claims and their numbers in the store; a word not yet there is inserted when asked for.</summary>
internal sealed class Vocabulary : IDisposable
{
    private readonly Words<Subject> subjects;
    private readonly Words<string> properties;
    private readonly Words<(char, string)> values;
    private readonly Words<string> phrases;
    private readonly Words<Source> sources;

    public Vocabulary(SqliteConnection connection)
    {
        subjects = new(connection, "subject", 3, "select id, kind, name from subject", r => new((SubjectKind)r.Int(1), r.Text(2)), (i, s) => i.With((long)s.Kind).With(s.Id));
        properties = new(connection, "property", 2, "select id, name from property", r => r.Text(1), (i, name) => i.With(name));
        values = new(connection, "value", 3, "select id, kind, text from value", r => (r.Text(1)[0], r.Text(2)), (i, v) => i.With(v.Item1.ToString()).With(v.Item2));
        phrases = new(connection, "phrase", 2, "select id, text from phrase", r => r.Text(1), (i, text) => i.With(text));
        sources = new(connection, "source", 8, SourceRow.Select, SourceRow.Read, SourceRow.Write);
    }

    /// <summary>The claim as a row, for one snapshot.</summary>
    public ClaimRow Row(Claim claim, NewSnapshot snapshot)
    {
        var fromSnapshot = claim.Source.Feed == snapshot.Feed;
        return new(
            subjects.Number(claim.Subject), properties.Number(claim.Property.Name), values.Number((claim.Value.Kind, claim.Value.Text)),
            sources.Number(SourceRow.WithoutSnapshot(claim.Source, snapshot)),
            claim.Quoted is null ? 0 : phrases.Number(claim.Quoted), claim.Note is null ? 0 : phrases.Number(claim.Note),
            (claim.Unconfirmed ? 1 : 0) | (claim.Forced ? 2 : 0),
            fromSnapshot && claim.From == snapshot.AsOf ? 0 : Day.Write(claim.From),
            claim.To is { } to ? Day.Write(to) : 0);
    }

    public string PublisherOf(int sourceId) => sources[sourceId].Publisher;

    public void Dispose()
    {
        subjects.Dispose();
        properties.Dispose();
        values.Dispose();
        phrases.Dispose();
        sources.Dispose();
    }

    private sealed class Words<T> : IDisposable where T : notnull
    {
        private readonly Dictionary<T, int> numbers = [];
        private readonly List<T> words = [];
        private readonly BulkInsert insert;
        private readonly Action<BulkInsert, T> write;

        public Words(SqliteConnection connection, string table, int columns, string select, Func<BulkRead, T> read, Action<BulkInsert, T> write)
        {
            using (var rows = SqliteDialect.Read(connection, select + " order by id"))
            {
                while (rows.Next()) Add(read(rows));
            }
            insert = SqliteDialect.Insert(connection, table, columns);
            this.write = write;
        }

        // Numbers count from 1 without gaps: rows are never deleted, and one import writes at a time.
        public T this[int number] => words[number - 1];

        public int Number(T word)
        {
            if (numbers.TryGetValue(word, out var number)) return number;
            number = Add(word);
            write(insert.With(number), word);
            insert.Row();
            return number;
        }

        public void Dispose() => insert.Dispose();

        private int Add(T word)
        {
            words.Add(word);
            numbers[word] = words.Count;
            return words.Count;
        }
    }
}

/// <summary>A claim as the store has it: numbers of words, 0 where there is none. Two claims with equal rows are the same claim.</summary>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
internal readonly record struct ClaimRow(int Subject, int Property, int Value, int Source, int Quoted, int Note, int Flags, int From, int To)
{
    // The other columns hardly ever tell two claims apart; equality looks at them all.
    public override int GetHashCode() => HashCode.Combine(Subject, Property, Value, Source);
}
