namespace DebugDeck.Core.Playbooks.Conditions;

/// <summary>What stands behind <c>when:</c>. Pure: <see cref="ConditionFacts"/> in, yes or no out.</summary>
public abstract record Condition
{
    public abstract bool Holds(ConditionFacts facts);

    /// <summary>The steps it speaks of: they have to be through before it can be judged.</summary>
    public abstract IEnumerable<string> Steps { get; }

    /// <summary>It speaks of rules, so every step before has to be through.</summary>
    public abstract bool SpeaksOfRules { get; }

    /// <summary>The inputs it speaks of.</summary>
    public abstract IEnumerable<string> Inputs { get; }

    /// <summary>Both.</summary>
    public sealed record Both(Condition Left, Condition Right) : Pair(Left, Right)
    {
        public override bool Holds(ConditionFacts facts) => Left.Holds(facts) && Right.Holds(facts);
    }

    /// <summary>Either.</summary>
    public sealed record Either(Condition Left, Condition Right) : Pair(Left, Right)
    {
        public override bool Holds(ConditionFacts facts) => Left.Holds(facts) || Right.Holds(facts);
    }

    /// <summary>The contrary.</summary>
    public sealed record Opposite(Condition Inner) : Condition
    {
        public override IEnumerable<string> Steps => Inner.Steps;

        public override bool SpeaksOfRules => Inner.SpeaksOfRules;

        public override IEnumerable<string> Inputs => Inner.Inputs;

        public override bool Holds(ConditionFacts facts) => !Inner.Holds(facts);
    }

    /// <summary>A fact, by itself (there, not empty, at least a warning) or compared with a word.</summary>
    /// <param name="Area"><c>step</c>, <c>rule</c>, <c>input</c>, <c>target</c>.</param>
    /// <param name="Name">The step, rule, input or field.</param>
    /// <param name="Word">What it is compared with; null if it stands by itself.</param>
    /// <param name="IsEqual"><c>==</c>; false for <c>!=</c>.</param>
    public sealed record Fact(string Area, string Name, string? Word, bool IsEqual) : Condition
    {
        public override IEnumerable<string> Steps => Area == "step" ? [Name] : [];

        public override bool SpeaksOfRules => Area == "rule";

        public override IEnumerable<string> Inputs => Area == "input" ? [Name] : [];

        public override bool Holds(ConditionFacts facts) => Word is null
            ? facts.IsTrue(Area, Name)
            : string.Equals(facts.Value(Area, Name), Word, StringComparison.OrdinalIgnoreCase) == IsEqual;
    }

    /// <summary>Two conditions in one.</summary>
    public abstract record Pair(Condition Left, Condition Right) : Condition
    {
        public override IEnumerable<string> Steps => Left.Steps.Concat(Right.Steps);

        public override bool SpeaksOfRules => Left.SpeaksOfRules || Right.SpeaksOfRules;

        public override IEnumerable<string> Inputs => Left.Inputs.Concat(Right.Inputs);
    }
}
