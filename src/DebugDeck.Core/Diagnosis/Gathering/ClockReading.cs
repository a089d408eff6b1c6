namespace DebugDeck.Core.Diagnosis.Gathering;

/// <summary>The clock of a target's node, read between two looks at our own.</summary>
/// <param name="Node">What the node's clock showed, in whole seconds.</param>
/// <param name="Before">Our clock before it was asked.</param>
/// <param name="After">Our clock when its answer was there.</param>
public sealed record ClockReading(DateTimeOffset Node, DateTimeOffset Before, DateTimeOffset After)
{
    /// <summary>How far the node's clock is ahead of ours; negative if it is behind.</summary>
    public TimeSpan Ahead => Node + TimeSpan.FromMilliseconds(500) - (Before + ((After - Before) / 2));

    /// <summary>How far <see cref="Ahead"/> may be off: half of the time that the question took, and of the second that the clock counts in.</summary>
    public TimeSpan Doubt => ((After - Before) / 2) + TimeSpan.FromMilliseconds(500);
}
