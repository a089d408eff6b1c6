using System.Collections.Concurrent;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Diagnosis;
using DebugDeck.Core.Hosts;
using DebugDeck.Core.Playbooks.Files;
using DebugDeck.Core.Playbooks.Running;
using DebugDeck.Core.Settings;
using DebugDeck.Core.Targets;
using DebugDeck.TestKit;

namespace DebugDeck.Docker.Tests.Playbooks;

/// <summary>Containers of a test class on the real engine, and playbooks run on them as the program runs them. A container's session serves all runs on it.</summary>
public sealed class PlaybookBench : IAsyncDisposable
{
    // Said of a machine that is busy with other tests as well, and rightly.
    private static readonly string[] Clocked = ["dns.slow", "dns.loss"];

    private readonly string _cache = Directory.CreateTempSubdirectory("ddplaybooks-").FullName;
    private readonly string _prefix = $"ddplay-{Guid.NewGuid():N}"[..15];
    private readonly ConcurrentBag<string> _names = [];
    private int _count;
    private readonly ConcurrentDictionary<string, IDebugSession> _sessions = [];
    private IContainerHost? _host;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private IContainerHost Host => LazyInitializer.EnsureInitialized(ref _host, () => DockerHosts.Discover(new DockerHostsOptions(TestEngine.Require(), _ => null, _cache, _cache, new ToolboxCatalog(UserSettings.Default), TimeProvider.System)).Single());

    /// <summary><c>docker run --detach</c> with these arguments; returns the container's name.</summary>
    public async Task<string> StartAsync(params string[] arguments)
    {
        var name = $"{_prefix}-{Interlocked.Increment(ref _count)}";
        _names.Add(name);
        await TestEngine.DockerAsync(["run", "--detach", "--name", name, .. arguments]);
        return name;
    }

    /// <summary>A container, its address in the engine's network, and its first process on this machine.</summary>
    public static async Task<(string Address, string Process)> PlaceAsync(string name)
    {
        var words = (await TestEngine.DockerAsync("inspect", "--format", "{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}} {{.State.Pid}}", name)).Split(' ');
        return (words[0], words[1]);
    }

    /// <summary>This machine's address in the engine's network.</summary>
    public static Task<string> GatewayAsync() => TestEngine.DockerAsync("network", "inspect", "bridge", "--format", "{{(index .IPAM.Config 0).Gateway}}");

    /// <summary>Runs a built-in playbook on a container; <paramref name="given"/> are <c>NAME=VALUE</c>.</summary>
    public Task<RunReport> RunAsync(string playbook, string container, params string[] given) => RunAsync(playbook, container, "busybox", given);

    /// <summary>The same with another toolbox.</summary>
    public async Task<RunReport> RunAsync(string playbook, string container, string toolbox, string[] given)
    {
        var target = Assert.Single(await Host.FindAsync(TargetAddress.Parse(container), Cancelled));
        var settings = new RunSettings
        {
            Given = given.Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]),
            OpenSession = async (_, words, token) => _sessions.TryGetValue($"{container} {toolbox}", out var known) ? known
                : _sessions[$"{container} {toolbox}"] = await Host.StartAsync(await Host.PlanAsync(target, new DebugRequest { Toolbox = toolbox, TimeLimit = TimeSpan.FromMinutes(10) }, token), words, token),
        };
        return await new PlaybookRunner(Host, target, PlaybookLibrary.Builtin.Find(playbook)!, settings).RunAsync(null, Cancelled);
    }

    /// <summary>The rules of warnings and problems in alphabetical order, but for those that a busy machine breaks by itself.</summary>
    public static string Rules(RunReport report, Severity least = Severity.Warning) =>
        string.Join(' ', report.Steps.SelectMany(step => step.Findings).Where(finding => finding.Severity >= least && !Clocked.Contains(finding.Rule)).Select(finding => finding.Rule).Order(StringComparer.Ordinal));

    /// <summary>All that a run says, for a test that fails.</summary>
    public static string Text(RunReport report) => string.Join('\n', report.Steps.SelectMany(step => step.Findings.SelectMany(finding =>
        finding.Evidence.Select(evidence => $"    {evidence.Source} {evidence.Path}: {evidence.Detail}").Prepend($"{finding.Severity} {finding.Rule}: {finding.Title}: {finding.Explanation}")).Concat(step.Missing)));

    /// <summary>Nothing is missing and the rules are these.</summary>
    public static void Expect(string rules, RunReport report)
    {
        Assert.True(rules == Rules(report), $"expected '{rules}', found '{Rules(report)}':\n{Text(report)}");
        Assert.All(report.Steps, step => Assert.Empty(step.Missing));
        Assert.All(report.Steps, step => Assert.Equal(StepStatus.Done, step.Status));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var session in _sessions.Values)
        {
            await session.EndAsync(CancellationToken.None);
            await session.DisposeAsync();
        }

        if (!_names.IsEmpty)
        {
            await TestEngine.DockerAsync(["rm", "--force", "--volumes", .. _names]);
        }

        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        Directory.Delete(_cache, recursive: true);
    }
}
