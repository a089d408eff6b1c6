namespace DebugDeck.Practice.Shell.Syntax;

/// <summary>Text that is no script.</summary>
/// <param name="message">What ash says.</param>
/// <param name="isIncomplete">More lines could mend it: an interactive shell asks for them.</param>
internal sealed class ShellSyntaxException(string message, bool isIncomplete = false) : Exception(message)
{
    public bool IsIncomplete { get; } = isIncomplete;
}
