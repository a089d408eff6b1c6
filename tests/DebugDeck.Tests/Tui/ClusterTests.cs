using DebugDeck.Core.Debugging;
using DebugDeck.Core.Hosts;
using DebugDeck.Core.Shells;
using DebugDeck.Core.Targets.Details;
using DebugDeck.TestKit;
using DebugDeck.Tui;
using DebugDeck.Tui.Effects;
using DebugDeck.Tui.Messages;
using DebugDeck.Tui.State;

namespace DebugDeck.Tests.Tui;

/// <summary>Clusters on the screen: namespaces, contexts, what a pod's details show.</summary>
public sealed class ClusterTests
{
    public static TheoryData<int, int> Sizes => new() { { 80, 24 }, { 160, 45 } };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Pods_have_a_namespace_and_say_which_container(int columns, int rows)
    {
        using var deck = Deck(columns, rows);

        Matches("pods", deck);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void The_choice_of_a_namespace(int columns, int rows)
    {
        using var deck = Deck(columns, rows);

        deck.Press("n").Tell(new PickMessage.Listed(deck.Page!.Id, new NamespaceChoices(["base", "locked", "shop", "shop-test"], true, null))).Type("sh");

        Matches("namespaces", deck);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Details_of_a_pod(int columns, int rows)
    {
        using var deck = Deck(columns, rows);

        deck.Press("Down", "Enter").Tell(new DetailsMessage.Read(deck.Page!.Id, 0, Details(deck.State.Subject!)));

        Matches("pod-details", deck);
    }

    [Fact]
    public void The_chosen_namespace_is_what_the_host_is_to_look_at()
    {
        using var deck = Deck();

        deck.Press("n").Tell(new PickMessage.Listed(deck.Page!.Id, new NamespaceChoices(["base", "locked"], true, null))).Type("lo").Press("Enter");

        Assert.Null(deck.Page);
        Assert.Contains(new Work.LookAt("practice", NamespaceScope.Of("locked")), WantedWork.Of(deck.State));
        Assert.Equal(HostState.Connecting, deck.State.Host("practice")!.Status.State);
    }

    [Fact]
    public void A_namespace_that_is_not_listed_may_be_typed_and_several_as_well()
    {
        using var deck = Deck();

        deck.Press("n").Type("team-a,team-b").Press("Enter");

        Assert.Equal(NamespaceScope.Of("team-a", "team-b"), deck.State.Host("practice")!.Scope);
    }

    [Fact]
    public void Leaving_the_list_leaves_everything_as_it_is()
    {
        using var deck = Deck();

        deck.Press("n").Type("lo").Press("Esc");

        Assert.Null(deck.Page);
        Assert.Equal(NamespaceScope.Of("shop", "locked"), deck.State.Host("practice")!.Scope);
    }

    [Fact]
    public void Another_context_takes_the_place_of_the_clusters_and_not_of_the_engines()
    {
        using var deck = Deck();

        deck.Press("x").Type("prod").Press("Enter");

        Assert.Equal(["docker", "prod"], deck.State.Hosts.Select(host => host.Info.Name));
        Assert.All(deck.State.Targets.Values, target => Assert.Equal("docker", target.Host));
    }

    [Fact]
    public void A_context_can_be_shown_beside_the_others_and_taken_away_again()
    {
        using var deck = Deck();

        deck.Press("x").Type("prod").Press("Tab");
        Assert.Equal(["docker", "practice", "prod"], deck.State.Hosts.Select(host => host.Info.Name));
        deck.Press("Tab");
        Assert.Equal(["docker", "practice"], deck.State.Hosts.Select(host => host.Info.Name));
    }

    [Fact]
    public void A_pods_shell_is_only_tried_when_asked_for_and_holds_for_its_image()
    {
        using var deck = Deck();
        var unknown = deck.State.Targets.Values.First(target => target is { Name: "multi", Container: "web" });
        Assert.DoesNotContain(WantedWork.Of(deck.State), work => work is Work.ProbeShell);

        deck.Tell(new DetailsMessage.ProbeAsked(TargetKey.Of(unknown)));
        Assert.Contains(WantedWork.Of(deck.State), work => work is Work.ProbeShell probe && probe.Target == TargetKey.Of(unknown));
        deck.Tell(new DetailsMessage.Probed(TargetKey.Of(unknown), new ShellFinding(ShellVerdict.No, null, ["sh is not there"])));

        Assert.Equal(ShellVerdict.No, deck.State.ShellOf(unknown).Verdict);
        Assert.Contains("no shell", deck.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public void A_host_that_shows_less_than_was_asked_for_says_so_above_the_list()
    {
        using var deck = Deck();

        deck.Tell(new HostMessage.Reported("practice", new InventoryChange.HostChanged(new HostStatus(HostState.Ready, "you may not list the pods of all namespaces: this is shop", "v1.36.2"))));

        Assert.Contains("practice  you may not list the pods of all namespaces: this is shop", deck.Screen, StringComparison.Ordinal);
    }

    private static DeckDriver Deck(int columns = 80, int rows = 24)
    {
        var start = DeckState.Start([Sample.Docker, Sample.Cluster], new TerminalSize(columns, rows), Sample.Now) with { Contexts = ["practice", "prod"] };
        return new DeckDriver(new DeckStore(start, TimeProvider.System)).Tell(
            DeckDriver.Ready("docker"),
            new HostMessage.Reported("practice", new InventoryChange.HostChanged(new HostStatus(HostState.Ready, Version: "v1.36.2"))),
            new HostMessage.Opened(Sample.Cluster, NamespaceScope.Of("shop", "locked")),
            new HostMessage.Reported("practice", new InventoryChange.Snapshot(Sample.Pods)));
    }

    private static TargetDetails Details(Core.Targets.Target target) => new()
    {
        Target = target,
        Command = ["/app/crasher", "--fast"],
        Environment = [new("TZ", "Europe/Berlin", "spec"), new("DB_PASSWORD", "hunter2", "spec"), new("API_TOKEN", null, "secret api/token")],
        Security = new SecurityFacts { UserId = 65532, GroupId = 65532, IdentitySource = "status", DroppedCapabilities = ["ALL"] },
        Network = new NetworkFacts { DnsPolicy = "ClusterFirst", DnsOptions = ["ndots:5"], Addresses = ["10.244.0.7"] },
        Mounts = [new("/etc/app", "configMap app-config", true), new("/data/x", "pvc data", false, "x")],
        Probes = [new("liveness", "GET http://:8080/healthz", "every 10 s, timeout 1 s, 3 failures")],
        Conditions = [new("Ready", "False", "ContainersNotReady", "containers with unready status: [app]"), new("PodScheduled", "True", null, null)],
        Events = [new(Sample.Now.AddSeconds(-30), true, "BackOff", "Back-off restarting failed container", 12)],
        LastEnd = new(2, "Error", null, Sample.Now.AddSeconds(-20)),
        Missing = ["events of the node may not be read"],
    };

    private static void Matches(string name, DeckDriver deck) => Golden.Matches($"{name}-{deck.State.Size.Columns}x{deck.State.Size.Rows}", deck.Screen + "\n");
}
