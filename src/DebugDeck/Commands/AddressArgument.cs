using System.CommandLine;

namespace DebugDeck.Commands;

/// <summary>The argument that names a target, or a path in one.</summary>
internal static class AddressArgument
{
    public static Argument<string> Target() => new("ADDRESS")
    {
        Description = "docker://NAME, podman://NAME, or just NAME (or the beginning of an id), looked up on every host",
    };

    public static Argument<string> Path() => new("ADDRESS:/path")
    {
        Description = "A target and an absolute path in it: docker://web:/etc/resolv.conf",
    };
}
