using System.Runtime.InteropServices;
using SQLitePCL;

namespace Assay.Adapters.Storage;

/// <summary>
/// Which native SQLite the program uses: the system's where it is recent enough, because that one gets security updates,
/// else the one that ships with the program.
/// </summary>
public static unsafe class SqliteLibrary
{
    // RETURNING, and everything else that the store's SQL uses.
    private const int OldestUsable = 3_035_000;

    private static readonly Lazy<string> Ready = new(Initialise);

    /// <summary>For people: <c>SQLite 3.40.1 (the system's libsqlite3.so.0)</c>.</summary>
    public static string Description => $"SQLite {Version} ({Origin})";

    /// <summary>As the library itself says: <c>3.40.1</c>.</summary>
    public static string Version
    {
        get
        {
            Use();
            return raw.sqlite3_libversion().utf8_to_string();
        }
    }

    /// <summary><c>the system's libsqlite3.so.0</c> or <c>bundled</c>.</summary>
    public static string Origin => Ready.Value;

    internal static void Use() => _ = Ready.Value;

    private static string Initialise()
    {
        var system = OperatingSystem.IsLinux() ? LoadSystem("libsqlite3.so.0") : 0;
        NativeLibrary.SetDllImportResolver(
            typeof(SQLite3Provider_e_sqlite3).Assembly, (name, _, _) => name == "e_sqlite3" ? system : 0);
        raw.SetProvider(new SQLite3Provider_e_sqlite3());
        return system == 0 ? "bundled" : "the system's libsqlite3.so.0";
    }

    private static nint LoadSystem(string name)
    {
        if (!NativeLibrary.TryLoad(name, out var library)) return 0;
        if (NativeLibrary.TryGetExport(library, "sqlite3_libversion_number", out var version)
            && ((delegate* unmanaged[Cdecl]<int>)version)() >= OldestUsable) return library;
        NativeLibrary.Free(library);
        return 0;
    }
}
