using CliWrap;
using CliWrap.Buffered;
using DebugDeck.Core.Anatomy;

namespace DebugDeck.Core.Tests.Anatomy.Programs;

/// <summary>What is said of a program, held against what the kernel and the loaders do: each is started in its own tree.</summary>
public sealed class KernelTests
{
    private const string Uses = "int helper(void); int main(void) { return helper(); }";

    // What starts, and what does not with the rule that says why.
    public static TheoryData<string, string?> Cases => new()
    {
        { "static", null },
        { "static-pie", null },
        { "dynamic", null },
        { "dynamic-not-pie", null },
        { "musl", null },
        { "library-by-origin", null },
        { "script", null },
        { "script-by-env", null },
        { "link", null },
        { "no-loader", "program.loader-missing" },
        { "odd-loader", "program.loader-missing" },
        { "glibc-on-musl", "program.glibc-on-musl" },
        { "musl-on-glibc", "program.musl-on-glibc" },
        { "no-library", "program.library-missing" },
        { "library-elsewhere", "program.library-missing" },
        { "other-machine", "program.architecture" },
        { "cut-off", "program.cut-off" },
        { "not-executable", "program.not-executable" },
        { "directory", "program.is-directory" },
        { "dangling", "program.dangling-link" },
        { "missing", "program.missing" },
        { "crlf", "program.script-crlf" },
        { "script-without-shell", "program.script-interpreter-missing" },
        { "script-by-env-missing", "program.script-interpreter-missing" },
        { "script-env-arguments", "program.script-env-arguments" },
        { "text", "program.format" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_program_starts_if_and_only_if_nothing_is_said_against_it(string name, string? rule)
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess && OperatingSystem.IsLinux(), "needs root, to start programs in a tree of their own");
        using var image = new LocalTree();
        await FillAsync(image, name);

        var problems = (await image.ReadAsync(new ContainerSetting { Command = ["/app"], Architecture = Compiled.Machine.Architecture })).EntryPoint.Problems;
        var run = await Cli.Wrap("chroot").WithArguments([image.Root, "/app"]).WithValidation(CommandResultValidation.None)
            .WithEnvironmentVariables(variables => variables.Set("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"))
            .ExecuteBufferedAsync(TestContext.Current.CancellationToken);

        Assert.Equal(rule is null, run.ExitCode == 0);
        Assert.Equal(rule is null ? [] : [rule], problems.Select(problem => problem.Rule));
    }

    private static async Task FillAsync(LocalTree image, string name)
    {
        switch (name)
        {
            case "static":
                image.Copy(await Compiled.ProgramAsync("gcc", "-static"), "/app");
                break;
            case "static-pie":
                image.Copy(await Compiled.ProgramAsync("gcc", "-static-pie"), "/app");
                break;
            case "dynamic" or "dynamic-not-pie":
                image.Copy(await Compiled.ProgramAsync("gcc", name == "dynamic" ? "-pie" : "-no-pie"), "/app");
                await Glibc.InstallAsync(image);
                break;
            case "musl":
                image.Copy(await Compiled.ProgramAsync("musl-gcc"), "/app").Copy(Compiled.Machine.MuslLoader, Compiled.Machine.MuslLoader);
                break;
            case "library-by-origin" or "library-elsewhere" or "no-library":
                image.Copy(await Compiled.SourceAsync(Uses, "gcc", "-Wl,-rpath,$ORIGIN/lib", "-x", "none", await HelperAsync()), "/app");
                await Glibc.InstallAsync(image);
                _ = name == "no-library" ? image : image.Copy(await HelperAsync(), name == "library-elsewhere" ? "/opt/libhelper.so" : "/lib/libhelper.so");
                break;
            case "no-loader":
                image.Copy(await Compiled.ProgramAsync("gcc"), "/app");
                break;
            case "odd-loader":
                image.Copy(await Compiled.ProgramAsync("gcc", "-Wl,--dynamic-linker=/opt/odd/ld.so.9"), "/app");
                await Glibc.InstallAsync(image);
                break;
            case "glibc-on-musl":
                image.Copy(await Compiled.ProgramAsync("gcc"), "/app").Copy(Compiled.Machine.MuslLoader, Compiled.Machine.MuslLoader);
                break;
            case "musl-on-glibc":
                image.Copy(await Compiled.ProgramAsync("musl-gcc"), "/app");
                await Glibc.InstallAsync(image);
                break;
            case "other-machine":
                var foreign = await File.ReadAllBytesAsync(await Compiled.ProgramAsync("gcc", "-static"));
                // e_machine: PowerPC of 64 bit, which neither of our machines is.
                foreign[18] = 21;
                image.Bytes("/app", foreign);
                break;
            case "cut-off":
                var whole = await File.ReadAllBytesAsync(await Compiled.ProgramAsync("gcc", "-static"));
                image.Bytes("/app", whole[..(whole.Length / 2)]);
                break;
            case "not-executable":
                image.Bytes("/app", await File.ReadAllBytesAsync(await Compiled.ProgramAsync("gcc", "-static")), 0x1A4);
                break;
            case "directory":
                image.Folder("/app");
                break;
            case "dangling":
                image.Link("/app", "/opt/app");
                break;
            case "link":
                image.Copy(await Compiled.ProgramAsync("gcc", "-static"), "/opt/app").Link("/app", "/opt/app");
                break;
            case "missing":
                image.Folder("/opt");
                break;
            default:
                await ScriptAsync(image, name);
                break;
        }
    }

    private static async Task ScriptAsync(LocalTree image, string name)
    {
        var shell = await Compiled.ProgramAsync("gcc", "-static");
        // chroot itself hands what the kernel does not understand to a shell, if there is one.
        if (name is not ("script-without-shell" or "text"))
        {
            image.Copy(shell, "/bin/sh");
        }

        if (name.StartsWith("script-by-env", StringComparison.Ordinal) || name == "script-env-arguments")
        {
            // Only the real one looks on PATH.
            image.Copy("/bin/busybox", "/usr/bin/env");
        }

        image.Text("/app", name switch
        {
            "crlf" => "#!/bin/sh\r\nexit 0\r\n",
            "script-by-env" => "#!/usr/bin/env sh\n",
            "script-by-env-missing" => "#!/usr/bin/env python3\n",
            "script-env-arguments" => "#!/usr/bin/env sh -e\n",
            "text" => "neither program nor script\n",
            _ => "#!/bin/sh\nexit 0\n",
        }, 0x1ED);
    }

    private static Task<string> HelperAsync() => Compiled.SourceAsync("int helper(void) { return 0; }", "gcc", "-shared", "-fPIC", "-Wl,-soname,libhelper.so");
}
