using Assay.Host.Cli.Text;
using Assay.Units;

namespace Assay.Host.Cli.Documents;

/// <summary>What <c>assay engines</c> tells.</summary>
internal static class EnginesDocument
{
    public static Document Of(EnginesView view, bool quiet)
    {
        var document = new Document("Engines");
        var size = $"{Format.Exact(view.Bytes / 1_000_000)} MB";
        document.Paragraph(view.Installed
            ? $"The local engines are installed ({size}): {view.Folder}"
            : $"The local engines are not installed. 'assay engines install' fetches them once, by npm, into {view.Folder} ({size}; about 600 MB while it runs).");
        return quiet ? document : document.Table(new([new("File"), new("Package"), new("KB", Number: true), new("There")],
            [.. view.Files.Select(f => new Row([new(f.Name), new(f.Package), new(Format.Exact(f.Bytes / 1000)), new(f.Present ? "yes" : "no")]))]));
    }
}
