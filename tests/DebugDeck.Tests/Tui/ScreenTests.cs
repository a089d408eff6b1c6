using System.Text;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Files;
using DebugDeck.Core.Files.Copying;
using DebugDeck.Core.Hosts;
using DebugDeck.Core.Logs;
using DebugDeck.Core.Streams;
using DebugDeck.TestKit;
using DebugDeck.Tui.Messages;
using DebugDeck.Tui.State;

namespace DebugDeck.Tests.Tui;

/// <summary>What every screen looks like, at the smallest size we are made for and at a comfortable one.</summary>
public sealed class ScreenTests
{
    public static TheoryData<int, int> Sizes => new() { { 80, 24 }, { 160, 45 } };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void The_inventory(int columns, int rows)
    {
        using var deck = DeckDriver.With(Sample.Targets, columns, rows);

        Matches("inventory", deck);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void The_inventory_before_any_host_has_answered(int columns, int rows)
    {
        using var deck = new DeckDriver(columns, rows, hosts: [Sample.Docker, Sample.Podman]);

        Matches("first-paint", deck);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void A_host_that_does_not_answer_beside_one_that_does(int columns, int rows)
    {
        using var deck = new DeckDriver(columns, rows, hosts: [Sample.Docker, Sample.Podman]);

        deck.Tell(
            DeckDriver.Ready("docker"),
            new HostMessage.Reported("docker", new InventoryChange.Snapshot(Sample.Targets)),
            DeckDriver.Lost("podman", "nothing listens at /run/user/1000/podman/podman.sock"));

        Matches("host-unreachable", deck);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Two_hosts(int columns, int rows)
    {
        using var deck = new DeckDriver(columns, rows, hosts: [Sample.Docker, Sample.Podman]);

        deck.Tell(
            DeckDriver.Ready("docker"),
            new HostMessage.Reported("docker", new InventoryChange.Snapshot(Sample.Targets)),
            DeckDriver.Ready("podman"),
            new HostMessage.Reported("podman", new InventoryChange.Snapshot([Sample.Target("registry", "docker.io/library/registry:2", "podman")])));

        Matches("two-hosts", deck);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void A_filter_being_typed(int columns, int rows)
    {
        using var deck = DeckDriver.With(Sample.Targets, columns, rows);

        deck.Press("/").Type("shop exited");

        Matches("filter", deck);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Details(int columns, int rows)
    {
        using var deck = DeckDriver.With(Sample.Targets, columns, rows);

        deck.Press("Enter");

        Matches("details", deck);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void A_log_with_a_search(int columns, int rows)
    {
        using var deck = DeckDriver.With(Sample.Targets, columns, rows);
        deck.Press("l").Tell(new LogsMessage.Arrived(deck.Page!.Id, 0, [.. Enumerable.Range(1, 60).Select(Line)]));

        deck.Press("t", "/").Type("refused").Press("Enter", "n");

        Matches("logs", deck);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Files(int columns, int rows)
    {
        using var deck = DeckDriver.With(Sample.Targets, columns, rows);

        Browse(deck).Press("Down", "c");

        Matches("files", deck);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void A_copy_under_way(int columns, int rows)
    {
        using var deck = DeckDriver.With(Sample.Targets, columns, rows);
        Browse(deck).Press("c", "Enter");

        deck.Tell(new CopyMessage.Progressed(deck.Page!.Id, new CopyProgress(48_234_567, 812, "ssl/certs/ca-certificates.crt")), new DeckMessage.Ticked(Sample.Now.AddSeconds(6)));

        Matches("copy", deck);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void A_copy_that_is_done(int columns, int rows)
    {
        using var deck = DeckDriver.With(Sample.Targets, columns, rows);
        Browse(deck).Press("c", "Enter");

        var result = new CopyResult("/home/me/ssl", 52_428_800, 1204, 31, 7, ["ssl/private/socket was left out: it is a socket"]);
        deck.Tell(new CopyMessage.Finished(deck.Page!.Id, result, Sample.Now.AddSeconds(7)));

        Matches("copy-done", deck);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void The_plan_of_a_shell(int columns, int rows)
    {
        using var deck = DeckDriver.With(Sample.Targets, columns, rows);

        deck.Press("Down", "s").Tell(new PlanMessage.Made(deck.Page!.Id, Plan(deck)));

        Matches("plan", deck);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void A_shell_that_cannot_be_opened(int columns, int rows)
    {
        using var deck = DeckDriver.With(Sample.Targets, columns, rows);
        deck.Press("Down", "s").Tell(new PlanMessage.Made(deck.Page!.Id, Plan(deck))).Press("Enter");

        deck.Tell(new PlanMessage.Failed(deck.Page!.Id, new Problem("the image 'busybox' is not in the engine and cannot be pulled: no such host", "set a mirror, or load it with docker load")));

        Matches("plan-failed", deck);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void All_keys(int columns, int rows)
    {
        using var deck = DeckDriver.With(Sample.Targets, columns, rows);

        deck.Press("?");

        Matches("help", deck);
    }

    [Fact]
    public void A_window_of_20_by_5()
    {
        using var deck = DeckDriver.With(Sample.Targets, 20, 5);

        Golden.Matches("inventory-20x5", deck.Screen);
    }

    private static void Matches(string screen, DeckDriver deck) =>
        Golden.Matches($"{screen}-{deck.State.Size.Columns}x{deck.State.Size.Rows}", deck.Screen);

    private static DeckDriver Browse(DeckDriver deck)
    {
        deck.Press("c");
        return deck.Tell(
            new FilesMessage.Arrived(deck.Page!.Id, 0,
            [
                Entry("/etc", FileKind.Directory), Entry("/bin", FileKind.Link) with { LinkTarget = "usr/bin" }, Entry("/app", FileKind.Regular, 18_874_368),
                Entry("/tmp", FileKind.Directory) with { Mode = (UnixFileMode)0x3ff }, Entry("/usr", FileKind.Directory), Entry("/evil\e[31m", FileKind.Regular, 3),
            ]),
            new FilesMessage.Listed(deck.Page!.Id, 0, null));
    }

    private static FileEntry Entry(string path, FileKind kind, long size = 0) =>
        new(path, kind, size, (UnixFileMode)(kind == FileKind.Regular ? 0x1a4 : 0x1ed), Sample.Now.AddDays(-40), null, 0, 0);

    private static DebugPlan Plan(DeckDriver deck) => FakePlan.Sidecar(deck.State.Subject!, new DebugRequest()) with
    {
        Capabilities = ["SYS_PTRACE"],
        SharedNamespaces = ["pid", "network"],
        Warnings = ["the target's health check may count the debug container's processes"],
    };

    private static LogRow Line(int number) => LogRow.From(new LogLine(
        number % 10 == 0 ? OutputChannel.Error : OutputChannel.Output,
        Sample.Now.AddSeconds(number),
        Encoding.UTF8.GetBytes(number % 10 == 0 ? $"ERROR connection to db:5432 refused, attempt {number}" : $"GET /api/v1/orders/{number} 200 12ms \e[2Juser=世界")));
}
