using DebugDeck.Core.Debugging;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Hosts;
using DebugDeck.TestKit;
using DebugDeck.Tui.Effects;
using DebugDeck.Tui.Messages;
using DebugDeck.Tui.State;

namespace DebugDeck.Tests.Tui.Effects;

/// <summary>What containers are made of is found out behind the screens, and nothing is started for it in a pod.</summary>
public sealed class AnatomyEffectTests
{
    [Fact]
    public async Task Images_in_sight_are_looked_at_once_each()
    {
        var host = new FakeHost();
        host.Targets.AddRange([Sample.Target("a", "x") with { ImageId = "sha256:1" }, Sample.Target("b", "x") with { ImageId = "sha256:1" }, Sample.Target("c", "y") with { ImageId = "sha256:2" }]);
        host.Images["a"] = host.Images["b"] = SampleImages.Alpine();
        host.Images["c"] = SampleImages.DistrolessBase();
        await using var deck = new Background(host);

        deck.Tell(new DeckMessage.Resized(new TerminalSize(160, 45)));

        var state = await deck.UntilAsync(state => state.Bases.Count == 2);
        Assert.Equal(("alpine", "distroless"), (state.Bases["sha256:1"].FamilyId, state.Bases["sha256:2"].FamilyId));
    }

    [Fact]
    public async Task An_image_that_cannot_be_looked_at_is_told_by_its_name_and_not_asked_for_again()
    {
        var asked = 0;
        var host = new FakeHost
        {
            Details = _ =>
            {
                Interlocked.Increment(ref asked);
                throw new DebugDeckException(ErrorKind.NotPermitted, "the engine refuses");
            },
        };
        host.Targets.Add(Sample.Target("a", "alpine:3.22") with { ImageId = "sha256:1" });
        await using var deck = new Background(host);

        deck.Tell(new DeckMessage.Resized(new TerminalSize(160, 45)));
        var state = await deck.UntilAsync(state => state.Bases.Count == 1);
        deck.Tell(new DeckMessage.Resized(new TerminalSize(161, 45)));
        await deck.UntilAsync(state => state.Size.Columns == 161);

        Assert.Equal(("~alpine", false), (state.Bases["sha256:1"].Family, state.Bases["sha256:1"].IsSeen));
        Assert.Equal(1, asked);
    }

    [Fact]
    public void A_narrow_list_without_the_columns_wants_no_looks()
    {
        var state = Reducer.Settle(Reducer.Reduce(
            DeckState.Start([Sample.Docker], new TerminalSize(60, 24), Sample.Now),
            new HostMessage.Reported("docker", new InventoryChange.Snapshot(Sample.Targets))));

        Assert.Empty(WantedWork.UnknownBases(state));
        Assert.Single(WantedWork.UnknownBases(state with { Size = new TerminalSize(160, 24) }));
    }

    [Fact]
    public async Task The_details_of_an_engines_container_show_what_its_files_tell()
    {
        var host = new FakeHost();
        host.Targets.Add(Sample.Target("a", "x"));
        host.Images["a"] = SampleImages.Alpine();
        await using var deck = new Background(host);
        await deck.UntilAsync(state => state.Targets.Count == 1);

        deck.Tell(new InventoryMessage.DetailsAsked(TargetKey.Of(host.Targets[0])));

        var state = await deck.UntilAsync(state => state.Page is DetailsPage { Anatomy: not null });
        Assert.True(((DetailsPage)state.Page!).Anatomy is { HasFiles: true, Family.Id: "alpine" });
    }

    [Fact]
    public async Task The_details_of_a_pod_come_without_a_process_in_it_and_say_how_sure_they_are()
    {
        var host = new FakeHost("practice", HostKind.Kubernetes) { InTarget = (_, _) => throw new InvalidOperationException("nothing may be run") };
        host.Targets.Add(Sample.Pod("shop", "web", "app", "gcr.io/distroless/base-debian12:nonroot"));
        host.Images["web"] = SampleImages.Alpine();
        await using var deck = new Background(host);
        await deck.UntilAsync(state => state.Targets.Count == 1);

        deck.Tell(new InventoryMessage.DetailsAsked(TargetKey.Of(host.Targets[0])));

        var state = await deck.UntilAsync(state => state.Page is DetailsPage { Anatomy: not null });
        var anatomy = ((DetailsPage)state.Page!).Anatomy!;
        Assert.Equal(("distroless", Core.Diagnosis.Confidence.Low, false), (anatomy.Family.Id, anatomy.Family.Confidence, anatomy.HasFiles));
        Assert.Contains(anatomy.Missing, why => why.Contains("debugdeck inspect -n shop pod/web/app", StringComparison.Ordinal));
    }
}
