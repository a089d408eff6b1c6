using DebugDeck.Commands;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Settings;
using DebugDeck.Docker;
using DebugDeck.Docker.Endpoints;
using DebugDeck.Output;

namespace DebugDeck.Hosting;

/// <summary>The composition root: what the commands get when the program runs for real. Nothing is read or connected before a command asks for it.</summary>
internal static class ProgramContext
{
    public static CommandContext Create()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var paths = ProgramPaths.From(Environment.GetEnvironmentVariable, home);
        return new CommandContext
        {
            Out = StandardStreams.Output(),
            Error = StandardStreams.Error(),
            In = StandardStreams.Input(),
            Clock = TimeProvider.System,
            Environment = Environment.GetEnvironmentVariable,
            Paths = paths,
            OpenHosts = options => new HostCatalogue(DockerHosts.Discover(Docker(options, SettingsFile.Read(paths.SettingsFile)))),
            AbsentEngines = options => AbsentEngines.Find(Docker(options, UserSettings.Default)),
        };

        DockerHostsOptions Docker(GlobalOptions options, UserSettings settings) => new(
            options.DockerHost,
            Environment.GetEnvironmentVariable,
            home,
            paths.Cache,
            new ToolboxCatalog(settings),
            TimeProvider.System);
    }
}
