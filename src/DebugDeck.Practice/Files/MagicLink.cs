using DebugDeck.Practice.Processes;

namespace DebugDeck.Practice.Files;

/// <summary>
/// A link of <c>/proc</c> such as <c>root</c>, <c>cwd</c>, <c>exe</c> or <c>fd/3</c>: it leads to a node, not to a path,
/// and both reading and following it ask whether the caller may trace the process.
/// </summary>
internal sealed class MagicLink : Node
{
    private readonly Process _process;
    private readonly Func<string> _text;
    private readonly Func<Node?> _target;

    public MagicLink(Process process, Func<string> text, Func<Node?> target)
    {
        (_process, _text, _target) = (process, text, target);
        Mode = 0b111_111_111;
    }

    public override char TypeLetter => 'l';

    public override int TypeBits => 0xA000;

    public override string? ReadLink(Process caller)
    {
        Guard(caller);
        return _text();
    }

    /// <summary>Where following it leads; null if that is no file (a socket, a pipe).</summary>
    public Node? Follow(Process caller)
    {
        Guard(caller);
        return _target();
    }

    private void Guard(Process caller)
    {
        if (!PtraceAccess.MayRead(caller, _process))
        {
            throw new FileException(Errno.AccessDenied, "");
        }
    }
}
