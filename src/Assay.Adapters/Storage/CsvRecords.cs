using System.Text;
using Assay.Adapters.Importers;

namespace Assay.Adapters.Storage;

/// <summary>
/// Reads comma-separated values as RFC 4180 has them, a record at a time and never more in memory than one: files of votes have millions of rows. A field is valid
/// until the next record.
/// </summary>
internal sealed class CsvRecords(Stream stream, string name) : IDisposable
{
    /// <summary>Characters of a record: more is a file that forgot to close a quote.</summary>
    private const int Longest = 1 << 20;

    private readonly StreamReader reader = new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16);
    private readonly char[] buffer = new char[1 << 16];
    private readonly List<int> ends = [];
    private char[] record = new char[1024];
    private int at, filled, length, line = 1;

    /// <summary>Line on which the record begins, from 1.</summary>
    public int Line { get; private set; }

    public int Fields => ends.Count;

    public ReadOnlySpan<char> this[int field] => record.AsSpan(field == 0 ? 0 : ends[field - 1], ends[field] - (field == 0 ? 0 : ends[field - 1]));

    /// <summary>Goes to the next record; blank lines are passed over.</summary>
    /// <exception cref="ImportException">Not UTF-8, or a quoted field that does not end.</exception>
    public bool Next()
    {
        do
        {
            if (!Read()) return false;
        }
        while (ends.Count == 1 && length == 0);
        return true;
    }

    private bool Read()
    {
        (length, Line) = (0, line);
        ends.Clear();
        var (quoted, any, begun) = (false, false, 0);
        while (Take() is var c and >= 0)
        {
            any = true;
            if (c == '\n') line++;
            if (quoted)
            {
                if (c != '"') Put((char)c);
                else if (Peek() == '"') Put((char)Take());
                else quoted = false;
            }
            else if (c == '"' && length == begun) quoted = true;
            else if (c is ',' or '\n')
            {
                ends.Add(begun = length);
                if (c == '\n') return true;
            }
            else if (c != '\r' || Peek() != '\n') Put((char)c);
        }
        if (quoted) throw new ImportException($"{name}:{Line}: a quoted field does not end; the file is cut off, or a quote is not doubled. Fetch it again.");
        if (any) ends.Add(length);
        return any;
    }

    private void Put(char c)
    {
        if (length == Longest) throw new ImportException($"{name}:{Line}: a line has more than {Longest:#,0} characters; no record has. A quote is not closed, or this is another kind of file.");
        if (length == record.Length) Array.Resize(ref record, record.Length * 2);
        record[length++] = c;
    }

    private int Peek() => at < filled || Fill() ? buffer[at] : -1;

    private int Take() => at < filled || Fill() ? buffer[at++] : -1;

    private bool Fill()
    {
        try
        {
            (at, filled) = (0, reader.Read(buffer));
        }
        catch (DecoderFallbackException e)
        {
            throw new ImportException($"{name}:{line}: the file is not UTF-8 from about this line on; save it as UTF-8.", e);
        }
        return filled > 0;
    }

    public void Dispose() => reader.Dispose();
}
