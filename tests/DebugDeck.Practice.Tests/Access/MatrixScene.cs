using System.Text.Json.Nodes;
using DebugDeck.Practice.Files;
using DebugDeck.Practice.Lifecycle;
using DebugDeck.Practice.Network;
using DebugDeck.Practice.Processes;

namespace DebugDeck.Practice.Tests.Access;

/// <summary>A running target and a debug container beside it.</summary>
internal sealed class MatrixScene
{
    private static readonly Dictionary<string, string> NoEnvironment = [];
    private readonly PidNamespace _pids = new(new PidNamespace());
    private readonly PodNetwork _network = new();

    public MatrixScene(string target, string debugger)
    {
        var kind = MatrixTarget.Of(target);
        if (kind.SharesPids)
        {
            var pause = Machine(new TreeFolder(), "pause", readOnly: false);
            Start(pause, Credentials.ForContainer(65535, 65535, [], Capabilities.Default), "/pause");
        }

        var settings = Settings(kind, kind.Security);
        var who = ContainerIdentity.Resolve(settings, kind.ImageUser, kind.Passwd, "");
        Target = Start(Machine(TargetFiles(kind), "target", settings.ReadOnlyRoot), who, "/app/server");

        var debugSettings = Settings(kind, MatrixDebuggers.SecurityContext(debugger));
        var debugWho = ContainerIdentity.Resolve(debugSettings, "", "root:x:0:0:root:/root:/bin/sh\n", "");
        Debugger = Start(Machine(ToolFiles(), "debugger", readOnly: false), debugWho, "/bin/busybox");
    }

    public Process Target { get; }

    public Process Debugger { get; }

    private static SecuritySettings Settings(MatrixTarget kind, JsonObject security) =>
        SecuritySettings.Of(
            new JsonObject { ["securityContext"] = kind.PodSecurity.DeepClone() },
            new JsonObject { ["securityContext"] = security.DeepClone() });

    private Machine Machine(TreeFolder root, string id, bool readOnly) =>
        MachineAssembly.Assemble(root, "pod", _pids, _network, TimeProvider.System, "/kubepods/" + id, readOnly);

    private static Process Start(Machine machine, Credentials who, string program) =>
        ProcessStart.Start(machine, who, [program], NoEnvironment);

    private static TreeFolder TargetFiles(MatrixTarget kind)
    {
        var root = new TreeFolder();
        var app = new TreeFolder();
        app.Put("server", new FileNode(new BytesContent("program"), kind.ProgramMode));
        root.Put("app", app);
        if (kind.HasTmp)
        {
            root.Put("tmp", new TreeFolder(0b001_111_111_111));
        }

        if (kind.HasAppFiles)
        {
            var logs = new TreeFolder(0b111_000_000) { Uid = 65532, Gid = 65532 };
            app.Put("logs", logs);
            app.Put("config.yaml", new FileNode(new BytesContent("key: value\n"), 0b110_100_000) { Uid = 65532, Gid = 65532 });
            if (kind.HasErrorLog)
            {
                logs.Put("error.log", new FileNode(new BytesContent("it failed\n"), 0b110_100_000) { Uid = 65532, Gid = 65532 });
            }
        }

        return root;
    }

    private static TreeFolder ToolFiles()
    {
        var root = new TreeFolder();
        var bin = new TreeFolder();
        bin.Put("busybox", new FileNode(new BytesContent("busybox"), 0b111_101_101));
        root.Put("bin", bin);
        return root;
    }
}
