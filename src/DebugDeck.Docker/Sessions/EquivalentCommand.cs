using DebugDeck.Core.Debugging;
using DebugDeck.Core.Hosts;
using DebugDeck.Core.Images;
using Docker.DotNet.Models;

namespace DebugDeck.Docker.Sessions;

/// <summary>The command line that does what a plan says, without DebugDeck. Made from the very parameters that the engine would get.</summary>
internal static class EquivalentCommand
{
    private const string ToolsContainer = "debugdeck-tools";

    public static string For(DebugPlan plan, TargetFacts facts, HostInfo host)
    {
        var program = host.Kind == HostKind.Podman ? "podman" : "docker";
        var container = SessionContainer.For(plan, facts, ToolsContainer);
        var run = $"{program} {ShellText.Line(["run", "--rm", "-it", .. Options(container, facts), Short(container.Image)])}";
        if (plan.Technique == DebugTechnique.Sidecar)
        {
            return run;
        }

        var fill = ShellText.Line(["run", "--name", ToolsContainer, "--volume", SessionContainer.ToolFolder, Short(plan.Toolbox.Image), .. DebugScripts.InstallTools(SessionContainer.ToolFolder)]);
        return $"{program} {fill} && {run}; {program} rm -v {ToolsContainer}";
    }

    private static IEnumerable<string> Options(CreateContainerParameters container, TargetFacts facts)
    {
        var host = container.HostConfig ?? new HostConfig();
        return
        [
            .. Option("--pid", Named(host.PidMode, facts)),
            .. Option("--network", host.NetworkMode == "default" ? "" : Named(host.NetworkMode, facts)),
            .. Option("--ipc", Named(host.IpcMode, facts)),
            .. Option("--userns", host.UsernsMode),
            .. Option("--runtime", host.Runtime == "runc" ? "" : host.Runtime),
            .. Option("--user", container.User),
            .. Option("--workdir", container.WorkingDir == "/" ? "" : container.WorkingDir),
            .. Flag("--privileged", host.Privileged),
            .. Flag("--read-only", host.ReadonlyRootfs),
            .. Options("--cap-add", host.CapAdd),
            .. Options("--cap-drop", host.CapDrop),
            .. Options("--security-opt", host.SecurityOpt),
            .. Options("--group-add", host.GroupAdd),
            .. Options("--dns", host.DNS),
            .. Options("--dns-option", host.DNSOptions),
            .. Options("--dns-search", host.DNSSearch),
            .. Options("--add-host", host.ExtraHosts),
            .. Options("--env", container.Env),
            .. Options("--tmpfs", host.Tmpfs?.Select(mount => mount.Value.Length > 0 ? $"{mount.Key}:{mount.Value}" : mount.Key)),
            .. Options("--mount", host.Mounts?.Select(Written)),
            .. Options("--volumes-from", host.VolumesFrom),
            .. Flag("--no-healthcheck", container.Healthcheck is not null),
            .. Option("--entrypoint", container.Entrypoint?[0]),
        ];
    }

    // A person knows the target by its name.
    private static string Named(string? mode, TargetFacts facts) =>
        (mode ?? "").Replace(facts.Container.ID, facts.Name, StringComparison.Ordinal);

    private static string Short(string image) =>
        image.StartsWith("sha256:", StringComparison.Ordinal) ? image : ImageReference.TryParse(image)?.Familiar ?? image;

    // The client reads it as a line of CSV.
    private static string Written(Mount mount) => string.Join(',', new[]
    {
        $"type={mount.Type}",
        $"source={mount.Source}",
        $"target={mount.Target}",
        mount.ReadOnly == true ? "readonly" : "",
    }.Where(field => field.Length > 0).Select(field => field.AsSpan().ContainsAny(',', '"') ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field));

    private static IEnumerable<string> Option(string name, string? value) => string.IsNullOrEmpty(value) ? [] : [name, value];

    private static IEnumerable<string> Options(string name, IEnumerable<string>? values) => (values ?? []).SelectMany(value => Option(name, value));

    private static IEnumerable<string> Flag(string name, bool isSet) => isSet ? [name] : [];
}
