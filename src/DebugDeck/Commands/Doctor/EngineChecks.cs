using System.Globalization;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Hosts;

namespace DebugDeck.Commands.Doctor;

/// <summary>Are there engines and clusters, and do they answer?</summary>
internal static class EngineChecks
{
    private const string Area = "engines";

    public static async Task<IReadOnlyList<DoctorCheck>> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        try
        {
            await using var catalogue = context.OpenHosts(context.Global);
            var hosts = await Task.WhenAll(catalogue.Select(context.Global.Host).Select(host =>
                host.Info.Kind == HostKind.Kubernetes ? ClusterChecks.RunAsync(host, cancellationToken) : LookAsync(host, cancellationToken)));
            return [.. hosts.SelectMany(checks => checks), .. context.AbsentEngines(context.Global).Select(Absent)];
        }
        catch (DebugDeckException error)
        {
            return [new DoctorCheck(Area, "hosts", DoctorVerdict.Problem, error.Message, error.Hint)];
        }
    }

    private static async Task<IReadOnlyList<DoctorCheck>> LookAsync(IContainerHost host, CancellationToken cancellationToken)
    {
        var (status, targets) = await host.ListAsync(cancellationToken);

        // Asked afterwards: an engine tells only when it answers that it is Podman.
        var info = host.Info;
        var place = $"{info.Endpoint} ({info.Source})";
        return
        [
            status.State == HostState.Ready
                ? new DoctorCheck(Area, info.Name, DoctorVerdict.Ok, string.Create(CultureInfo.InvariantCulture, $"{info.Kind} {status.Version} at {place}, {targets.Count} containers"))
                : new DoctorCheck(Area, info.Name, DoctorVerdict.Problem, $"{place}: {status.Reason ?? "no answer"}", "start the engine, or name another with --docker-host or DOCKER_HOST"),
        ];
    }

    private static DoctorCheck Absent(HostInfo place) => new(Area, place.Name, DoctorVerdict.Absent, $"nothing at {place.Endpoint} ({place.Source})");
}
