using Assay.Adapters.Storage.Arena;
using Assay.Arena;
using Assay.Calls;
using Assay.Host.Arena;
using Assay.Host.Catalog;
using Assay.Host.Playground;
using Assay.Host.Publishing;
using Assay.Playground;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assay.Host.Pages.Arena;

/// <summary>A battle: two answers, the vote, and then the names.</summary>
[IgnoreAntiforgeryToken] // SameOrigin refuses what other sites send.
public sealed class OneModel(ArenaStore store, Battles battles, BattleViews views, TurnRunner runner, Voters voters) : PageModel
{
    public BattleView View { get; private set; } = null!;

    /// <summary>Of the turn with both replies; to be shown after the vote alone.</summary>
    public string Turn { get; private set; } = "";

    /// <summary>That a vote did not count; null where none was tried.</summary>
    public string? Repeated { get; private set; }

    public IActionResult OnGet(string id)
    {
        AskedDay.Forget(HttpContext);
        if (!TurnId.TryParse(id, out var known) || store.Find(known) is not { } battle) return NotFound();
        return Show(battle, voters.Sure(HttpContext));
    }

    public IActionResult OnPostVote(string id, string? vote)
    {
        AskedDay.Forget(HttpContext);
        if (!TurnId.TryParse(id, out var known) || store.Find(known) is not { } battle) return NotFound();
        var voter = voters.Sure(HttpContext);
        if (VoteOutcomes.Find(vote) is not { } outcome) return BadRequest(ArenaApi.NoOutcome(vote));
        var before = battles.Vote(battle, views.Of(battle, voter), voter, outcome);
        if (before is null or VoteOutcome.NotDecided) return Redirect($"/arena/battles/{battle.Id}");
        Repeated = ArenaApi.Repeated(before.Value);
        return Show(battle, voter);
    }

    public IActionResult OnPostStop(string id)
    {
        if (!TurnId.TryParse(id, out var known) || store.Find(known) is not { } battle) return NotFound();
        runner.Find(battle.Turn)?.Stop();
        return Redirect($"/arena/battles/{battle.Id}");
    }

    private PageResult Show(Battle battle, string voter)
    {
        // Another voter sees something else, and this one after the vote.
        Response.Headers.CacheControl = "no-store";
        (View, Turn) = (views.Of(battle, voter), battle.Turn.Text);
        new PageHead($"Arena: {battle.Task.Label()}") { Json = $"/arena/battles/{battle.Id}.json", Private = true }.On(ViewData);
        return Page();
    }
}
