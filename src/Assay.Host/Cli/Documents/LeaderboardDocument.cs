using System.Globalization;
using Assay.Adapters.Storage.Arena;
using Assay.Host.Arena;
using Assay.Host.Cli.Text;
using Assay.Units;

namespace Assay.Host.Cli.Documents;

/// <summary>Ratings from blind votes, and what an import or export of votes did.</summary>
internal static class LeaderboardDocument
{
    public static Document Of(LeaderboardView board, bool quiet)
    {
        var document = new Document("Leaderboard");
        if (!quiet) document.Heading(1, board.Task is null ? "Leaderboard" : $"Leaderboard: {Document.Safe(board.Task)}");
        if (board.Votes == 0) return document.Paragraph("There are no votes yet. Vote at /arena of the web app, or bring votes in: assay arena import votes.csv");
        if (!quiet) document.Paragraph($"{Words.Plural(board.Votes, "vote")} on {Words.Plural(board.Models, "model")}.");
        if (board.Why is { } why) document.Paragraph(new($"No ratings. {Document.Safe(why)}", Tone.Unknown));
        document.Table(board.Scale is null
            ? new([new("Model"), new("Votes", true), new("Won", true), new("Lost", true), new("Neither", true)], [.. board.Rows.Select(r => new Row([Document.Safe(r.Name), Format.Exact(r.Votes), Format.Exact(r.Wins), Format.Exact(r.Losses), Format.Exact(r.Ties)]))])
            : new([new("Rank", true), new("Model"), new("Points", true), new("95 %"), new("Votes", true)],
                [.. board.Rows.Select(r => new Row([r.BestRank == r.WorstRank ? $"{r.BestRank}" : $"{r.BestRank}–{r.WorstRank}", Document.Safe(r.Name), Points(r.Points), $"{Points(r.Low)} to {Points(r.High)}", Format.Exact(r.Votes)]))]));
        if (quiet) return document;
        if (board.Scale is { } scale) document.Paragraph(new($"Points are 400·log10 of the strength: 400 more are ten wins to one; {scale}. A rank is a range: models whose intervals overlap are not told apart.", Tone.Quiet));
        return document.Paragraph(new(board.Position.Words, Tone.Quiet));
    }

    public static Document Of(VoteImport import, bool dryRun)
    {
        var document = new Document("Votes");
        var name = Document.Safe(import.File);
        if (import.Before is { } before) return document.Paragraph($"{name} is already there: the same file brought {Words.Plural(before, "vote")} on {import.Since![..10]}, and nothing changed.");
        document.Paragraph(new($"{name}: {(dryRun ? "nothing was written (--dry-run); it would have been " : "")}{Words.Plural(import.Votes, "vote")} on {Words.Plural(import.Models, "model")}.", Tone.Strong));
        return import.PassedOver.Count == 0 ? document : document.Paragraph(new($"Columns of no use here, passed over: {Document.Safe(string.Join(", ", import.PassedOver))}.", Tone.Quiet));
    }

    public static Document Of(VoteExport export) => new Document("Votes").Paragraph($"{Words.Plural(export.Votes, "vote")} written to {Document.Safe(export.File)}.");

    private static string Points(double? points) => Math.Round(points!.Value, MidpointRounding.AwayFromZero).ToString("0", CultureInfo.InvariantCulture);
}
