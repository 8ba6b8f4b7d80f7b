using Assay.Units;

namespace Assay.Catalog;

/// <summary>Who makes models.</summary>
public sealed record Organization(string Id, string Name, IReadOnlyDictionary<string, Fact<string>> About);

/// <summary>Who serves models.</summary>
public sealed record Provider(string Id, string Name, IReadOnlyDictionary<string, Fact<string>> About)
{
    /// <summary>The organization whose own models it serves first, or null.</summary>
    public string? Organization => Text("organization");

    /// <summary>The wire protocol it speaks (<c>openai-chat</c>, <c>anthropic</c> …), or null when not known.</summary>
    public string? Protocol => Text("protocol");

    private string? Text(string key) => About.TryGetValue(key, out var fact) && fact.TryGet(out var value) ? value : null;
}

/// <summary>A test that models are scored on.</summary>
public sealed record Benchmark(string Id, string Name, IReadOnlyDictionary<string, Fact<string>> About)
{
    /// <summary>False for error rates and costs; true unless the catalogue says otherwise.</summary>
    public bool HigherIsBetter => !(About.TryGetValue("higher_is_better", out var fact) && fact.TryGet(out var value) && value == "no");
}

/// <summary>A benchmark result of a model, with the claim that carries it.</summary>
public sealed record BenchmarkResult(BenchmarkScore Score, Claim Claim)
{
    /// <summary><see cref="BenchmarkScore.ComparableKey"/>, kept: every comparison looks it up.</summary>
    public string Key { get; } = Score.ComparableKey;
}

/// <summary>A model as served by one provider, in one region and tier, at one price list.</summary>
public sealed record Offer
{
    public required OfferId Id { get; init; }
    public required Provider Provider { get; init; }
    public required Fact<string> Name { get; init; }

    /// <summary>Which model it serves and how that is known.</summary>
    public required Identity.MatchDecision Match { get; init; }

    public required IReadOnlyList<PriceComponent> Prices { get; init; }
    public required Fact<TokenCount> ContextWindow { get; init; }
    public required Fact<TokenCount> MaxInput { get; init; }
    public required Fact<TokenCount> MaxOutput { get; init; }
    public required Fact<IReadOnlyList<string>> ModalitiesIn { get; init; }
    public required Fact<IReadOnlyList<string>> ModalitiesOut { get; init; }
    public required IReadOnlyDictionary<Capability, Fact<bool>> Capabilities { get; init; }
    public required Fact<string> FreeTier { get; init; }
    public required Lifecycle Lifecycle { get; init; }

    /// <summary>Every claim of the offer.</summary>
    public required IReadOnlyList<Claim> Claims { get; init; }

    /// <summary>The base price of a kind; unknown where no source gives one.</summary>
    public Fact<UnitPrice> Price(PriceKind kind)
    {
        foreach (var component in Prices)
            if (component.Kind == kind && component.When == PriceCondition.Always) return component.Price;
        return Fact<UnitPrice>.NothingSaid;
    }

    // One snapshot holds one object for each offer.
    public bool Equals(Offer? other) => ReferenceEquals(this, other);
    public override int GetHashCode() => Id.GetHashCode();

    /// <summary>A source says that no price applies: it runs on the machine of whoever uses it. Not the same as free.</summary>
    public bool IsOnOwnMachine => Price(PriceKind.Input).State is FactState.NotApplicable;

    /// <summary>Input and output both have a confirmed price.</summary>
    public bool IsPriced => Price(PriceKind.Input).TryGetConfirmed(out _) && Price(PriceKind.Output).TryGetConfirmed(out _);
}
