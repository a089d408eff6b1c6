namespace DebugDeck.Practice.Api.Selectors;

/// <summary>One condition on a label.</summary>
internal sealed record LabelRequirement(string Key, LabelOperator Operator, IReadOnlyList<string> Values)
{
    public bool Matches(IReadOnlyDictionary<string, string> labels)
    {
        var present = labels.TryGetValue(Key, out var value);
        return Operator switch
        {
            LabelOperator.Exists => present,
            LabelOperator.DoesNotExist => !present,
            LabelOperator.In => present && Values.Contains(value!),

            // As in Kubernetes, an object without the label is not in any set either.
            _ => !present || !Values.Contains(value!),
        };
    }
}
