using System.Text;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Hosts;
using DebugDeck.Core.Logs;
using DebugDeck.Core.Settings;
using DebugDeck.Core.Shells;
using DebugDeck.Core.Targets;
using DebugDeck.TestKit;

namespace DebugDeck.Docker.Tests;

/// <summary>A whole host as the program makes it.</summary>
public sealed class DockerHostTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ddhost-").FullName;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everything_the_program_does_with_a_target_works_through_the_host()
    {
        await using var containers = new TestContainers();
        await containers.RunAsync("web", ["--user", "65532:65532"], "sh", "-c", "echo hello; exec sleep 600");
        await using var host = Assert.Single(Discover(given: TestEngine.Require()));
        var target = Assert.Single(await host.FindAsync(TargetAddress.Parse(containers.Name("web")), Cancelled));

        var shell = await host.FindShellAsync(target, Cancelled);
        Assert.Equal((ShellVerdict.Yes, "/bin/sh"), (shell.Verdict, shell.Path));
        Assert.Equal("hello", (await FirstLineAsync(host, target)).Text);
        Assert.StartsWith(target.Id[..12], Encoding.ASCII.GetString(await host.Files(target).ReadAsync("/etc/hostname", 100, Cancelled)), StringComparison.Ordinal);

        var plan = await host.PlanAsync(target, new DebugRequest { TimeLimit = TimeSpan.FromMinutes(2) }, Cancelled);
        await using var session = await host.StartAsync(plan, new Progress<string>(), Cancelled);
        Assert.Contains(await host.SessionsAsync(Cancelled), known => known.Id == session.Info.Id);
        Assert.Contains((await host.ListAsync(Cancelled)).Targets, other => other.IsDebugContainer);
        await host.EndSessionAsync(session.Info.Id, Cancelled);
        Assert.DoesNotContain(await host.SessionsAsync(Cancelled), known => known.Id == session.Info.Id);
    }

    [Fact]
    public async Task A_machine_without_an_engine_has_one_host_that_says_so()
    {
        await using var host = Discover(given: "unix:///nowhere/docker.sock").Single();

        var inventory = await host.ListAsync(Cancelled);
        var error = await Assert.ThrowsAsync<DebugDeckException>(() => host.FindAsync(TargetAddress.Parse("web"), Cancelled));

        Assert.Equal(HostState.Unreachable, inventory.Status.State);
        Assert.Equal(ErrorKind.Unreachable, error.Kind);
    }

    [Fact]
    public async Task A_broken_configuration_is_the_reason_of_its_host()
    {
        await using var host = Discover(variables: new() { ["DOCKER_HOST"] = "gopher://x" })[0];

        Assert.StartsWith("DOCKER_HOST: 'gopher://x' is not an engine's address", (await host.ListAsync(Cancelled)).Status.Reason, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private IReadOnlyList<IContainerHost> Discover(string? given = null, Dictionary<string, string>? variables = null) => DockerHosts.Discover(new DockerHostsOptions(
        given, name => variables?.GetValueOrDefault(name), _folder, _folder, new ToolboxCatalog(UserSettings.Default), TimeProvider.System));

    private static async Task<LogLine> FirstLineAsync(IContainerHost host, Target target)
    {
        await foreach (var line in host.LogsAsync(target, new LogRequest { Follow = true }, Cancelled))
        {
            return line;
        }

        throw new InvalidOperationException("no log");
    }
}
