using System.Diagnostics;
using DebugDeck.Core.Hosts;

namespace DebugDeck.Tests.Commands;

public sealed class CompletionTests
{
    [Theory]
    [InlineData("debugdeck li", "list")]
    [InlineData("debugdeck sessions e", "end")]
    [InlineData("debugdeck list --na", "--namespace")]
    [InlineData("debugdeck list -o ", "json name table wide yaml")]
    [InlineData("debugdeck list -o js", "json")]
    [InlineData("debugdeck plan ", "docker://shop-api docker://shop-worker")]
    [InlineData("debugdeck plan shop-w", "shop-worker")]
    [InlineData("debugdeck plan docker://shop-a", "docker://shop-api")]
    [InlineData("/usr/bin/debugdeck files docker://shop-a", "docker://shop-api:/")]
    [InlineData("debugdeck plan -n shop docker://shop-a", "docker://shop-api")]
    [InlineData("debugdeck plan --context prod --context=test docker://shop-a", "docker://shop-api")]
    [InlineData("debugdeck plan --as-group dev --na", "--namespace")]
    [InlineData("debugdeck debug docker://shop-api -- ", "")]
    [InlineData("debugdeck debug --toolbox n", "netshoot")]
    [InlineData("debugdeck completion p", "powershell")]
    public async Task What_fits_the_cursor_is_offered(string line, string expected)
    {
        var result = await new CommandBench(Samples.Shop()).RunAsync($"[suggest:{line.Length}]", line);

        Assert.Equal(0, result.Code);
        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task What_comes_after_the_cursor_does_not_count()
    {
        var result = await new CommandBench(Samples.Shop()).RunAsync("[suggest:12]", "debugdeck li --namespace x");

        Assert.Equal("list\n", result.Output);
    }

    [Fact]
    public async Task A_host_that_is_down_costs_only_its_own_addresses()
    {
        var result = await new CommandBench(Samples.Down("podman", HostKind.Podman), Samples.Docker(Samples.Api)).RunAsync("[suggest:15]", "debugdeck plan ");

        Assert.Equal("docker://shop-api\n", result.Output);
    }

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    [InlineData("powershell")]
    public async Task Every_shell_has_its_script(string shell)
    {
        var result = await new CommandBench().RunAsync("completion", shell);

        Assert.Equal(0, result.Code);
        Assert.Contains("[suggest:", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_shell_is_refused()
    {
        var result = await new CommandBench().RunAsync("completion", "tcsh");

        Assert.Equal((2, "debugdeck: there is no completion for 'tcsh'\n  hint: there is one for bash, zsh, fish, powershell\n"), (result.Code, result.Error));
    }

    [Theory]
    [InlineData("debugdeck li", "list")]
    [InlineData("debugdeck plan docker://shop-a", "//shop-api")]
    [InlineData("debugdeck files docker://shop-a", "//shop-api:/")]
    public async Task A_real_bash_completes_with_the_script(string line, string expected)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there is no bash");
        var script = (await new CommandBench().RunAsync("completion", "bash")).Output;

        // A debugdeck that answers what the program would; what is tested is the script's handling of bash's words.
        var answers = (await new CommandBench(Samples.Shop()).RunAsync($"[suggest:{line.Length}]", line)).Output.TrimEnd('\n');
        var last = line[(line.LastIndexOf(' ') + 1)..];
        var words = last.Contains(':', StringComparison.Ordinal) ? $"\"{last[..last.IndexOf(':', StringComparison.Ordinal)]}\" \":\" \"{last[(last.IndexOf(':', StringComparison.Ordinal) + 1)..]}\"" : $"\"{last}\"";
        var start = new ProcessStartInfo("bash") { RedirectStandardInput = true, RedirectStandardOutput = true, ArgumentList = { "--norc" } };
        using var bash = Process.Start(start)!;
        await bash.StandardInput.WriteAsync($$"""
            debugdeck() { [ "$1" = "[suggest:{{line.Length}}]" ] && [ "$2" = '{{line}}' ] && printf '%s\n' '{{answers}}'; }
            {{script}}
            COMP_LINE='{{line}}' COMP_POINT={{line.Length}}
            COMP_WORDS=({{line[..line.LastIndexOf(' ')]}} {{words}}) COMP_CWORD=$(( ${#COMP_WORDS[@]} - 1 ))
            _debugdeck
            printf '%s\n' "${COMPREPLY[@]}"
            """);
        bash.StandardInput.Close();
        var completed = await bash.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await bash.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal($"{expected}\n", completed);
    }
}
