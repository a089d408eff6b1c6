using DebugDeck.Commands;
using DebugDeck.Output;

namespace DebugDeck.Hosting;

/// <summary>The composition root: what the commands get when the program runs for real.</summary>
internal static class ProgramContext
{
    public static CommandContext Create() => new()
    {
        Out = StandardStreams.Output(),
        Error = StandardStreams.Error(),
        In = StandardStreams.Input(),
        Clock = TimeProvider.System,
        Environment = Environment.GetEnvironmentVariable,
        Paths = ProgramPaths.From(Environment.GetEnvironmentVariable, Environment.GetFolderPath(Environment.SpecialFolder.UserProfile)),
        OpenHosts = _ => new HostCatalogue(),
    };
}
