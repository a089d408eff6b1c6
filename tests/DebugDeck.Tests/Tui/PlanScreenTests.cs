using DebugDeck.Core.Debugging;
using DebugDeck.Core.Debugging.Planning;
using DebugDeck.Core.Targets;
using DebugDeck.TestKit;
using DebugDeck.Tui.Messages;
using DebugDeck.Tui.State;

namespace DebugDeck.Tests.Tui;

/// <summary>What <c>s</c> shows for a container of a cluster, before anything is created.</summary>
public sealed class PlanScreenTests
{
    public static TheoryData<int, int> Sizes => new() { { 80, 24 }, { 160, 45 } };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void A_debug_container_that_would_be_added(int columns, int rows)
    {
        using var deck = Asked(columns, rows, FakePlan.Ephemeral);

        Matches("plan-cluster", deck);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void A_debug_container_that_is_being_added(int columns, int rows)
    {
        using var deck = Asked(columns, rows, FakePlan.Ephemeral);

        deck.Press("Enter").Tell(new PlanMessage.Progressed(deck.Page!.Id, "pulling docker.io/library/busybox:latest on node-1"));

        Matches("plan-cluster-starting", deck);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Nothing_that_is_allowed(int columns, int rows)
    {
        using var deck = Asked(columns, rows, FakePlan.Refused);

        deck.Press("Enter");

        Assert.False(deck.State.Page is PlanPage { IsStarting: true });
        Matches("plan-cluster-refused", deck);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void A_copy_that_would_be_started(int columns, int rows)
    {
        using var deck = Asked(columns, rows, Copy);

        Matches("plan-cluster-copy", deck);
    }

    private static DebugPlan Copy(Target target, DebugRequest request)
    {
        var plan = FakePlan.Ephemeral(target, request);
        var copy = plan.Chosen! with { Technique = DebugTechnique.Copy, Profile = "", Sees = new Visibility(true, true, false, false) };
        return plan with
        {
            Technique = DebugTechnique.Copy,
            Candidates = [copy],
            Chosen = copy,
            ContainerName = "app",
            PodName = $"{target.Name}-debugdeck-x7k2p",
            TargetRoot = "/",
            SharedNamespaces = [],
            EquivalentCommand = $"echo '{{…}}' | kubectl --context prod -n shop create -f -; kubectl --context prod -n shop delete pod {target.Name}-debugdeck-x7k2p",
            Manifest = """{"apiVersion":"v1","kind":"Pod","metadata":{"name":"web-0-debugdeck-x7k2p","labels":{"debugdeck":"copy"}},"spec":{"restartPolicy":"Never"}}""",
            Warnings = ["app keeps ending, and would take a debug container with it: this is a copy of it that waits instead of running its program"],
        };
    }

    private static DeckDriver Asked(int columns, int rows, Func<Target, DebugRequest, DebugPlan> plan)
    {
        var target = Sample.Target("web-0", "registry.example.com/shop/web-distroless:1.4.2") with { Address = new TargetAddress(AddressKind.Pod, "web-0", "app"), Container = "app" };
        var deck = DeckDriver.With([target], columns, rows);
        deck.Press("s");
        return deck.Tell(new PlanMessage.Made(deck.Page!.Id, plan(target, new DebugRequest())));
    }

    private static void Matches(string screen, DeckDriver deck) => Golden.Matches($"{screen}-{deck.State.Size.Columns}x{deck.State.Size.Rows}", deck.Screen);
}
