using Assay.Calls;

namespace Assay.Adapters.Protocols;

/// <summary>Which of the parameters asked for a protocol sends, and why not the others.</summary>
internal sealed class Parameters(string protocol, CallRequest request, Endpoint endpoint)
{
    private readonly List<AttemptEvent.NotHonoured> left = [];

    public CallParameters Asked => request.Parameters;

    public IReadOnlyList<AttemptEvent.NotHonoured> Left
    {
        get
        {
            if (Asked.MinScore is not null) Leave(nameof(CallParameters.MinScore), "only local engines tell scores to filter by");
            return left;
        }
    }

    /// <summary>The name a parameter is sent under; null where nothing was asked, or the model does not take it.</summary>
    /// <param name="asked">Whether it was asked for.</param>
    /// <param name="parameter">Its name in <see cref="CallParameters"/>.</param>
    /// <param name="name">The protocol's name.</param>
    public string? Name(bool asked, string parameter, string name)
    {
        if (!asked) return null;
        if (Quirk.Of(protocol, endpoint.Provider, request.Model.Model, name) is not { } quirk) return name;
        if (quirk.SentAs is null) Leave(parameter, quirk.Why);
        return quirk.SentAs;
    }

    /// <summary>The protocol has no such parameter.</summary>
    public void Lacks(bool asked, string parameter, string why)
    {
        if (asked) Leave(parameter, why);
    }

    /// <summary>Whether a difference of this name holds for the model.</summary>
    public Quirk? Difference(string name) => Quirk.Of(protocol, endpoint.Provider, request.Model.Model, name);

    private void Leave(string parameter, string why) => left.Add(new(parameter, why));
}
