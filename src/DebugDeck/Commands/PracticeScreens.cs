using DebugDeck.Core.Errors;
using DebugDeck.Core.Hosts;
using DebugDeck.Practice.Server;
using DebugDeck.Tui;

namespace DebugDeck.Commands;

/// <summary>Opens the screens on a practice cluster, and ends the cluster when they are left.</summary>
internal static class PracticeScreens
{
    public static async Task<int> RunAsync(CommandContext context, PracticeOptions options, string user, CancellationToken cancellationToken)
    {
        DeckCommandLine.NeedScreens(context, "`debugdeck practice serve` serves the cluster without screens");

        // A second on a busy machine; the screens come after it, and nothing on the screen looks like nothing happens.
        context.Note("starting the practice cluster");
        await using var cluster = await PracticeServing.StartAsync(options with { Time = context.Clock }, cancellationToken);
        var kubeConfig = cluster.KubeconfigPaths.GetValueOrDefault(user) ?? throw new DebugDeckException(
            ErrorKind.Usage, $"the practice cluster has no user '{user}'", $"there are: {string.Join(", ", cluster.KubeconfigPaths.Keys.Order(StringComparer.Ordinal))}");
        var global = context.Global with { HasScreens = true, KubeConfig = kubeConfig, Contexts = [], Scope = context.Global.Scope ?? NamespaceScope.All };
        await using var catalogue = context.OpenHosts(global);
        return await context.RunScreens(catalogue.Select("kubernetes"), new DeckOptions { Contexts = context.Contexts(global), Anatomies = context.Lookup }, cancellationToken);
    }
}
