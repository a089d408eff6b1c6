namespace DebugDeck.Practice.Api.Selectors;

/// <summary>How a label is compared.</summary>
internal enum LabelOperator
{
    Exists,
    DoesNotExist,
    In,
    NotIn,
}
