using DebugDeck.Practice.Files;
using DebugDeck.Practice.Processes;

namespace DebugDeck.Practice.Commands;

/// <summary><c>chroot</c>.</summary>
internal sealed class ChrootCommand : ICommand
{
    public IReadOnlyList<string> Names => ["chroot"];

    public async ValueTask<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var operands = context.Arguments.SkipWhile(argument => argument == "--skip-chdir").ToList();
        if (operands.Count == 0)
        {
            throw new UsageException("usage: chroot NEWROOT [PROG ARGS]", 125);
        }

        FolderNode root;
        try
        {
            root = context.Files.Resolve(operands[0]) as FolderNode ?? throw new FileException(Errno.NotDirectory, operands[0]);
            if (!EnterRules.MayChangeRoot(context.Process.Credentials))
            {
                throw new FileException(Errno.NotPermitted, operands[0]);
            }
        }
        catch (FileException e)
        {
            return await context.FailAsync($"can't change root directory to '{operands[0]}': {e.Message}", cancellationToken);
        }

        IReadOnlyList<string> commandLine = operands.Count > 1 ? [.. operands.Skip(1)] : [context.Environment.GetValueOrDefault("SHELL", "/bin/sh"), "-i"];
        var start = new ProgramStart(commandLine, context.Environment, context.Streams, context.Environment.GetValueOrDefault("PATH"))
        {
            Prepare = process => (process.Root, process.WorkingDirectory) = (root, root),
        };
        try
        {
            return await ProgramLauncher.RunAsync(context.Process, start, cancellationToken);
        }
        catch (ProgramMissingException e)
        {
            return await context.FailAsync($"can't execute '{commandLine[0]}': {(e.ExitCode == 126 ? "Permission denied" : "No such file or directory")}", cancellationToken, e.ExitCode);
        }
    }
}
