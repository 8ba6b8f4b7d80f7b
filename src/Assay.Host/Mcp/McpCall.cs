using System.Text;
using System.Text.Json;
using Assay.Adapters.Settings;
using Assay.Adapters.Storage;
using ModelContextProtocol.Protocol;

namespace Assay.Host.Mcp;

/// <summary>One call of a tool: its arguments read, its answer put into the protocol's form, its faults told in words.</summary>
internal static partial class McpCall
{
    /// <summary>Bytes of a result on the wire, structured content and text together.</summary>
    public const int MostBytes = 20_000;

    /// <summary>Bytes of the text.</summary>
    public const int MostText = 5_000;

    /// <summary>Bytes of what holds the two together.</summary>
    private const int Around = 400;

    /// <summary>Bytes of structured content that have room beside a text.</summary>
    public static int RoomBeside(string text) => MostBytes - Around - Math.Min(Size(text), MostText);

    public static async Task<CallToolResult> Make(IMcpTool tool, IDictionary<string, JsonElement>? arguments, ILogger log, CancellationToken cancellationToken)
    {
        try
        {
            var asked = new ToolArguments(tool, arguments);
            if (asked.Problems.Count > 0) return Fault(asked.Problems);
            // Work on the catalogue takes no turns: whoever reads the next message must not wait for it.
            return await Task.Run(() => tool.Answer(asked, cancellationToken), cancellationToken) switch
            {
                ToolAnswer.Found found => new() { StructuredContent = JsonSerializer.SerializeToElement(found.Structured), Content = [new TextContentBlock { Text = Shortened(found.Text) }], IsError = found.Failed },
                ToolAnswer.Refused refused => Fault(refused.Problems),
                _ => throw new InvalidOperationException("A call has two outcomes."),
            };
        }
        catch (Exception e) when (e is SettingsException or StoreException)
        {
            return Fault([e.Message]);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // The client is told that it is not its fault, and the next call may go well.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Broke(log, e, tool.Name);
            return Fault([$"{tool.Name} broke off through a fault of the program ({e.GetType().Name}). Its log has the details; another question may be answered."]);
        }
    }

    private static CallToolResult Fault(IReadOnlyList<string> problems) => new() { IsError = true, Content = [new TextContentBlock { Text = Shortened(string.Join('\n', problems)) }] };

    /// <summary>Whole lines, as many as there is room for; what is cut is said.</summary>
    private static string Shortened(string text)
    {
        if (Size(text) <= MostText) return text;
        const string more = "\n(Cut here: the structured content has more, and detail=full all of it.)";
        var (lines, room) = (new StringBuilder(), MostText - Size(more));
        foreach (var line in text.Split('\n'))
        {
            if ((room -= Size(line) + 2) < 0) break;
            lines.Append(line).Append('\n');
        }
        // One line alone may be too long.
        return (lines.Length > 0 ? lines.ToString() : text[..Math.Min(text.Length, MostText / 8)] + "…") + more;
    }

    private static int Size(string text) => Encoding.UTF8.GetByteCount(JsonEncodedText.Encode(text).Value);

    [LoggerMessage(LogLevel.Error, "The tool {Tool} broke off.")]
    private static partial void Broke(ILogger log, Exception fault, string tool);
}
