namespace Assay.Adapters.Engines.Files;

/// <summary>A file that engines need, as one pinned npm package brings it.</summary>
/// <param name="Name">Its name once installed; no folder.</param>
/// <param name="Package">The npm package; its version is in <c>engines/package.json</c>.</param>
/// <param name="Path">Inside the package, with slashes.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">64 lower-case hexadecimal digits.</param>
public sealed record EngineFile(string Name, string Package, string Path, long Size, string Sha256)
{
    /// <summary>Where npm puts it.</summary>
    /// <param name="folder">Where npm works.</param>
    internal string In(string folder) => System.IO.Path.Combine([folder, "node_modules", .. Package.Split('/'), .. Path.Split('/')]);
}
