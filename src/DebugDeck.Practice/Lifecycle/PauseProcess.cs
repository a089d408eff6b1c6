using DebugDeck.Practice.Files;
using DebugDeck.Practice.Processes;

namespace DebugDeck.Practice.Lifecycle;

/// <summary>The process that holds the namespaces of a pod whose containers share their processes: PID 1 in all of them.</summary>
internal static class PauseProcess
{
    private const int PauseUser = 65535;

    public static Process Start(RuntimeParts parts, PodLife pod)
    {
        var root = new TreeFolder();
        root.Put("pause", new FileNode(Commands.ProgramImage.Of("application"), 0b111_101_101));
        var machine = MachineAssembly.Assemble(
            root, pod.Key.Name, new PidNamespace(parts.Host), pod.Network, parts.Clock, "/kubelet.slice/kubelet-kubepods.slice/cri-containerd-" + ContainerIds.Next() + ".scope");
        return ProcessStart.Start(
            machine, Credentials.ForContainer(PauseUser, PauseUser, [], Capabilities.Default), ["/pause"], new Dictionary<string, string>());
    }
}
