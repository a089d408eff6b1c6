using DebugDeck.Core.Debugging;
using Docker.DotNet.Models;

namespace DebugDeck.Docker.Sessions;

/// <summary>What is asked of the engine for a plan: the debug container without its name and labels.</summary>
internal static class SessionContainer
{
    /// <summary>Where a copy has the toolbox. A folder that no image has, so that nothing of the target's is covered.</summary>
    public const string ToolFolder = "/.debugdeck";

    private const string DefaultPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    public static CreateContainerParameters For(DebugPlan plan, TargetFacts facts, string toolsContainer) =>
        plan.Technique == DebugTechnique.Copy ? Copy(plan, facts, toolsContainer) : Sidecar(plan, facts);

    /// <summary>Where scripts find things in it.</summary>
    public static DebugSurroundings Surroundings(DebugTechnique technique, string targetRoot) =>
        technique == DebugTechnique.Copy ? new DebugSurroundings(targetRoot, $"{ToolFolder}/sh") : new DebugSurroundings(targetRoot);

    /// <summary>A container that fills its anonymous volume with the toolbox; the volume lives as long as the copy that mounts it, and no longer.</summary>
    public static CreateContainerParameters Tools(string image) => new()
    {
        Image = image,
        User = "0:0",
        Entrypoint = [.. DebugScripts.InstallTools(ToolFolder)],
        Cmd = [],
        Volumes = new Dictionary<string, EmptyStruct> { [ToolFolder] = default },
        HostConfig = new HostConfig { NetworkMode = "none" },
    };

    private static CreateContainerParameters Sidecar(DebugPlan plan, TargetFacts facts)
    {
        var target = $"container:{facts.Container.ID}";
        return new CreateContainerParameters
        {
            Image = plan.Toolbox.Image,
            User = plan.User,
            WorkingDir = "/",
            Entrypoint = ["sh", "-c", DebugScripts.Sleeper(plan.TimeLimit, isFirstProcess: false)],
            Cmd = [],
            HostConfig = new HostConfig
            {
                AutoRemove = true,
                PidMode = target,
                NetworkMode = target,
                IpcMode = plan.SharedNamespaces.Contains("ipc") ? facts.IpcMode == "host" ? "host" : target : "",
                CapAdd = [.. plan.Capabilities],
                // Only inside the same user namespace does SYS_PTRACE reach the target.
                UsernsMode = facts.Host.UsernsMode ?? "",
                SecurityOpt = SameProfile(facts.Container.AppArmorProfile),
            },
        };
    }

    // The default AppArmor profile lets a process look only at processes under the same profile.
    private static List<string> SameProfile(string? profile) =>
        profile is null or "" or "docker-default" ? [] : [$"apparmor={profile}"];

    // What made the target behave as it does comes along: user, environment, files, privileges. What would act on others does not: labels and
    // aliases (a proxy would send it traffic), published ports, the health check, the restart policy, memory limits.
    private static CreateContainerParameters Copy(DebugPlan plan, TargetFacts facts, string toolsContainer)
    {
        var config = facts.Config;
        var host = facts.Host;
        return new CreateContainerParameters
        {
            Image = facts.Image ?? facts.Container.Image,
            User = config.User,
            WorkingDir = config.WorkingDir,
            Env = WithTools(config.Env ?? []),
            Entrypoint = [$"{ToolFolder}/sh", "-c", DebugScripts.Sleeper(plan.TimeLimit, isFirstProcess: true)],
            Cmd = [],
            StopSignal = "SIGTERM",
            Healthcheck = new HealthcheckConfig { Test = ["NONE"] },
            HostConfig = new HostConfig
            {
                AutoRemove = true,
                NetworkMode = Network(facts),
                // By name, not with volumes-from: a volume that has no name would be removed together with the copy if the target were gone by then.
                Mounts = [.. (facts.Container.Mounts ?? []).Where(mount => mount.Type is "volume" or "bind").Select(Same)],
                VolumesFrom = [$"{toolsContainer}:ro"],
                Tmpfs = host.Tmpfs,
                ReadonlyRootfs = host.ReadonlyRootfs,
                Privileged = host.Privileged,
                CapAdd = host.CapAdd,
                CapDrop = host.CapDrop,
                SecurityOpt = host.SecurityOpt,
                GroupAdd = host.GroupAdd,
                UsernsMode = host.UsernsMode,
                Runtime = host.Runtime,
                DNS = host.DNS,
                DNSOptions = host.DNSOptions,
                DNSSearch = host.DNSSearch,
                ExtraHosts = host.ExtraHosts,
            },
        };
    }

    private static string Network(TargetFacts facts)
    {
        var mode = facts.Host.NetworkMode;
        return TargetFacts.NetworkOwner(facts.Container) is not null && !facts.NetworkOwnerRuns ? "default" : mode;
    }

    private static Mount Same(MountPoint mount) => new()
    {
        Type = mount.Type,
        Source = mount.Type == "volume" ? mount.Name : mount.Source,
        Target = mount.Destination,
        ReadOnly = !mount.RW,
    };

    private static List<string> WithTools(IEnumerable<string> environment)
    {
        const string name = "PATH=";
        var variables = environment.ToList();
        var at = variables.FindIndex(variable => variable.StartsWith(name, StringComparison.Ordinal));
        var path = at < 0 ? name + DefaultPath : variables[at];
        if (at >= 0)
        {
            variables.RemoveAt(at);
        }

        variables.Add(path == name ? name + ToolFolder : $"{path}:{ToolFolder}");
        return variables;
    }
}
