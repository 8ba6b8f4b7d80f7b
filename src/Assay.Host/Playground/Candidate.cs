using Assay.Calls;

namespace Assay.Host.Playground;

/// <summary>A model that some provider serves, as one may choose it in the playground.</summary>
/// <param name="Name">For people: the model's name in the catalogue, else the provider's id of it.</param>
/// <param name="Provider">The provider's name.</param>
public sealed record Candidate(ModelRef Ref, string Name, string Provider)
{
    /// <summary>Id of the model's page; null where the catalogue does not know it.</summary>
    public string? ModelId { get; init; }

    /// <summary>Whether a call can go out now.</summary>
    public required bool Ready { get; init; }

    /// <summary>How it is reached, or what is missing and the fix.</summary>
    public required string Words { get; init; }

    /// <summary>The environment variable that is missing; null where none is.</summary>
    public string? Variable { get; init; }

    /// <summary>Whether it can do a task, by facts.</summary>
    public required Func<ModelTask, Ability> Can { get; init; }
}

/// <summary>Whether a model can do a task.</summary>
/// <param name="Yes">Null where no fact tells.</param>
/// <param name="Why">In words: the fact, or what is not known.</param>
public sealed record Ability(bool? Yes, string Why);
