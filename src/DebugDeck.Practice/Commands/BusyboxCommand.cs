using DebugDeck.Practice.Files;

namespace DebugDeck.Practice.Commands;

/// <summary>busybox (1.35, Debian 1:1.35.0-4): runs the applet that it is called as, or that its first argument names.</summary>
internal sealed class BusyboxCommand : ICommand
{
    public IReadOnlyList<string> Names => ["busybox"];

    public async ValueTask<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        if (IsScript(context.Process.Executable))
        {
            return await new ShCommand().RunAsync(context.With(["sh", context.Process.ExecutablePath, .. context.Arguments]), cancellationToken);
        }

        if (context.Name != "busybox")
        {
            return await RunAppletAsync(context, cancellationToken);
        }

        switch (context.Arguments)
        {
            case []:
                await context.PrintAsync(
                    "BusyBox v1.35.0 (Debian 1:1.35.0-4+deb12u1+b1) multi-call binary.\n\n"
                    + "Usage: busybox [function [arguments]...]\n   or: busybox --list\n\nCurrently defined functions:\n\t"
                    + string.Join(", ", CommandList.AppletNames) + "\n",
                    cancellationToken);
                return 0;
            case ["--list", ..]:
                await context.PrintAsync(string.Concat(CommandList.AppletNames.Select(name => name + "\n")), cancellationToken);
                return 0;
            case ["--install", ..]:
                Install(context, context.Arguments.Skip(1).FirstOrDefault(word => word != "-s") ?? "/bin", isSymbolic: context.Arguments.Contains("-s"));
                return 0;
            default:
                return await RunAppletAsync(context.With(context.Arguments), cancellationToken);
        }
    }

    // What is there already stays, as with the real one.
    private static void Install(CommandContext context, string folder, bool isSymbolic)
    {
        var own = context.Process.ExecutablePath;
        foreach (var link in CommandList.AppletNames.Select(name => $"{folder.TrimEnd('/')}/{name}").Where(link => context.Files.TryResolve(link, follow: false) is null))
        {
            context.Changes.Add(link, isSymbolic ? new LinkNode(own) : context.Files.Resolve(own));
        }
    }

    private static async ValueTask<int> RunAppletAsync(CommandContext context, CancellationToken cancellationToken) =>
        CommandList.FindApplet(context.Name) is { } applet
            ? await ProgramLauncher.RunCommandAsync(applet, context, cancellationToken)
            : await context.FailAsync("applet not found", cancellationToken, 127);

    private static bool IsScript(FileNode? file)
    {
        if (file is null)
        {
            return false;
        }

        using var content = file.Content.Open();
        return content.ReadByte() == '#' && content.ReadByte() == '!';
    }
}
