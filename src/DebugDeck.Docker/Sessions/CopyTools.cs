using System.Globalization;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Images;
using Docker.DotNet.Models;

namespace DebugDeck.Docker.Sessions;

/// <summary>Puts a toolbox into a volume that a copy of a target mounts beside the target's own files.</summary>
internal sealed class CopyTools(DockerConnection connection, ToolboxImages images)
{
    /// <summary>Leaves a container of that name that holds the volume, and says which toolbox is in it.</summary>
    public async Task<Toolbox> FillAsync(Toolbox toolbox, string name, string sessionId, IProgress<string> progress, CancellationToken cancellationToken)
    {
        progress.Report($"preparing the tools of {ImageReference.Parse(toolbox.Image).Familiar}");
        var code = await InstallAsync(toolbox.Image, name, sessionId, cancellationToken);
        if (code == DebugScripts.NeedsLibraries && toolbox.Name == ToolboxCatalog.Busybox && toolbox.Image != ToolboxCatalog.StaticBusybox)
        {
            progress.Report($"{ImageReference.Parse(toolbox.Image).Familiar} needs libraries that only its own image has");
            toolbox = toolbox with { Image = ToolboxCatalog.StaticBusybox };
            await images.EnsureAsync(toolbox.Image, progress, cancellationToken);
            await connection.AskAsync(
                $"container '{name}'",
                (engine, token) => engine.Containers.RemoveContainerAsync(name, new ContainerRemoveParameters { Force = true, RemoveVolumes = true }, token),
                cancellationToken);
            code = await InstallAsync(toolbox.Image, name, sessionId, cancellationToken);
        }

        return code == 0 ? toolbox : throw new DebugDeckException(
            ErrorKind.Failed,
            code == DebugScripts.NeedsLibraries
                ? $"the busybox of {toolbox.Image} needs libraries of its own image, so it cannot run beside the files of another"
                : $"{toolbox.Image} has no busybox to put beside the target's files (code {code.ToString(CultureInfo.InvariantCulture)})",
            $"use a toolbox with a statically linked busybox, for example --toolbox {ImageReference.Parse(ToolboxCatalog.StaticBusybox).Familiar}");
    }

    private async Task<long> InstallAsync(string image, string name, string sessionId, CancellationToken cancellationToken)
    {
        var parameters = SessionContainer.Tools(image);
        parameters.Name = name;
        parameters.Labels = SessionLabels.ForPart(sessionId, "tools");
        var created = await connection.AskAsync($"image '{image}'", (engine, token) => engine.Containers.CreateContainerAsync(parameters, token), cancellationToken);
        await connection.AskAsync("such container", (engine, token) => engine.Containers.StartContainerAsync(created.ID, new ContainerStartParameters(), token), cancellationToken);
        return (await connection.AskAsync("such container", (engine, token) => engine.Containers.WaitContainerAsync(created.ID, token), cancellationToken)).StatusCode;
    }
}
