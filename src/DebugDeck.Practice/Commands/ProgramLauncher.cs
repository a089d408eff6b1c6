using System.Text;
using DebugDeck.Practice.Files;
using DebugDeck.Practice.Processes;

namespace DebugDeck.Practice.Commands;

/// <summary>Starts programs as <c>execve</c> does, and waits for them.</summary>
internal static class ProgramLauncher
{
    private const int BrokenPipeStatus = 128 + Signals.BrokenPipe;

    /// <exception cref="ProgramMissingException">There is no such program, or it may not be run.</exception>
    public static async Task<int> RunAsync(Process parent, ProgramStart start, CancellationToken cancellationToken)
    {
        var process = start.InPlace ? parent : parent.Fork(start.Credentials);
        start.Prepare?.Invoke(process);
        var command = Load(process, start);
        if (start.InPlace)
        {
            return await RunCommandAsync(process, command, start, cancellationToken);
        }

        process.Machine.Pids.Add(process);
        try
        {
            return await RunCommandAsync(process, command, start, cancellationToken);
        }
        finally
        {
            process.Machine.Pids.Remove(process);
        }
    }

    /// <summary>Finds the program and makes the process one that runs it.</summary>
    public static ICommand Load(Process process, ProgramStart start)
    {
        var name = start.CommandLine[0];
        var view = new FileView(process);
        var path = ProcessStart.Find(view, name, start.Path ?? ProgramPath.Default)
            ?? throw new ProgramMissingException($"{name}: not found", $"exec: \"{name}\": executable file not found in $PATH", 127);
        var file = Open(view, name, path);
        var program = ProgramImage.NameOf(file);
        process.CommandLine = start.CommandLine;
        process.Environment = start.Environment;
        (process.ExecutablePath, process.Executable) = (path, file);
        return (program == ProgramImage.Busybox ? CommandList.Busybox : program is null ? null : CommandList.Find(program))
            ?? throw new ProgramMissingException($"{name}: Exec format error", $"exec {name}: exec format error", 126) { IsNoProgram = true };
    }

    private static FileNode Open(FileView view, string name, string path)
    {
        try
        {
            return view.Resolve(path) is FileNode file && view.May(file, Access.Execute)
                ? file
                : throw new FileException(Errno.AccessDenied, path);
        }
        catch (FileException e) when (e.Error == Errno.NotFound)
        {
            throw new ProgramMissingException($"{name}: not found", $"exec: \"{name}\": stat {name}: no such file or directory", 127);
        }
        catch (FileException)
        {
            throw new ProgramMissingException($"{name}: Permission denied", $"exec: \"{name}\": permission denied", 126);
        }
    }

    private static async Task<int> RunCommandAsync(Process process, ICommand command, ProgramStart start, CancellationToken cancellationToken)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, process.Killed);
        var context = new CommandContext(process, start.CommandLine, start.Streams);
        return await RunCommandAsync(command, context, both.Token);
    }

    /// <summary>Runs a program in its process; its errors become messages and statuses.</summary>
    public static async Task<int> RunCommandAsync(ICommand command, CommandContext context, CancellationToken cancellationToken)
    {
        try
        {
            return await command.RunAsync(context, cancellationToken);
        }
        catch (OperationCanceledException) when (context.Process.KilledBy is { } signal)
        {
            return 128 + signal;
        }
        catch (FileException e) when (e.Error == Errno.BrokenPipe)
        {
            return BrokenPipeStatus;
        }
        catch (FileException e)
        {
            return await context.FailAsync(e, cancellationToken);
        }
        catch (UsageException e)
        {
            await context.Errors.WriteAsync(Encoding.UTF8.GetBytes($"{context.Name}: {e.Message}\n"), cancellationToken);
            return e.Status;
        }
        catch (ProgramMissingException e)
        {
            await context.Errors.WriteAsync(Encoding.UTF8.GetBytes($"{context.Name}: can't execute '{e.Message.Replace(": ", "': ", StringComparison.Ordinal)}\n"), cancellationToken);
            return e.ExitCode;
        }
        catch (IOException)
        {
            // Who reads the output has gone: what SIGPIPE is to a real process.
            return BrokenPipeStatus;
        }
    }
}
