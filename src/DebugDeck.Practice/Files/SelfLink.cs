using System.Globalization;
using DebugDeck.Practice.Processes;

namespace DebugDeck.Practice.Files;

/// <summary><c>/proc/self</c>: a link that reads differently for each process.</summary>
internal sealed class SelfLink : Node
{
    private readonly PidNamespace _namespace;
    private readonly string _rest;

    public SelfLink(PidNamespace pidNamespace, string rest = "")
    {
        (_namespace, _rest) = (pidNamespace, rest);
        Mode = 0b111_111_111;
    }

    public override char TypeLetter => 'l';

    public override int TypeBits => 0xA000;

    public override string? ReadLink(Process caller) => _namespace.PidOf(caller)?.ToString(CultureInfo.InvariantCulture) + _rest;
}
