namespace Assay.Search;

/// <summary>What is asked of every model: one condition, or several put together. Immutable; printed, it can be read back.</summary>
public abstract record Question
{
    private Question() { }

    /// <summary>No condition: every model meets it.</summary>
    public static Question Anything { get; } = new All([]);

    public abstract Truth Of(Candidate candidate);

    /// <summary>Every condition in it, in order.</summary>
    public abstract IEnumerable<Condition> Conditions { get; }

    /// <summary>The parts that must all hold: what commas part at the top.</summary>
    public virtual IReadOnlyList<Question> Clauses => [this];

    /// <summary>The conditions whose answer for this model is unknown, each with the reason.</summary>
    public IEnumerable<(Condition Condition, string Why)> Unknowns(Candidate candidate) =>
        Conditions.Where(c => c.Of(candidate) is Truth.Unknown).Select(c => (c, c.WhyUnknown(candidate)));

    /// <summary>All of these; one alone stays itself, and parts that are themselves "all of" are merged.</summary>
    public static Question AllOf(IEnumerable<Question> parts) =>
        parts.SelectMany(p => p is All all ? all.Parts : [p]).ToArray() is [var one] ? one : new All([.. parts.SelectMany(p => p is All all ? all.Parts : [p])]);

    public static Question AnyOf(IReadOnlyList<Question> parts) => parts is [var one] ? one : new Any([.. parts.SelectMany(p => p is Any any ? any.Parts : [p])]);

    /// <summary>One field held against one value.</summary>
    public sealed record Condition(Field Field, Operator Sign, string Value, Reading.Span? Bound) : Question
    {
        /// <summary>Values that ask about the state of a field, and so always have an answer.</summary>
        public static readonly IReadOnlyList<string> States = ["known", "unknown", "disputed"];

        public override IEnumerable<Condition> Conditions => [this];

        public override Truth Of(Candidate candidate)
        {
            if (Value == "disputed") return Truths.Of(Field.Fact?.Invoke(candidate).State is Catalog.FactState.Disputed);
            var reading = Field.Read(candidate);
            if (Value is "known" or "unknown") return Truths.Of(reading is Reading.Unknown == (Value == "unknown"));
            return reading switch
            {
                Reading.Span span when Bound is not null => span.Is(Sign, Bound),
                Reading.Words words => words.Holds(Value),
                Reading.Unknown => Truth.Unknown,
                _ => Truth.No,
            };
        }

        internal string WhyUnknown(Candidate candidate) => Field.Read(candidate) switch
        {
            Reading.Unknown unknown => unknown.Why,
            Reading.Span span => $"only {FieldValues.Show(Field.Kind, span)} is known",
            _ => "what is known does not settle it",
        };

        public override string ToString() => Field.Kind is FieldKind.YesNo && Value == "yes" ? Field.Name : $"{Field.Name} {Operators.Sign(Sign)} {Tokens.Quoted(Value)}";
    }

    public sealed record Not(Question Part) : Question
    {
        public override IEnumerable<Condition> Conditions => Part.Conditions;
        public override Truth Of(Candidate candidate) => Truths.Not(Part.Of(candidate));
        public override string ToString() => "not " + Bracketed(Part);
    }

    public sealed record All(IReadOnlyList<Question> Parts) : Question
    {
        public override IEnumerable<Condition> Conditions => Parts.SelectMany(p => p.Conditions);
        public override IReadOnlyList<Question> Clauses => Parts;
        public override Truth Of(Candidate candidate)
        {
            var truth = Truth.Yes;
            for (var i = 0; i < Parts.Count && truth is not Truth.No; i++) truth = Truths.And(truth, Parts[i].Of(candidate));
            return truth;
        }

        public override string ToString() => string.Join(", ", Parts);
    }

    public sealed record Any(IReadOnlyList<Question> Parts) : Question
    {
        public override IEnumerable<Condition> Conditions => Parts.SelectMany(p => p.Conditions);
        public override Truth Of(Candidate candidate) => Parts.Aggregate(Truth.No, (truth, part) => Truths.Or(truth, part.Of(candidate)));
        public override string ToString() => string.Join(" or ", Parts.Select(p => p is All ? Bracketed(p) : p.ToString()));
    }

    private static string Bracketed(Question part) => part is All or Any ? $"({part})" : part.ToString()!;
}
