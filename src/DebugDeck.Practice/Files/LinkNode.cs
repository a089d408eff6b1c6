using DebugDeck.Practice.Processes;

namespace DebugDeck.Practice.Files;

/// <summary>A symbolic link.</summary>
internal sealed class LinkNode : Node
{
    public LinkNode(string target)
    {
        Target = target;
        Mode = 0b111_111_111;
    }

    public string Target { get; }

    public override char TypeLetter => 'l';

    public override int TypeBits => 0xA000;

    public override long Size => Target.Length;

    public override string? ReadLink(Process caller) => Target;
}
