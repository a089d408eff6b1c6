using DebugDeck.Acceptance.Setting;
using DebugDeck.Acceptance.Terminals;

namespace DebugDeck.Acceptance.Screens;

/// <summary>What a user does with a container: its log, a shell beside it, its files.</summary>
public sealed class TroubleshootingTests
{
    [Fact]
    public async Task The_log_is_followed_and_searched()
    {
        await using var stage = new Stage();
        var name = await stage.RunContainerAsync("app", "ddtest/scratch-static", "--interval", "100");
        var terminal = await Deck.OpenAsync(stage);

        await terminal.PressAsync("l");
        await terminal.SeeAsync($"{name} › log", "out 31");
        await terminal.PressAsync("/");
        await terminal.TypeAsync("err 4");
        await terminal.PressAsync("Enter");
        await terminal.SeeAsync("search: err 4  line ");
        await terminal.PressAsync("q");

        await terminal.SeeAsync("TARGET", name);
    }

    [Fact]
    public async Task A_shell_beside_the_container_and_back_to_the_same_selection()
    {
        await using var stage = new Stage();
        await stage.RunContainerAsync("a", "ddtest/distroless");
        var chosen = await stage.RunContainerAsync("b", "ddtest/distroless");
        await stage.RunContainerAsync("c", "ddtest/distroless");
        var terminal = await Deck.OpenAsync(stage);
        await Deck.SelectAsync(terminal, "TARGET", chosen);

        await terminal.PressAsync("s");
        await terminal.SeeAsync($"{chosen} › a shell beside it", "WHAT WILL BE DONE");
        await terminal.PressAsync("Enter");
        await terminal.SeeAsync("/proc/1/root", "$TARGET", " #\n");
        await terminal.CommandAsync("grep -c nonroot $TARGET/etc/passwd; echo seen by $(id -u)");
        await terminal.SeeAsync("seen by 0\n");
        await terminal.CommandAsync("exit");
        await terminal.SeeAsync("TARGET", stage.Prefix);
        await terminal.PressAsync("Enter");

        await terminal.SeeAsync($"{chosen} › details");
    }

    [Fact]
    public async Task Ctrl_C_in_the_shell_reaches_what_runs_there_and_the_size_follows_the_window()
    {
        await using var stage = new Stage();
        await stage.RunContainerAsync("app", "ddtest/distroless");
        var terminal = await Deck.OpenAsync(stage);

        await terminal.PressAsync("s");
        await terminal.SeeAsync("WHAT WILL BE DONE");
        await terminal.PressAsync("Enter");
        await terminal.SeeAsync("$TARGET", " #\n");
        await terminal.CommandAsync("echo sleep''ing; sleep 600");
        await terminal.SeeAsync("\nsleeping");
        await terminal.PressAsync("C-c");
        await terminal.CommandAsync("echo ended with $?");
        await terminal.SeeAsync("ended with 130");
        await terminal.ResizeAsync(100, 30);
        await SeeSizeAsync(terminal, "30 100");
        await terminal.PressAsync("C-d");

        await terminal.SeeAsync("TARGET", stage.Prefix);
    }

    [Fact]
    public async Task A_file_is_copied_out_of_a_container_that_has_no_shell()
    {
        await using var stage = new Stage();
        var name = await stage.RunContainerAsync("app", "ddtest/distroless");
        var terminal = await Deck.OpenAsync(stage);

        await terminal.PressAsync("c");
        await terminal.SeeAsync($"{name} › /");
        await Deck.SelectAsync(terminal, "NAME", "etc/");
        await terminal.PressAsync("Enter");
        await terminal.SeeAsync($"{name} › /etc");
        await Deck.SelectAsync(terminal, "NAME", "passwd");
        await terminal.PressAsync("c");
        await terminal.SeeAsync("copy passwd to: ");
        await terminal.PressAsync("Enter");
        await terminal.SeeAsync(screen => screen.Split('\n').Any(line => line.Trim() == "done"), "done");

        Assert.Contains("nonroot:x:65532", await File.ReadAllTextAsync(Path.Combine(stage.Folder, "passwd"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_keys_are_shown()
    {
        await using var stage = new Stage();
        await stage.RunContainerAsync("app", "ddtest/scratch-static");
        var terminal = await Deck.OpenAsync(stage, columns: 160, rows: 45);

        await terminal.PressAsync("?");
        await terminal.SeeAsync("all keys", "open a shell beside the container", "browse the container's files");
        await terminal.PressAsync("q");

        await terminal.SeeAsync("TARGET");
    }

    // The new size reaches the shell some time after the window has it.
    private static async Task SeeSizeAsync(Terminal terminal, string size)
    {
        await terminal.CommandAsync($"until [ \"$(stty size)\" = '{size}' ]; do :; done; echo size is $(stty size)");
        await terminal.SeeAsync($"size is {size}");
    }
}
