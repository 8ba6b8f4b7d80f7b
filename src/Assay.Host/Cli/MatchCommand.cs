using System.CommandLine;
using Assay.Host.Cli.Text;

namespace Assay.Host.Cli;

/// <summary><c>assay match</c>: which model each offer of a list serves.</summary>
internal sealed class MatchCommand : Command
{
    private static readonly string[] Header = ["row_id", "model", "release", "group", "kind", "reason"];

    private readonly Argument<string> List = new("FILE.csv")
    {
        Description = "Offers, one a row: provider_id, provider_model_id, and where known row_id, display_name, release_date, context, max_output, price_input, price_output, modalities.",
    };

    public MatchCommand(Surroundings surroundings) : base("match", "Tells which model each listed offer serves, in what form, and why.")
    {
        Arguments.Add(List);
        SetAction(parse => Run(parse, new(parse, surroundings)));
    }

    private int Run(ParseResult parse, CommandRun run)
    {
        var offers = OfferList.Read(parse.GetValue(List)!);
        var decisions = run.Catalog().Matcher.Match([.. offers.Select(o => o.Offer)]);
        IReadOnlyList<MatchRow> rows = [.. offers.Select((o, i) => MatchRow.Of(o.RowId, decisions[i]))];
        if (run.Json) run.WriteJson(rows, CliJson.Default.IReadOnlyListMatchRow);
        else run.Write(Csv.Write(Header, rows.Select(r => (string?[])[r.RowId, r.Model, r.Release, r.Group, r.Kind, r.Reason]), own: 1));
        return ExitCode.Done;
    }
}
