namespace Assay.Statistics;

/// <summary>
/// Groups of models within which each can be reached from each by a chain of wins and ties. Strengths have finite maximum likelihood only
/// within one group (Ford 1957): between two groups one side never took a point, so "how much stronger" has no answer.
/// </summary>
public static class VoteGroups
{
    private const int Named = 5;

    /// <returns>The groups: one that took points off another stands before it; models in ordinal order.</returns>
    public static IReadOnlyList<IReadOnlyList<string>> Of(VoteTable votes) =>
        [.. Components(new PairScores(votes).Beats()).Select(g => (IReadOnlyList<string>)[.. g.Order().Select(i => votes.Models[i])])];

    /// <summary>Why votes that fall into groups give no strengths, with the groups by name.</summary>
    public static string Refusal(IReadOnlyList<IReadOnlyList<string>> groups)
    {
        var shown = string.Join("; ", groups.Take(Named).Select(g => $"{{{string.Join(", ", g.Take(Named))}{(g.Count > Named ? $" and {g.Count - Named} more" : "")}}}"));
        var rest = groups.Count > Named ? $"; and {groups.Count - Named} more" : "";
        return $"The votes fall into {groups.Count} groups, {shown}{rest}. Between groups no model was ever compared, or one side took every vote, so no strength holds for all: "
            + "votes between the groups are needed, with a win or tie for each side, or the strengths of one group alone.";
    }

    /// <summary>The strongly connected components by Kosaraju's two passes, sources first. With stacks of its own: a long chain of models ends no thread.</summary>
    internal static List<List<int>> Components(List<int>[] edges)
    {
        var finished = new List<int>(edges.Length);
        var seen = new bool[edges.Length];
        for (var i = 0; i < edges.Length; i++) Visit(i, edges, seen, finished);

        var reversed = Reversed(edges);
        var groups = new List<List<int>>();
        Array.Clear(seen);
        for (var i = finished.Count - 1; i >= 0; i--)
        {
            if (seen[finished[i]]) continue;
            groups.Add([]);
            Visit(finished[i], reversed, seen, groups[^1]);
        }
        return groups;
    }

    private static void Visit(int root, List<int>[] edges, bool[] seen, List<int> finished)
    {
        if (seen[root]) return;
        seen[root] = true;
        var path = new Stack<(int Node, int Next)>([(root, 0)]);
        while (path.TryPop(out var at))
        {
            if (at.Next == edges[at.Node].Count)
            {
                finished.Add(at.Node);
                continue;
            }
            path.Push((at.Node, at.Next + 1));
            var to = edges[at.Node][at.Next];
            if (seen[to]) continue;
            seen[to] = true;
            path.Push((to, 0));
        }
    }

    private static List<int>[] Reversed(List<int>[] edges)
    {
        var reversed = new List<int>[edges.Length];
        for (var i = 0; i < edges.Length; i++) reversed[i] = [];
        for (var i = 0; i < edges.Length; i++)
            foreach (var to in edges[i]) reversed[to].Add(i);
        return reversed;
    }
}
