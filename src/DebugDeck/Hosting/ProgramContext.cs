using DebugDeck.Commands;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Settings;
using DebugDeck.Docker;
using DebugDeck.Docker.Endpoints;
using DebugDeck.Docker.Registries;
using DebugDeck.Kubernetes;
using DebugDeck.Output;

namespace DebugDeck.Hosting;

/// <summary>The composition root: what the commands get when the program runs for real. Nothing is read or connected before a command asks for it.</summary>
internal static class ProgramContext
{
    public static CommandContext Create()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var paths = ProgramPaths.From(Environment.GetEnvironmentVariable, home);
        var error = StandardStreams.Error();
        return new CommandContext
        {
            Out = StandardStreams.Output(),
            Error = error,
            In = StandardStreams.Input(),
            Clock = TimeProvider.System,
            Environment = Environment.GetEnvironmentVariable,
            Paths = paths,
            OpenHosts = Open,
            Contexts = options => new KubernetesContexts(Kubernetes(options, SettingsFile.Read(paths.SettingsFile))),
            OpenImage = (options, address, token) => ImageSources.OpenAsync(() => Open(options), address, token),
            OpenRegistry = () => new ImageRegistry(),
            AbsentEngines = options => AbsentEngines.Find(Docker(options, UserSettings.Default, atLeastOne: true)),
        };

        HostCatalogue Open(GlobalOptions options)
        {
            var settings = SettingsFile.Read(paths.SettingsFile);
            var clusters = KubernetesHosts.Discover(Kubernetes(options, settings));
            return new HostCatalogue([.. DockerHosts.Discover(Docker(options, settings, atLeastOne: clusters.Count == 0)), .. clusters]);
        }

        DockerHostsOptions Docker(GlobalOptions options, UserSettings settings, bool atLeastOne) => new(
            options.DockerHost,
            Environment.GetEnvironmentVariable,
            home,
            paths.Cache,
            new ToolboxCatalog(settings),
            TimeProvider.System)
        {
            AtLeastOne = atLeastOne,
        };

        KubernetesHostsOptions Kubernetes(GlobalOptions options, UserSettings settings) => new()
        {
            Contexts = options.Contexts,
            KubeConfig = options.KubeConfig,
            ActAs = options.ActAs,
            ActAsGroups = options.ActAsGroups,
            RequestTimeout = options.RequestTimeout,
            Scope = options.Scope,
            Favourites = settings.Namespaces,
            Environment = Environment.GetEnvironmentVariable,
            Home = home,
            CacheDirectory = paths.Cache,
            Toolboxes = new ToolboxCatalog(settings),
            PluginSays = options.HasScreens ? null : Say,
            Clock = TimeProvider.System,
        };

        void Say(string line)
        {
            error.Text.WriteLine(line);
            error.Flush();
        }
    }
}
