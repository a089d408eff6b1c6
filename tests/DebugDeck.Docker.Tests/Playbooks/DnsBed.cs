using DebugDeck.TestKit;

namespace DebugDeck.Docker.Tests.Playbooks;

/// <summary>Name servers and programs that ask them, started once for all tests of a class.</summary>
public sealed class DnsBed : IAsyncLifetime
{
    // The root's trust anchor, also for a zone that nobody signed: what is in it does not validate.
    private const string Anchor = "20326,8,2,E06D44B80B8F1D39A95C0B0D7C65D08458E880409BBC683457104237C7F8EC8D";

    private static readonly string[] Zones =
    [
        "--host-record=api.partner.example,203.0.113.10", "--host-record=payments.shop.svc.cluster.local,10.96.12.3", "--txt-record=text.shop.svc.cluster.local,x",
        "--host-record=cdn.vendor.example,203.0.113.20", "--host-record=cdn.vendor.example.cluster.local,10.0.0.66",
        "--txt-record=catalog.shop.svc.cluster.local,x", "--host-record=catalog.svc.cluster.local,10.96.12.4",
        .. Enumerable.Range(1, 60).Select(i => $"--host-record=big.example,203.0.113.{i}"),
        "--local=/example/", "--local=/local/", "--local=//", "--dnssec", $"--trust-anchor=.,{Anchor}", $"--trust-anchor=bogus.test,{Anchor}",
    ];

    internal PlaybookBench Bench { get; } = new();

    internal NameServer Good { get; private set; } = null!;

    /// <summary>Knows one name, and says of all others that they do not exist.</summary>
    internal NameServer Other { get; private set; } = null!;

    /// <summary>For tests that make it hang.</summary>
    internal NameServer Deaf { get; private set; } = null!;

    /// <summary>As <see cref="Other"/>, for tests that take a way to it.</summary>
    internal NameServer Narrow { get; private set; } = null!;

    internal NameProgram Glibc { get; private set; } = null!;

    /// <summary>Three with glibc, for tests that wait for nobody.</summary>
    internal IReadOnlyList<NameProgram> Programs { get; private set; } = [];

    internal NameProgram Musl { get; private set; } = null!;

    public static void Require()
    {
        TestEngine.Require();
        Assert.SkipUnless(NameServer.IsPossible, "a name server in a network of its own needs root");
    }

    public async ValueTask InitializeAsync()
    {
        if (TestEngine.Endpoint is null || !NameServer.IsPossible)
        {
            return;
        }

        string[] few = ["--host-record=www.bogus.test,203.0.113.30", "--local=/#/"];
        var servers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => NameServer.StartAsync(Bench, few)));
        (Other, Deaf, Narrow) = (servers[0], servers[1], servers[2]);
        Good = await NameServer.StartAsync(Bench, [.. Zones, $"--server=/bogus.test/{Other.Address}"]);
        var programs = await Task.WhenAll(Enumerable.Range(0, 5).Select(index => NameProgram.StartAsync(Bench, isMusl: index == 0)));
        (Musl, Glibc, Programs) = (programs[0], programs[1], programs[2..]);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in new[] { Good, Other, Deaf, Narrow }.OfType<NameServer>())
        {
            await server.DisposeAsync();
        }

        await Bench.DisposeAsync();
        foreach (var program in Programs.Concat([Glibc, Musl]).OfType<NameProgram>())
        {
            await program.DisposeAsync();
        }
    }
}
