using System.CommandLine;

namespace DebugDeck.Commands;

/// <summary>The argument that names a target, or a path in one.</summary>
internal static class AddressArgument
{
    public const string Name = "ADDRESS";

    public static Argument<string> Target(CommandScope scope)
    {
        var argument = new Argument<string>(Name)
        {
            Description = "docker://NAME, podman://NAME, or just NAME (or the beginning of an id), looked up on every host",
        };
        argument.CompletionSources.Add(_ => scope.Candidates.Targets);
        return argument;
    }

    public static Argument<string> Path(CommandScope scope)
    {
        var argument = new Argument<string>($"{Name}:/path")
        {
            Description = "A target and an absolute path in it: docker://web:/etc/resolv.conf",
        };
        argument.CompletionSources.Add(_ => scope.Candidates.Paths);
        return argument;
    }
}
